package fwq.engine.changelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.kit.json.BadMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular here; what holds for every message is in the vectors' test. */
final class ChangelogCodecTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "[]"})
  void flagThatIsNoneIsRefused(String ended) {
    String guest =
        "{\"type\":\"guest\",\"alias\":\"ana\",\"issuedAt\":1,\"expiresAt\":2,\"at\":0,\"heardAt\":0,"
            + "\"ended\":"
            + ended
            + "}";
    assertThrows(BadMessageException.class, () -> ChangelogCodec.readGuest(guest.getBytes(UTF_8)));
  }

  @Test
  void nobodyIsInsideWhoseSessionIsOver() {
    String guest =
        "{\"type\":\"guest\",\"alias\":\"ana\",\"issuedAt\":1,\"expiresAt\":2,\"at\":0,\"heardAt\":0,"
            + "\"position\":0,\"ended\":true}";
    assertThrows(BadMessageException.class, () -> ChangelogCodec.readGuest(guest.getBytes(UTF_8)));
  }
}
