package fwq.operator.judge.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.MemberWord;
import fwq.operator.judge.sales.SalesModel.Refusal;
import fwq.operator.judge.sales.SalesModel.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalesModelTest {
  private static final Plate A = Plate.of("CART-A");
  private static final Plate B = Plate.of("CART-B");
  private static final LocalDate DATE = LocalDate.parse("2026-10-25");

  private final SalesModel model =
      new SalesModel(
          0,
          new SalesTerms(
              ZoneId.of("Europe/Madrid"), LocalTime.of(23, 59), Duration.ofSeconds(60), 1));

  private long now = Instant.parse("2026-10-25T10:00:00Z").toEpochMilli();

  private static String mark(int number) {
    return "%032x".formatted(number);
  }

  /** Somebody applies, a millisecond before the next record of the carts. */
  private void join(int number, Plate plate, boolean premium) {
    MemberWord.Join join =
        new MemberWord.Join(mark(number), mark(number), "Ana", "Gil", plate, premium, 0, 50);
    model.add(premium, now - 1, join);
  }

  private void tick(long millis) {
    now += millis;
    model.add(new Said(now, Optional.empty(), Optional.empty(), _ -> false));
  }

  private void sell(Plate plate, int signer, long at, String client, int quantity) {
    CartWord sale = new CartWord.Sale(plate, at, client, quantity, 100, Position.GATE);
    model.add(new Said(now, Optional.of(sale), Optional.empty(), mark(signer)::equals));
  }

  @Test
  void salesAreAddedUpByCartAndClient() {
    join(1, A, true);
    sell(A, 1, ++now, "ana", 2);
    sell(A, 1, ++now, "bob", 3);
    sell(A, 1, ++now, "ana", 1);
    sell(A, 1, ++now, "bob", 1);
    sell(A, 1, ++now, "bob", 1);
    assertEquals(
        List.of(
            new CartSales(
                A, 8, 5, 2, List.of(new ClientSales("bob", 3, 5), new ClientSales("ana", 2, 3)))),
        model.day(DATE).orElseThrow().carts());
  }

  @Test
  void whatIsForgedReplayedAheadOrOfAStrangerDoesNotCount() {
    join(1, A, true);
    sell(A, 1, now, "ana", 1);
    sell(A, 1, now, "ana", 1);
    sell(A, 2, now + 1, "ana", 1);
    sell(B, 1, now + 1, "ana", 1);
    sell(A, 1, now + 60_001, "ana", 1);
    sell(A, 1, now + 60_000, "ana", 1);
    assertEquals(
        Map.of(Refusal.REPLAYED, 1L, Refusal.FORGED, 1L, Refusal.STRANGER, 1L, Refusal.AHEAD, 1L),
        model.refused());
    assertEquals(2, model.sales());
  }

  @Test
  void premiumIsDecidedAtOnceAndTheOthersAtTheSitting() {
    tick(0);
    join(1, A, false);
    sell(A, 1, now, "ana", 1);
    join(2, B, true);
    sell(B, 2, now, "ana", 1);
    assertEquals(1, model.sales());
    tick(60_000);
    sell(A, 1, now, "ana", 1);
    assertEquals(1, model.sales(), "the quota is full");
    model.add(true, now, new MemberWord.Leave(mark(2), B, false, ""));
    join(3, A, false);
    tick(60_000);
    sell(A, 3, now, "ana", 1);
    assertEquals(2, model.sales());
  }

  @Test
  void whoIsExpelledDoesNotComeBack() {
    join(1, A, true);
    tick(1);
    model.add(true, now, new MemberWord.Leave(mark(1), A, true, "cold soup"));
    tick(1);
    join(2, A, true);
    tick(1);
    assertEquals(0, model.members());
  }

  @Test
  void lateSaleIsOfTheDayOfItsArrivalWithItsHour() {
    join(1, A, true);
    tick(0);
    long made = Instant.parse("2026-10-25T00:30:00Z").toEpochMilli();
    sell(A, 1, made, "ana", 1);
    sell(A, 1, made + 3_600_000, "ana", 1);
    assertEquals(
        List.of("2026-10-25T02+01:00", "2026-10-25T02+02:00"),
        model.day(DATE).orElseThrow().late().stream().map(DayReport.LateSales::hour).toList());
  }

  @Test
  void dayOfTheClockChangeHasTwentyFiveHours() {
    SalesTerms terms =
        new SalesTerms(ZoneId.of("Europe/Madrid"), LocalTime.of(1, 59), Duration.ofMinutes(1), 1);
    long summer = Instant.parse("2026-10-24T23:59:59.999Z").toEpochMilli();
    assertEquals(DATE.minusDays(1), terms.day(summer));
    assertEquals(DATE, terms.day(summer + 1));
    assertEquals(DATE, terms.day(summer + 25 * 3_600_000L));
    assertEquals(DATE.plusDays(1), terms.day(summer + 25 * 3_600_000L + 1));
  }

  @Test
  void dayEndsByTheZoneThatTheGuildSays() {
    join(1, A, true);
    sell(A, 1, ++now, "ana", 1);
    model.add(new Said(now, Optional.empty(), Optional.of(ZoneId.of("Asia/Tokyo")), _ -> false));
    tick(Duration.ofHours(5).toMillis());
    sell(A, 1, ++now, "ana", 2);
    assertEquals(List.of(DATE, DATE.plusDays(1)), model.dates());
    assertEquals(1, model.day(DATE).orElseThrow().carts().getFirst().sold());
  }

  @Test
  void timeThatIsSetBackBringsNoDayBack() {
    tick(24 * 3_600_000L);
    tick(-24 * 3_600_000L);
    assertEquals(List.of(DATE.plusDays(1)), model.dates());
  }

  @Test
  void whatTheGuildLacksOrHasTwiceIsFound() {
    join(1, A, true);
    tick(0);
    DayReport before = model.day(DATE).orElseThrow();
    sell(A, 1, ++now, "ana", 2);
    DayReport one = model.day(DATE).orElseThrow();
    sell(A, 1, ++now, "bob", 2);
    DayReport two = model.day(DATE).orElseThrow();
    assertEquals(List.of(), SalesVerdict.differences(one, one, one));
    assertEquals(List.of(), SalesVerdict.differences(before, two, one));
    assertEquals(1, SalesVerdict.differences(one, two, before).size());
    assertEquals(1, SalesVerdict.differences(before, one, two).size());
    assertEquals(1, SalesVerdict.differences(one, one, one.withoutNames()).size());
  }
}
