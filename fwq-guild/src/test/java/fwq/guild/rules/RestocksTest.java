package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestocksTest {
  private static TestPark carts(int count) {
    TestPark park = new TestPark();
    for (int i = 1; i <= count; i++) {
      park.member("CART-" + i, 30);
      park.place("CART-" + i, 0, 25);
    }
    return park;
  }

  /** Pitfall 46. */
  @Test
  void cartNeedsMoreBelowTwentyAndNotAtTwenty() {
    TestPark park = carts(1);
    park.sale("CART-1", "ana", 5);
    assertTrue(park.guild.needs().isEmpty());
    park.sale("CART-1", "ana", 1);
    assertEquals(1, park.guild.needs().size());
  }

  /** Pitfall 45. */
  @Test
  void batchIsForFiveDifferentCarts() {
    TestPark park = carts(5);
    for (int i = 0; i < 6; i++) {
      park.sale("CART-1", "ana", i == 0 ? 6 : 1);
    }
    for (int i = 2; i <= 4; i++) {
      park.sale("CART-" + i, "ana", 6);
    }
    assertTrue(park.all(GuildEvent.Ordered.class).isEmpty());
    park.sale("CART-5", "ana", 6);
    GuildEvent.Ordered ordered = park.all(GuildEvent.Ordered.class).getFirst();
    assertEquals(
        List.of("CART-1", "CART-2", "CART-3", "CART-4", "CART-5"),
        ordered.plates().stream().map(Plate::text).toList());
  }

  /** Pitfall 45. */
  @Test
  void fewerThanFiveDoNotWaitForEver() {
    TestPark park = carts(4);
    for (int i = 1; i <= 4; i++) {
      park.sale("CART-" + i, "ana", 6);
    }
    park.seconds(596);
    assertTrue(park.all(GuildEvent.Ordered.class).isEmpty());
    park.seconds(4);
    assertEquals(4, park.all(GuildEvent.Ordered.class).getFirst().plates().size());
  }

  /** Pitfall 55. */
  @Test
  void needIsOrderedForOnceUntilItIsDelivered() {
    TestPark park = carts(1);
    park.sale("CART-1", "ana", 6);
    park.seconds(600);
    for (int i = 0; i < 5; i++) {
      park.sale("CART-1", "ana", 1);
    }
    park.seconds(50);
    assertEquals(1, park.all(GuildEvent.Ordered.class).size());
    assertEquals(14, park.stock("CART-1"));
    park.seconds(10);
    assertEquals(44, park.stock("CART-1"));
    assertEquals(1, park.all(GuildEvent.Delivered.class).size());
  }

  @Test
  void deliveryArrivesAMinuteAfterItsBatchThoughTheGuildWasAway() {
    TestPark park = carts(1);
    park.sale("CART-1", "ana", 6);
    park.seconds(600).killed().nothingFor(59_000);
    assertEquals(19, park.stock("CART-1"));
    park.killed().nothingFor(1_000);
    assertEquals(49, park.stock("CART-1"));
    park.killed().seconds(5);
    assertEquals(49, park.stock("CART-1"));
  }

  @Test
  void cartThatStillHasTooLittleNeedsMoreAtOnce() {
    TestPark park = new TestPark().member("CART-1", 1);
    park.place("CART-1", 0, 5);
    park.seconds(661);
    assertEquals(6, park.stock("CART-1"));
    assertEquals(1, park.guild.needs().size());
  }

  @Test
  void nothingIsBroughtToACartThatLeft() {
    TestPark park = carts(1);
    park.sale("CART-1", "ana", 6);
    park.leave("CART-1", false).seconds(700);
    assertTrue(park.all(GuildEvent.Ordered.class).isEmpty());
  }

  @Test
  void batchesAreNumberedOnAfterAKill() {
    TestPark park = carts(1);
    park.sale("CART-1", "ana", 6);
    park.seconds(700).killed();
    park.sale("CART-1", "ana", 40);
    park.seconds(600);
    assertEquals(
        List.of(1L, 2L),
        park.all(GuildEvent.Ordered.class).stream().map(GuildEvent.Ordered::batch).toList());
  }
}
