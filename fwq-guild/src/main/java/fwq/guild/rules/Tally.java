package fwq.guild.rules;

import fwq.common.park.Plate;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a cart sold to one client on one day, or late of one hour.
 *
 * @param kind whose sum it is
 * @param name the client, or the hour
 */
public record Tally(LocalDate date, Plate plate, Kind kind, String name, long sales, long sold) {
  /** What sales are added up by. */
  public enum Kind {
    /** By client. */
    CLIENT,
    /** By the hour of their own time, those that came late. */
    LATE
  }

  public Tally {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
