package fwq.common.talk.sensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.BadMessageException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader of readings never says anything else than the general one. */
final class PlainReadingTest {
  private static final String ALPHABET = "[]0123456789,,-+.eE \"x";

  @Test
  void everyReadingThatIsWrittenIsReadFast() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      Reading reading =
          new Reading(random.nextInt(3) * 333, random.nextInt(10_000), random.nextInt(100_001));
      assertEquals(reading, PlainReading.read(ReadingCodec.write(reading)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "[0]",
        "[0,]",
        "[0,1",
        "[0,1,]",
        "[0,1]x",
        "[0,1] ",
        " [0,1]",
        "[0, 1]",
        "[00,1]",
        "[0,01]",
        "[-1,1]",
        "[0,-1]",
        "[10000,1]",
        "[0,100001]",
        "[0,1,1000]",
        "[0,1,2,3]",
        "[0,1e3]",
        "[0,1.0]",
        "[0,4294967297]",
        "[0,99999999999999999999]"
      })
  void whatIsNotPlainIsLeftToTheGeneralReader(String text) {
    assertNull(PlainReading.read(text.getBytes(ISO_8859_1)));
  }

  @Test
  void bothReadersAgreeOnWhateverComes() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text =
          new StringBuilder("[%d,%d]".formatted(random.nextInt(50), random.nextInt(2_000)));
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        text.insert(random.nextInt(text.length() + 1), letter);
      }
      byte[] bytes = text.toString().getBytes(ISO_8859_1);
      Reading fast = PlainReading.read(bytes);
      if (fast != null) {
        read++;
        assertEquals(general(bytes), fast, () -> "-Dfwq.seed=" + seed + ": " + text);
      }
    }
    assertTrue(read > 30_000, "and often enough it is read");
  }

  private static Reading general(byte[] bytes) {
    try {
      return ReadingCodec.readAny(bytes);
    } catch (BadMessageException e) {
      throw new AssertionError("only the fast reader took it", e);
    }
  }
}
