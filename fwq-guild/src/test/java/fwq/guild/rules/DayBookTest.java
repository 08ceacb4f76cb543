package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DayBookTest {
  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static TestPark selling(long begin) {
    TestPark park = new TestPark(TestPark.MADRID, begin).member("CART-1");
    park.place("CART-1", 0, 1_000);
    return park;
  }

  /** Pitfalls 42 and 43. */
  @Test
  void clientsAreToldApartWhoeverSoldInBetween() {
    TestPark park = selling(TestPark.MORNING).member("CART-2");
    park.place("CART-2", 5, 100);
    park.sale("CART-1", "ana", 2);
    park.sale("CART-2", "ana", 4);
    park.sale("CART-1", "bob", 3);
    park.sale("CART-1", "ana", 1);
    park.sale("CART-2", "eve", 1);
    park.sale("CART-1", "bob", 1);
    park.sale("CART-1", "bob", 1);
    CartSales sales = park.sales("CART-1");
    assertEquals(8, sales.sold());
    assertEquals(5, sales.sales());
    assertEquals(2, sales.clients());
    assertEquals(40, sales.tenthsPerClient());
    assertEquals(16, sales.tenthsPerSale());
    assertEquals(
        List.of(new ClientSales("bob", 3, 5), new ClientSales("ana", 2, 3)), sales.frequent());
    assertEquals(25, park.sales("CART-2").tenthsPerClient());
  }

  @Test
  void threeMostFrequentClientsAreNamed() {
    TestPark park = selling(TestPark.MORNING);
    for (String client : List.of("a", "b", "c", "d", "d", "c", "d", "a", "e")) {
      park.sale("CART-1", client, 1);
    }
    assertEquals(
        List.of("d", "a", "c"),
        park.sales("CART-1").frequent().stream().map(ClientSales::client).toList());
  }

  /** Pitfall 51. */
  @Test
  void saleInTheLastTenthOfASecondCountsOnThatDay() {
    TestPark park = selling(at("2026-03-27T22:58:00Z"));
    long end = at("2026-03-27T23:00:00Z");
    park.seconds(100);
    park.now = end - 100;
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 1, park.now);
    park.now = end;
    park.guild.pass(end);
    park.saleMadeAt("CART-1", "ana", 2, end);
    assertEquals(1, park.soldOn("2026-03-27"));
    assertEquals(2, park.sales("CART-1").sold());
  }

  /** Pitfall 51. */
  @Test
  void dayOfAClockChangeHas23Or25Hours() {
    Days madrid = TestPark.MADRID;
    assertEquals(
        23 * 3_600_000L,
        madrid.end(LocalDate.parse("2026-03-29")) - madrid.start(LocalDate.parse("2026-03-29")));
    assertEquals(
        25 * 3_600_000L,
        madrid.end(LocalDate.parse("2026-10-25")) - madrid.start(LocalDate.parse("2026-10-25")));
  }

  /** Pitfall 51. */
  @Test
  void bothSalesOfTheRepeatedHourCount() {
    TestPark park = selling(at("2026-10-25T00:29:00Z"));
    park.now = at("2026-10-25T00:30:00Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 1, park.now);
    park.now = at("2026-10-25T01:30:00Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 2, park.now);
    park.nothingFor(22 * 3_600_000);
    assertEquals(3, park.soldOn("2026-10-25"));
  }

  @Test
  void dayUnderWayEndsByTheZoneThatIsSaid() {
    TestPark park = selling(TestPark.MORNING);
    park.sale("CART-1", "ana", 1);
    park.guild.zone(ZoneId.of("Asia/Tokyo"));
    park.killed();
    park.now = at("2026-03-27T14:59:59Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 2, park.now);
    park.now = at("2026-03-27T15:00:00Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 4, park.now);
    assertEquals(3, park.soldOn("2026-03-27"));
    park.nothingFor(24 * 3_600_000);
    assertEquals(4, park.soldOn("2026-03-28"));
  }

  @Test
  void dayThatIsOverInTheZoneThatIsSaidEndsAtOnce() {
    TestPark park = selling(at("2026-03-27T20:00:00Z"));
    park.sale("CART-1", "ana", 1);
    park.guild.zone(ZoneId.of("Asia/Tokyo"));
    assertEquals(1, park.soldOn("2026-03-27"));
    park.sale("CART-1", "ana", 2);
    park.guild.zone(ZoneId.of("Europe/Madrid"));
    park.nothingFor(30 * 3_600_000);
    assertEquals(2, park.soldOn("2026-03-28"));
    assertEquals(2, park.closed().size());
  }

  @Test
  void lateSalesOfTheRepeatedHourAreToldApart() {
    TestPark park = selling(at("2026-10-24T22:00:00Z"));
    park.now = at("2026-10-25T05:00:00Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 1, at("2026-10-25T00:30:00Z"));
    park.saleMadeAt("CART-1", "ana", 2, at("2026-10-25T01:30:00Z"));
    DayReport report = park.guild.today().orElseThrow();
    assertEquals(
        List.of(
            new LateSales(Plate.of("CART-1"), "2026-10-25T02+01:00", 1, 2),
            new LateSales(Plate.of("CART-1"), "2026-10-25T02+02:00", 1, 1)),
        report.late());
  }

  /** Pitfall 51. */
  @Test
  void dayWithoutASaleIsClosedToo() {
    TestPark park = selling(at("2026-03-27T22:59:00Z")).nothingFor(2 * 24 * 3_600_000L);
    assertEquals(
        List.of("2026-03-27", "2026-03-28", "2026-03-29"),
        park.closed().stream().map(it -> it.report().date().toString()).toList());
    assertTrue(park.closed("2026-03-28").orElseThrow().report().carts().isEmpty());
  }

  /** Pitfall 51. */
  @Test
  void clockThatIsSetBackOpensNoDayAgain() {
    TestPark park = selling(at("2026-03-27T22:59:50Z")).seconds(20);
    assertEquals(1, park.closed().size());
    park.now = at("2026-03-27T22:30:00Z");
    park.guild.pass(park.now);
    park.saleMadeAt("CART-1", "ana", 1, at("2026-03-27T23:00:10Z"));
    assertEquals(0, park.soldOn("2026-03-27"));
    assertEquals(1, park.sales("CART-1").sold());
    assertEquals(1, park.closed().size());
  }

  /** Pitfalls 59 and 111. */
  @Test
  void lateSaleCountsOnTheDayOnWhichItComesAndAClosedDayNeverChanges() {
    TestPark park = selling(at("2026-03-27T22:50:00Z"));
    park.sale("CART-1", "ana", 3);
    long made = park.now + 5_000;
    park.nothingFor(30 * 60_000);
    assertEquals(3, park.soldOn("2026-03-27"));
    assertEquals(Verdict.COUNTED, park.saleMadeAt("CART-1", "bob", 4, made));
    assertEquals(3, park.soldOn("2026-03-27"));
    DayReport today = park.guild.today().orElseThrow();
    assertEquals(4, today.carts().getFirst().sold());
    assertEquals(
        List.of(new LateSales(Plate.of("CART-1"), "2026-03-27T23+01:00", 1, 4)), today.late());
  }

  @Test
  void saleThatIsAMinuteOldIsNotLate() {
    TestPark park = selling(TestPark.MORNING).seconds(60);
    long made = park.now - 59_000;
    park.saleMadeAt("CART-1", "bob", 4, made);
    assertTrue(park.guild.today().orElseThrow().late().isEmpty());
    park.seconds(61);
    park.saleMadeAt("CART-1", "bob", 4, made + 1);
    assertEquals(1, park.guild.today().orElseThrow().late().size());
  }

  @Test
  void operatorCanLetDaysEndInTheAfternoonOrTheNextMorning() {
    Days afternoon = new Days(ZoneId.of("Europe/Madrid"), LocalTime.of(17, 59));
    assertEquals(at("2026-06-05T16:00:00Z"), afternoon.end(LocalDate.parse("2026-06-05")));
    assertEquals(LocalDate.parse("2026-06-06"), afternoon.of(at("2026-06-05T16:00:00Z")));
    Days nightly = new Days(ZoneId.of("Europe/Madrid"), LocalTime.of(1, 59));
    assertEquals(at("2026-06-06T00:00:00Z"), nightly.end(LocalDate.parse("2026-06-05")));
    assertEquals(LocalDate.parse("2026-06-05"), nightly.of(at("2026-06-05T23:30:00Z")));
    assertEquals(LocalDate.parse("2026-06-06"), nightly.of(at("2026-06-06T00:00:00Z")));
  }

  @Test
  void momentIsOfTheDayThatItLiesIn() {
    for (String zone : List.of("Europe/Madrid", "America/Santiago", "Asia/Kathmandu", "UTC")) {
      for (LocalTime last : List.of(LocalTime.of(23, 59), LocalTime.of(2, 29))) {
        Days days = new Days(ZoneId.of(zone), last);
        for (long t = at("2026-01-01T00:00:00Z"); t < at("2027-01-01T00:00:00Z"); t += 7_919_000) {
          LocalDate date = days.of(t);
          assertTrue(days.start(date) <= t && t < days.end(date), zone + " " + t);
        }
      }
    }
  }

  /** Pitfall 50. */
  @Test
  void restartNeitherLosesNorDoublesTheDay() {
    TestPark park = selling(TestPark.MORNING);
    park.sale("CART-1", "ana", 2);
    park.killed();
    park.sale("CART-1", "ana", 3);
    CartSales sales = park.sales("CART-1");
    assertEquals(5, sales.sold());
    assertEquals(1, sales.clients());
  }

  /** Pitfall 52. */
  @Test
  void whatIsForgedReplayedOrAStrangersCountsNothing() {
    TestPark park = selling(TestPark.MORNING);
    park.sale("CART-1", "ana", 2);
    CartWord.Sale forged =
        new CartWord.Sale(Plate.of("CART-1"), park.now + 1, "eve", 9, 1, Position.GATE);
    assertEquals(Verdict.FORGED, park.guild.hear(forged, _ -> false));
    assertEquals(Verdict.REPLAYED, park.saleMadeAt("CART-1", "ana", 2, park.now));
    assertEquals(Verdict.STRANGER, park.saleMadeAt("CART-9", "ana", 2, park.now));
    assertEquals(2, park.sales("CART-1").sold());
  }

  /** Pitfall 54. */
  @Test
  void saleFromTheFutureIsRefusedAndFreezesNothing() {
    TestPark park = selling(TestPark.MORNING);
    assertEquals(
        Verdict.AHEAD, park.saleMadeAt("CART-1", "ana", 1, park.now + 366L * 24 * 3_600_000));
    assertEquals(Verdict.COUNTED, park.sale("CART-1", "ana", 1));
    assertEquals(Verdict.COUNTED, park.saleMadeAt("CART-1", "ana", 1, park.now + 60_000));
  }

  @Test
  void clientsBeyondTheBoundAreOneMore() {
    DayBook book = new DayBook(0, LocalDate.parse("2026-03-27"), List.of());
    for (int i = 0; i < DayBook.CLIENTS_MAX + 10; i++) {
      book.sell(
          new CartWord.Sale(
              Plate.of("CART-1"), TestPark.MORNING, "client" + i, 1, 0, Position.GATE),
          TestPark.MORNING,
          TestPark.MADRID);
    }
    CartSales sales = book.report(false).carts().getFirst();
    assertEquals(DayBook.CLIENTS_MAX + 1, sales.clients());
    assertEquals(DayBook.CLIENTS_MAX + 10, sales.sold());
  }
}
