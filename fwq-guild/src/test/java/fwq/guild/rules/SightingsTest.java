package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SightingsTest {
  /** Pitfall 49. */
  @Test
  void honestCartIsNoFugitive() {
    TestPark park = new TestPark().member("CART-1");
    park.place("CART-1", 42, 100);
    assertEquals(Verdict.COUNTED, park.report(42));
    assertEquals(Verdict.COUNTED, park.report(63));
    assertTrue(park.guild.sightings().isEmpty());
  }

  /** Pitfalls 48 and 49. */
  @Test
  void twoFugitivesAreTwo() {
    TestPark park = new TestPark();
    park.report(42);
    park.seconds(1).report(200);
    assertEquals(
        List.of(200, 42), park.guild.sightings().stream().map(it -> it.position().cell()).toList());
    assertEquals(2, park.all(GuildEvent.Sighted.class).size());
  }

  @Test
  void fugitiveThatIsSeenAgainAStepAwayIsTheSame() {
    TestPark park = new TestPark();
    park.report(42);
    park.seconds(10).report(43);
    assertEquals(1, park.guild.sightings().size());
    assertEquals(2, park.guild.sightings().getFirst().count());
    assertEquals(43, park.guild.sightings().getFirst().position().cell());
    assertEquals(
        10_000,
        park.guild.sightings().getFirst().lastAt() - park.guild.sightings().getFirst().firstAt());
  }

  @Test
  void whereACartHasGoneAReportIsASighting() {
    TestPark park = new TestPark().member("CART-1");
    park.place("CART-1", 42, 100);
    park.seconds(60).report(42);
    assertEquals(1, park.guild.sightings().size());
  }

  @Test
  void fugitiveThatNobodySeesIsGoneAfterTenMinutes() {
    TestPark park = new TestPark();
    park.report(42);
    park.seconds(599);
    assertEquals(1, park.guild.sightings().size());
    park.seconds(1);
    assertTrue(park.guild.sightings().isEmpty());
  }

  @Test
  void parkTakesTwentyReportsASecondAndNoMoreAfterAKill() {
    TestPark park = new TestPark();
    for (int i = 0; i < Sightings.REPORTS_A_SECOND_MAX; i++) {
      assertEquals(Verdict.COUNTED, park.report(42));
    }
    park.killed();
    assertEquals(Verdict.TOO_MANY, park.report(42));
    park.seconds(1);
    assertEquals(Verdict.COUNTED, park.report(42));
  }

  @Test
  void parkKnowsOfFiftyFugitives() {
    TestPark park = new TestPark();
    for (int row = 0; row < 20; row += 2) {
      for (int column = 0; column < 20; column += 2) {
        park.seconds(1).report(row * 20 + column);
      }
    }
    assertEquals(Sightings.SIGHTINGS_MAX, park.guild.sightings().size());
  }
}
