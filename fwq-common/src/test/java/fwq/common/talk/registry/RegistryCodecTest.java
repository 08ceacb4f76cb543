package fwq.common.talk.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular here; what holds for every message is in the vectors' test. */
final class RegistryCodecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud800", "\\udc00", "a\\udfffb", "\\ud83d\\ud83d", "\\udfa2\\ud83c", "\\uD83D"})
  void halfACharacterIsRefused(String half) {
    for (String field : List.of("alias", "password")) {
      String text =
          "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"p\"}"
              .replaceFirst("(" + field + "\":\")", "$1" + half.replace("\\", "\\\\"));
      assertThrows(
          BadMessageException.class, () -> RegistryCodec.readRequest(text.getBytes(UTF_8)), text);
    }
  }

  @Test
  void twoEscapedHalvesAreOneCharacter() throws BadMessageException {
    assertEquals(
        new RegistryReply.ProfileOf("a", "🎢", "e", "a"),
        RegistryCodec.readReply(
            "{\"type\":\"profile\",\"alias\":\"a\",\"name\":\"\\ud83c\\udfa2\",\"email\":\"e\"}"
                .getBytes(UTF_8)));
  }

  @Test
  void refusalOfAnUnknownTypeCanAlwaysBeSaid() throws BadMessageException {
    for (int before = 35; before < 45; before++) {
      byte[] request = ("{\"type\":\"" + "x".repeat(before) + "🎢🎢🎢\"}").getBytes(UTF_8);
      BadMessageException refusal =
          assertThrows(BadMessageException.class, () -> RegistryCodec.readRequest(request));
      RegistryReply reply = RegistryReply.Refused.of(ErrorCode.BAD_REQUEST, refusal.getMessage());
      assertEquals(reply, RegistryCodec.readReply(RegistryCodec.write(reply)));
    }
  }

  @Test
  void requestIsKnownByItsTypeAlone() throws BadMessageException {
    Map<String, Class<? extends RegistryRequest>> types =
        Map.of("login", RegistryRequest.Login.class, "register", RegistryRequest.Register.class);
    types.forEach(
        (type, expected) -> {
          String text =
              "{\"alias\":\"update\",\"name\":\"register\",\"email\":\"logout\",\"password\":"
                  + "\"profile\",\"ticket\":\"register\",\"type\":\""
                  + type
                  + "\"}";
          try {
            assertInstanceOf(expected, RegistryCodec.readRequest(text.getBytes(UTF_8)));
          } catch (BadMessageException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void refusalNeverQuotesAPassword() {
    for (String text :
        List.of(
            "{\"type\":\"login\",\"password\":\"hunter2\"}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":[\"hunter2\"]}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"hunter2\",}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":hunter2}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"hunter2")) {
      BadMessageException refusal =
          assertThrows(
              BadMessageException.class, () -> RegistryCodec.readRequest(text.getBytes(UTF_8)));
      assertFalse(refusal.getMessage().contains("hunter"), refusal.getMessage());
    }
  }
}
