package fwq.common.talk.visit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class EndedCodecTest {
  @Test
  void momentIsItsMillisecondsAsText() {
    assertArrayEquals("1800000000123".getBytes(US_ASCII), EndedCodec.write(1_800_000_000_123L));
    assertEquals(OptionalLong.of(7), EndedCodec.read(EndedCodec.write(7)));
  }

  @Test
  void anythingElseIsNothing() {
    assertEquals(OptionalLong.empty(), EndedCodec.read(null));
    for (String bad : new String[] {"", "-1", "1.5", " 7", "9999999999999999999", "x"}) {
      assertEquals(OptionalLong.empty(), EndedCodec.read(bad.getBytes(US_ASCII)), bad);
    }
  }
}
