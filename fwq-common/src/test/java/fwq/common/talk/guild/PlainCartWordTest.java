package fwq.common.talk.guild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.BadMessageException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlainCartWordTest {
  private static final List<CartWord> WORDS =
      List.of(
          new CartWord.Place(Plate.of("CART-1"), 1_700_000_000_000L, Position.ofCell(399), 0),
          new CartWord.Sale(Plate.of("CART-1"), 17, "ana", 4, 1_000_000, Position.ofCell(0)));

  @Test
  void whatFwqItselfWritesIsPlain() {
    for (CartWord word : WORDS) {
      assertEquals(word, PlainCartWord.read(CartCodec.write(word)));
    }
  }

  @Test
  void anythingElseIsLeftToTheGeneralReader() {
    for (String text :
        List.of(
            "",
            "{}",
            "{\"type\":\"cart\",\"plate\":\"cart 1\",\"at\":1,\"position\":0,\"stock\":0}",
            "{\"type\":\"cart\",\"plate\":\"CART-1\",\"at\":1,\"position\":400,\"stock\":0}",
            "{\"type\":\"cart\",\"plate\":\"CART-1\",\"at\":01,\"position\":0,\"stock\":0}",
            "{\"type\":\"cart\",\"plate\":\"CART-1\",\"at\":1,\"position\":0,\"stock\":0} ")) {
      assertNull(PlainCartWord.read(text.getBytes(UTF_8)), text);
    }
    assertNull(PlainCartWord.read(null));
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void bothReadersAgree() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = CartCodec.write(WORDS.get(i % 2));
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
      CartWord plain = PlainCartWord.read(bytes);
      if (plain != null) {
        try {
          assertEquals(CartCodec.readAnyWord(bytes), plain, () -> "-Dfwq.seed=" + seed);
        } catch (BadMessageException e) {
          throw new AssertionError("-Dfwq.seed=" + seed + " " + new String(bytes, UTF_8), e);
        }
      }
    }
    assertNotNull(PlainCartWord.read(CartCodec.write(WORDS.getFirst())));
  }
}
