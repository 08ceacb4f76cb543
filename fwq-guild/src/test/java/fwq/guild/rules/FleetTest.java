package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.guild.rules.GuildEvent.Oddity;
import org.junit.jupiter.api.Test;

final class FleetTest {
  private static TestPark park() {
    TestPark park = new TestPark().member("CART-1");
    park.place("CART-1", 0, 100);
    return park;
  }

  private static void assertStrange(TestPark park, Oddity what) {
    assertTrue(
        park.all(GuildEvent.Strange.class).stream().anyMatch(it -> it.what() == what),
        () -> "not said: " + what + " in " + park.events());
  }

  /** Pitfalls 47 and 104. */
  @Test
  void silentCartIsGoneAfterAMinuteThoughNobodyElseSpeaks() {
    TestPark park = park().seconds(59);
    assertTrue(park.isThere("CART-1"));
    park.seconds(1);
    assertFalse(park.isThere("CART-1"));
    assertEquals(1, park.all(GuildEvent.Disappeared.class).size());
  }

  /** Pitfall 47. */
  @Test
  void cartThatSpeaksAgainIsBackAtItsNewPlace() {
    TestPark park = park().seconds(70);
    park.place("CART-1", 42, 100);
    assertTrue(park.isThere("CART-1"));
    assertEquals(42, park.cart("CART-1").orElseThrow().place().orElseThrow().cell());
    assertEquals(2, park.all(GuildEvent.Appeared.class).size());
  }

  @Test
  void silenceIsNotedThoughSittingsAreFarApart() {
    TestPark park =
        new TestPark(
            new Terms(
                TestPark.MADRID,
                java.time.Duration.ofDays(30),
                java.time.Duration.ofHours(5),
                java.time.Duration.ofHours(5),
                20),
            TestPark.MORNING);
    park.member("CART-1").seconds(5);
    park.place("CART-1", 0, 100);
    park.seconds(60);
    assertFalse(park.isThere("CART-1"));
  }

  /** Pitfall 48. */
  @Test
  void secondCartMovesToo() {
    TestPark park = park().member("CART-2");
    park.place("CART-2", 5, 100);
    park.place("CART-2", 6, 100);
    park.place("CART-1", 1, 100);
    assertEquals(6, park.cart("CART-2").orElseThrow().place().orElseThrow().cell());
    assertEquals(1, park.cart("CART-1").orElseThrow().place().orElseThrow().cell());
  }

  /** Pitfall 56. */
  @Test
  void saleIsAPlaceToo() {
    TestPark park = park();
    park.seconds(30);
    park.say(new CartWord.Sale(Plate.of("CART-1"), park.now, "ana", 1, 99, Position.ofCell(21)));
    assertEquals(21, park.cart("CART-1").orElseThrow().place().orElseThrow().cell());
    park.seconds(59);
    assertTrue(park.isThere("CART-1"));
  }

  @Test
  void absenceOfBrokerOrGuildIsNobodysSilence() {
    TestPark park = park().seconds(30).nothingFor(600_000);
    assertTrue(park.isThere("CART-1"));
    park.seconds(29);
    assertTrue(park.isThere("CART-1"));
    park.seconds(1);
    assertFalse(park.isThere("CART-1"));
  }

  /** Pitfall 103. */
  @Test
  void killsDoNotKeepASilentCartForEver() {
    TestPark park = park();
    for (int i = 0; i < 5; i++) {
      park.killed().nothingFor(5_000).seconds(15);
    }
    assertFalse(park.isThere("CART-1"));
  }

  @Test
  void stockBeginsWithTheFirstWordAndAtAThousandAtMost() {
    TestPark park = new TestPark().member("CART-1").member("CART-2");
    park.place("CART-1", 0, 70);
    park.place("CART-1", 0, 999);
    park.place("CART-2", 0, 5_000);
    assertEquals(70, park.stock("CART-1"));
    assertEquals(1_000, park.stock("CART-2"));
  }

  @Test
  void firstWordMayBeASaleAndTellsWhatIsLeft() {
    TestPark park = new TestPark().member("CART-1").seconds(1);
    park.say(new CartWord.Sale(Plate.of("CART-1"), park.now, "ana", 5, 45, Position.GATE));
    assertEquals(45, park.stock("CART-1"));
    assertEquals(5, park.sales("CART-1").sold());
  }

  /** Pitfall 52. */
  @Test
  void saleAboveTheStockCountsAndLeavesNothingAndIsStrange() {
    TestPark park = new TestPark().member("CART-1");
    park.place("CART-1", 0, 25);
    assertEquals(Verdict.COUNTED, park.sale("CART-1", "ana", 30));
    assertEquals(0, park.stock("CART-1"));
    assertEquals(30, park.sales("CART-1").sold());
    assertStrange(park, Oddity.SOLD_TOO_MUCH);
  }

  @Test
  void jumpIsStrangeAndAStepIsNot() {
    TestPark park = park();
    park.place("CART-1", 1, 100);
    park.place("CART-1", 22, 100);
    assertTrue(park.all(GuildEvent.Strange.class).isEmpty());
    park.place("CART-1", 29, 100);
    assertStrange(park, Oddity.JUMPED);
  }

  /** Pitfall 99. */
  @Test
  void oneCartsOdditiesDoNotDrownTheOthers() {
    TestPark park = park();
    for (int i = 0; i < 25; i++) {
      park.sale("CART-1", "ana", 1_000);
      park.killed();
    }
    assertEquals(3, park.all(GuildEvent.Strange.class).size());
  }

  @Test
  void wayAcrossAnEdgeIsAStep() {
    TestPark park = park();
    park.place("CART-1", 399, 100);
    assertTrue(park.all(GuildEvent.Strange.class).isEmpty());
  }

  @Test
  void saleFarFromItsPlaceIsStrange() {
    TestPark park = park().seconds(2);
    park.say(new CartWord.Sale(Plate.of("CART-1"), park.now, "ana", 1, 99, Position.ofCell(210)));
    assertStrange(park, Oddity.SOLD_FAR_AWAY);
  }

  @Test
  void memberWithAnOldMembersPlateBeginsAnew() {
    TestPark park = park();
    park.sale("CART-1", "ana", 90);
    park.leave("CART-1", false).join("CART-1", "bob", true);
    assertTrue(park.cart("CART-1").isEmpty());
    park.place("CART-1", 3, 44);
    assertEquals(44, park.stock("CART-1"));
  }
}
