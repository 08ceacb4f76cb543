package fwq.guild.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TillInputTest {
  /** Pitfall 44. */
  @Test
  void quantityIsANumber() {
    assertEquals(new Deed.Sell("ana", 2), TillInput.read("sale ana 2"));
  }

  @Test
  void clientsNameMayHaveSpaces() {
    assertEquals(new Deed.Sell("José Luis", 12), TillInput.read("  sale José Luis 12 "));
  }

  @Test
  void cartGoesWhereItIsTold() {
    assertEquals(new Deed.Go(Position.ofCell(399)), TillInput.read("at 399"));
  }

  /** Pitfall 52. */
  @Test
  void anythingElseIsRefusedWithASentence() {
    for (String line :
        List.of(
            "",
            "sale",
            "sale ana",
            "sale ana -1",
            "sale ana 0",
            "sale ana 1001",
            "at",
            "at x",
            "at 400",
            "sell ana 2",
            "sale ana 2.5",
            "sale \u001b[2J 2")) {
      assertThrows(IllegalArgumentException.class, () -> TillInput.read(line), line);
    }
  }
}
