package fwq.common.talk.operate;

import fwq.common.park.DayHours;
import fwq.common.park.Notice;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an operator says to a park. */
public sealed interface OperatorWord {
  /** Guests that an operator can let a park hold. */
  int CAPACITY_MAX = 10_000_000;

  /** In one word without spaces, for an audit, such as {@code ride-2-down}. */
  String summary();

  /**
   * The park opens or closes; its hours do so again by themselves.
   *
   * @param reason for guests
   */
  record Gate(boolean open, Optional<String> reason) implements OperatorWord {
    public Gate {
      reason.ifPresent(Notice::reason);
    }

    @Override
    public String summary() {
      return open ? "open" : "close";
    }
  }

  /** Everybody is to go home. The park has to be closed. */
  record Clear() implements OperatorWord {
    @Override
    public String summary() {
      return "clear";
    }
  }

  /**
   * The park holds so many.
   *
   * @param guests at least 1; nothing for what the engine was started with
   */
  record Capacity(OptionalInt guests) implements OperatorWord {
    public Capacity {
      if (guests.isPresent() && (guests.getAsInt() < 1 || guests.getAsInt() > CAPACITY_MAX)) {
        throw new IllegalArgumentException(
            "a park holds 1 to " + CAPACITY_MAX + " guests, got " + guests.getAsInt());
      }
    }

    @Override
    public String summary() {
      return "capacity-" + (guests.isPresent() ? guests.getAsInt() : "default");
    }
  }

  /** Hours of some days of the week. */
  record WeekHours(SortedSet<DayOfWeek> days, DayHours hours) implements OperatorWord {
    public WeekHours {
      days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
      Objects.requireNonNull(hours, "hours");
      if (days.isEmpty()) {
        throw new IllegalArgumentException("hours are of at least one day of the week");
      }
    }

    @Override
    public String summary() {
      StringBuilder text = new StringBuilder("hours");
      days.forEach(day -> text.append('-').append(day.name(), 0, 3));
      return (text + "-" + hours).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Hours of one date.
   *
   * @param hours nothing for as the week has them
   */
  record DateHours(LocalDate date, Optional<DayHours> hours) implements OperatorWord {
    public DateHours {
      Objects.requireNonNull(hours, "hours");
      if (date.getYear() < 2000 || date.getYear() > 9999) {
        throw new IllegalArgumentException("a date is such as 2026-12-24, got " + date);
      }
    }

    @Override
    public String summary() {
      return "hours-" + date + "-" + hours.map(DayHours::toString).orElse("usual");
    }
  }

  /**
   * What the park is called.
   *
   * @param name nothing for by its number
   */
  record Name(Optional<String> name) implements OperatorWord {
    public Name {
      name.ifPresent(Notice::name);
    }

    @Override
    public String summary() {
      return "name";
    }
  }

  /** Where the park's clocks are. */
  record Zone(ZoneId zone) implements OperatorWord {
    public Zone {
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public String summary() {
      return "zone-" + zone;
    }
  }

  /**
   * A ride runs, or does not.
   *
   * @param state OPEN, DOWN or CLOSED
   * @param reason for guests; none where it is open
   */
  record Running(int ride, RideState state, Cause cause, Optional<String> reason)
      implements OperatorWord {
    public Running {
      Objects.requireNonNull(cause, "cause");
      reason.ifPresent(Notice::reason);
      if (ride < 0 || ride > Ride.ID_MAX) {
        throw new IllegalArgumentException("a ride's id is a number from 0 to 9999, got " + ride);
      }
      if (state == RideState.NO_DATA || (state == RideState.OPEN && reason.isPresent())) {
        throw new IllegalArgumentException(
            "a ride is OPEN, DOWN or CLOSED, with a reason where it is not OPEN");
      }
    }

    @Override
    public String summary() {
      return "ride-"
          + ride
          + "-"
          + state.name().toLowerCase(Locale.ROOT)
          + (cause == Cause.WEATHER ? "-weather" : "");
    }
  }

  /** The operator is still at the desk, which changes nothing else. */
  record Present() implements OperatorWord {
    @Override
    public String summary() {
      return "present";
    }
  }
}
