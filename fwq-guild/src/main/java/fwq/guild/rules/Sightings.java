package fwq.guild.rules;

import fwq.common.park.Position;
import fwq.common.talk.guild.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Carts that guests reported and that are no member's. */
final class Sightings {
  /** A fugitive that nobody has seen for so long has gone. */
  static final long FORGOTTEN_MILLIS = 600_000;

  /** Reports that a park takes in one second. */
  static final int REPORTS_A_SECOND_MAX = 20;

  /** Fugitives that a park knows of at once. */
  static final int SIGHTINGS_MAX = 50;

  private final List<Sighting> all;
  private final Consumer<GuildEvent> events;
  private long second;
  private int reports;

  /**
   * Sightings as they were left.
   *
   * @param reports how many were taken in that second
   */
  Sightings(Collection<Sighting> sightings, long second, int reports, Consumer<GuildEvent> events) {
    this.all = new ArrayList<>(sightings);
    this.second = second;
    this.reports = reports;
    this.events = events;
  }

  /**
   * Takes a report.
   *
   * @param isMembers whether a member's cart is there
   */
  Verdict report(Position position, boolean isMembers, long time) {
    long now = Math.floorDiv(time, 1_000L);
    reports = now == second ? reports + 1 : 1;
    second = now;
    if (reports > REPORTS_A_SECOND_MAX) {
      return Verdict.TOO_MANY;
    }
    return isMembers ? Verdict.COUNTED : sight(position, time);
  }

  private Verdict sight(Position position, long time) {
    pass(time);
    for (int i = 0; i < all.size(); i++) {
      Sighting it = all.get(i);
      if (it.position().distance(position) <= 1) {
        all.set(i, new Sighting(position, it.count() + 1, it.firstAt(), time));
        return Verdict.COUNTED;
      }
    }
    if (all.size() >= SIGHTINGS_MAX) {
      return Verdict.TOO_MANY;
    }
    all.add(new Sighting(position, 1, time, time));
    events.accept(new GuildEvent.Sighted(time, position));
    return Verdict.COUNTED;
  }

  void pass(long time) {
    all.removeIf(it -> time - it.lastAt() >= FORGOTTEN_MILLIS);
  }

  long nextAt() {
    long next = Long.MAX_VALUE;
    for (Sighting it : all) {
      next = Math.min(next, it.lastAt() + FORGOTTEN_MILLIS);
    }
    return next;
  }

  /** All of them, those seen last first. */
  List<Sighting> newestFirst() {
    List<Sighting> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingLong(Sighting::lastAt).reversed());
    return sorted;
  }

  /** All of them, in the order in which they were first seen. */
  List<Sighting> all() {
    return List.copyOf(all);
  }

  long second() {
    return second;
  }

  int reports() {
    return reports;
  }
}
