package fwq.common.talk.visit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.kit.json.BadMessageException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader of moves never says anything else than the general one. */
final class PlainMoveTest {
  private static final String ALPHABET = "{}[]\":,0123456789-+.eE \\untypemovalisbc\u00e9\u0000";

  @Test
  void everyMoveThatIsWrittenIsReadFast() {
    SplittableRandom random = new SplittableRandom(1);
    for (int cell = 0; cell < Position.CELLS; cell++) {
      long at = random.nextLong(1L << random.nextInt(1, 59));
      Move move = new Move("Ana.B_c-" + cell, at, Position.ofCell(cell));
      assertEquals(move, PlainMove.read(EventCodec.write(move)));
    }
    assertNull(PlainMove.read(EventCodec.write(new Here("ana", 1))));
    assertNull(PlainMove.read(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":01,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":-1,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1e3,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":9223372036854775808,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":400}",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":1} ",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":1",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":",
        "{\"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":1,\"to\":2}",
        "{\"type\":\"move\",\"alias\":\"\\u0061na\",\"at\":1,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"\",\"at\":1,\"to\":1}",
        "{\"type\":\"move\",\"alias\":\"an a\",\"at\":1,\"to\":1}",
        "{ \"type\":\"move\",\"alias\":\"ana\",\"at\":1,\"to\":1}"
      })
  void whatIsNotPlainIsLeftToTheGeneralReader(String text) {
    assertNull(PlainMove.read(text.getBytes(ISO_8859_1)));
  }

  @Test
  void bothReadersAgreeOnWhateverComes() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text =
          new StringBuilder(
              new String(
                  EventCodec.write(new Move("ana", random.nextLong(2_000), Position.ofCell(21))),
                  ISO_8859_1));
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, letter);
          case 1 -> text.insert(at, letter);
          default -> text.deleteCharAt(at);
        }
      }
      byte[] bytes = text.toString().getBytes(ISO_8859_1);
      Move fast = PlainMove.read(bytes);
      if (fast != null) {
        read++;
        assertEquals(general(bytes), fast, () -> "-Dfwq.seed=" + seed + ": " + text);
      }
    }
    assertTrue(read > 30_000, "and often enough it is read");
  }

  private static ParkEvent general(byte[] bytes) {
    try {
      return EventCodec.readAny(bytes);
    } catch (BadMessageException e) {
      throw new AssertionError("only the fast reader took it", e);
    }
  }
}
