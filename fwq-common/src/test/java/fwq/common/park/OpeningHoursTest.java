package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningHoursTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  /** From ten to eight, on Mondays not at all, on Saturdays until two. */
  private static final OpeningHours HOURS = hours();

  private static OpeningHours hours() {
    OpeningHours hours = OpeningHours.ALWAYS;
    for (DayOfWeek day : DayOfWeek.values()) {
      hours = hours.with(day, DayHours.parse("10:00-20:00"));
    }
    return hours
        .with(DayOfWeek.MONDAY, DayHours.CLOSED)
        .with(DayOfWeek.SATURDAY, DayHours.parse("10:00-02:00"));
  }

  private static long at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant().toEpochMilli();
  }

  private static OptionalLong next(OpeningHours hours, String local) {
    return hours.nextChange(at(local), MADRID);
  }

  private static OptionalLong then(String local) {
    return OptionalLong.of(at(local));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:00-20:00", "18:00-02:00", "00:00-24:00", "closed", "10:00-10:00"})
  void hoursAreWrittenAsTheyAreRead(String text) {
    assertEquals(text, DayHours.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10-20", "24:00-25:00", "10:60-20:00", "10:00-24:01", "open", "٠٠:٠٠-٠١:٠٠"})
  void hoursThatAreNoneAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> DayHours.parse(text));
  }

  @Test
  void parkIsOpenFromTheFirstMillisecondToTheLast() {
    assertFalse(HOURS.isOpen(at("2026-11-27T10:00:00") - 1, MADRID));
    assertTrue(HOURS.isOpen(at("2026-11-27T10:00:00"), MADRID));
    assertTrue(HOURS.isOpen(at("2026-11-27T20:00:00") - 1, MADRID));
    assertFalse(HOURS.isOpen(at("2026-11-27T20:00:00"), MADRID));
  }

  @Test
  void nightBelongsToTheDayOnWhichItBegan() {
    assertTrue(HOURS.isOpen(at("2026-11-29T01:59:00"), MADRID), "Saturday's night");
    assertFalse(HOURS.isOpen(at("2026-11-29T02:00:00"), MADRID));
    assertEquals(then("2026-11-29T02:00:00"), next(HOURS, "2026-11-28T12:00:00"));
  }

  @Test
  void closedDayIsSkipped() {
    assertEquals(then("2026-12-01T10:00:00"), next(HOURS, "2026-11-29T20:00:00"));
  }

  @Test
  void dateStandsAboveTheWeek() {
    OpeningHours hours = HOURS.with(LocalDate.of(2026, 12, 24), DayHours.parse("10:00-14:00"));
    assertEquals(then("2026-12-24T14:00:00"), next(hours, "2026-12-24T11:00:00"));
    assertEquals(
        then("2026-12-24T20:00:00"),
        next(hours.without(LocalDate.of(2026, 12, 24)), "2026-12-24T11:00:00"));
  }

  @Test
  void alwaysOpenParkNeverChanges() {
    assertEquals(OptionalLong.empty(), next(OpeningHours.ALWAYS, "2026-11-27T00:00:00"));
    assertTrue(OpeningHours.ALWAYS.isOpen(at("2026-11-27T00:00:00"), MADRID));
  }

  @Test
  void parkThatOpensOnlyOnAFarDateOpensThen() {
    OpeningHours hours = OpeningHours.ALWAYS;
    for (DayOfWeek day : DayOfWeek.values()) {
      hours = hours.with(day, DayHours.CLOSED);
    }
    assertEquals(OptionalLong.empty(), next(hours, "2026-11-27T00:00:00"));
    assertEquals(
        then("2027-06-01T09:00:00"),
        next(
            hours.with(LocalDate.of(2027, 6, 1), DayHours.parse("09:00-10:00")),
            "2026-11-27T00:00:00"));
  }

  @Test
  void hoursFollowTheClocksThatAreSetForwardAndBack() {
    OpeningHours early = HOURS.with(DayOfWeek.SUNDAY, DayHours.parse("02:30-04:00"));
    // In the night of 28 to 29 March 2026 there is no half past two.
    assertEquals(then("2026-03-29T03:30:00"), next(early, "2026-03-29T03:10:00"));
    // In that of 24 to 25 October there are two; the first counts.
    assertEquals(then("2026-10-25T02:30:00"), next(early, "2026-10-25T02:10:00"));
  }

  @Test
  void exceptionsOfDaysThatAreOverAreForgotten() {
    OpeningHours hours =
        HOURS
            .with(LocalDate.of(2026, 11, 25), DayHours.CLOSED)
            .with(LocalDate.of(2026, 11, 26), DayHours.CLOSED);
    assertEquals(
        HOURS.with(LocalDate.of(2026, 11, 26), DayHours.CLOSED),
        hours.after(at("2026-11-27T12:00:00"), MADRID));
  }

  @Test
  void exceptionsHaveABound() {
    OpeningHours full = HOURS;
    for (int day = 1; day <= OpeningHours.DATES_MAX; day++) {
      full = full.with(LocalDate.of(2026, 12, day), DayHours.CLOSED);
    }
    OpeningHours most = full;
    assertThrows(
        IllegalArgumentException.class, () -> most.with(LocalDate.of(2027, 1, 1), DayHours.CLOSED));
  }
}
