package fwq.guild.rules;

import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A park's day books, one after the other: when each ends, and what is in the one under way. */
final class Diary {
  /** Days without any record that are closed one by one; more are a clock gone wrong. */
  static final int QUIET_DAYS_MAX = 31;

  private final int park;
  private final Consumer<GuildEvent> events;
  private final List<Tally> closedTallies = new ArrayList<>();
  private Days days;
  private Optional<ZoneId> saidZone;
  private Optional<DayBook> today;
  private long endsAt;

  /**
   * A diary as it was left.
   *
   * @param chosen when days end until a zone is said
   */
  Diary(int park, Days chosen, ParkState state, Consumer<GuildEvent> events) {
    this.park = park;
    this.events = events;
    this.saidZone = state.zone();
    this.days = saidZone.map(chosen::in).orElse(chosen);
    this.today = state.date().map(date -> new DayBook(park, date, state.tallies()));
    this.endsAt = state.date().map(days::end).orElse(0L);
  }

  /** The first record was read. */
  void begin(long time) {
    open(days.of(time));
  }

  private void open(LocalDate date) {
    today = Optional.of(new DayBook(park, date, List.of()));
    endsAt = days.end(date);
  }

  /** Closes the days that are over. */
  void pass(long time) {
    while (today.isPresent() && time >= endsAt) {
      close(today.get(), time);
    }
  }

  private void close(DayBook closing, long time) {
    closedTallies.addAll(closing.takeChanges());
    events.accept(new GuildEvent.DayClosed(endsAt, closing.report(true)));
    LocalDate next = closing.date().plusDays(1);
    LocalDate now = days.of(time);
    open(next.plusDays(QUIET_DAYS_MAX).isBefore(now) ? now : next);
  }

  /** Days end by this zone from now on, the one that is under way, too. */
  void zone(ZoneId zone, long time) {
    saidZone = Optional.of(zone);
    if (!zone.equals(days.zone())) {
      days = days.in(zone);
      endsAt = today.map(it -> days.end(it.date())).orElse(0L);
      pass(time);
    }
  }

  void sell(CartWord.Sale sale, long time) {
    today.orElseThrow().sell(sale, time, days);
  }

  /** When the day that is under way is over. */
  long endsAt() {
    return endsAt;
  }

  ZoneId zone() {
    return days.zone();
  }

  Optional<ZoneId> saidZone() {
    return saidZone;
  }

  Optional<LocalDate> date() {
    return today.map(DayBook::date);
  }

  Optional<DayReport> report() {
    return today.map(it -> it.report(false));
  }

  /** The sums that changed since this was last asked. */
  List<Tally> takeChanges() {
    List<Tally> tallies = new ArrayList<>(closedTallies);
    closedTallies.clear();
    today.ifPresent(it -> tallies.addAll(it.takeChanges()));
    return tallies;
  }
}
