package fwq.common.park;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a park is open: by the day of the week, with exceptions by date.
 *
 * @param week seven days, Monday first
 * @param dates days that are not as the week has them
 */
public record OpeningHours(List<DayHours> week, SortedMap<LocalDate, DayHours> dates) {
  /** Exceptions that a park can have: keeps a map frame bounded. */
  public static final int DATES_MAX = 20;

  /** Day and night. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(Collections.nCopies(7, DayHours.ALL_DAY), new TreeMap<>());

  /** A week repeats itself; the day before may not be over. */
  private static final int DAYS_AHEAD = 8;

  public OpeningHours {
    week = List.copyOf(week);
    dates = Collections.unmodifiableSortedMap(new TreeMap<>(dates));
    if (week.size() != DayOfWeek.values().length || dates.size() > DATES_MAX) {
      throw new IllegalArgumentException("opening hours have 7 days and at most 20 exceptions");
    }
  }

  /** The same, but for this day of the week. */
  public OpeningHours with(DayOfWeek day, DayHours hours) {
    List<DayHours> days = new ArrayList<>(week);
    days.set(day.getValue() - 1, hours);
    return new OpeningHours(days, dates);
  }

  /** The same, but for this date. */
  public OpeningHours with(LocalDate date, DayHours hours) {
    SortedMap<LocalDate, DayHours> more = new TreeMap<>(dates);
    more.put(date, hours);
    return new OpeningHours(week, more);
  }

  /** The same, with that date as the week has it. */
  public OpeningHours without(LocalDate date) {
    SortedMap<LocalDate, DayHours> fewer = new TreeMap<>(dates);
    fewer.remove(date);
    return new OpeningHours(week, fewer);
  }

  /** The same without the exceptions of days that are over. */
  public OpeningHours after(long at, ZoneId zone) {
    LocalDate yesterday = date(at, zone).minusDays(1);
    return dates.isEmpty() || !dates.firstKey().isBefore(yesterday)
        ? this
        : new OpeningHours(week, dates.tailMap(yesterday));
  }

  /** The hours of one day. */
  public DayHours on(LocalDate date) {
    return dates.getOrDefault(date, week.get(date.getDayOfWeek().getValue() - 1));
  }

  /** Whether a park is open then, epoch milliseconds. */
  public boolean isOpen(long at, ZoneId zone) {
    LocalDate today = date(at, zone);
    return Stream.of(today.minusDays(1), today)
        .anyMatch(
            date -> {
              DayHours hours = on(date);
              return !hours.isClosed()
                  && hours.opens(date, zone) <= at
                  && at < hours.closes(date, zone);
            });
  }

  /** When it opens or closes next, epoch milliseconds; nothing where it never does. */
  public OptionalLong nextChange(long at, ZoneId zone) {
    LocalDate today = date(at, zone);
    Stream<LocalDate> near = today.minusDays(1).datesUntil(today.plusDays(DAYS_AHEAD));
    return Stream.concat(near, dates.tailMap(today).keySet().stream())
        .filter(date -> !on(date).isClosed())
        .flatMapToLong(
            date -> LongStream.of(on(date).opens(date, zone), on(date).closes(date, zone)))
        // Where one day ends as the next begins, nothing changes.
        .filter(change -> change > at && isOpen(change, zone) != isOpen(change - 1, zone))
        .min();
  }

  private static LocalDate date(long at, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
  }
}
