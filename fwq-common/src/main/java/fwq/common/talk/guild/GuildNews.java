package fwq.common.talk.guild;

import fwq.common.park.Plate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened in a park's guild.
 *
 * @param id rises
 * @param at the broker's time, epoch milliseconds
 * @param plate whom it is about, if one
 * @param detail more, in words
 */
public record GuildNews(long id, long at, Kind kind, Optional<Plate> plate, String detail) {
  /** The most characters of a detail. */
  public static final int DETAIL_CHARACTERS_MAX = 200;

  /** What happened. */
  public enum Kind {
    /** An application was accepted. */
    ACCEPTED,
    /** An application was rejected. */
    REJECTED,
    /** A member left. */
    RESIGNED,
    /** A member was sent away. */
    EXPELLED,
    /** A cart is there, for the first time or again. */
    APPEARED,
    /** A cart has been silent for a minute. */
    DISAPPEARED,
    /** A cart that is no member's was seen. */
    SIGHTED,
    /** Deliveries are prepared. */
    ORDERED,
    /** A delivery has arrived. */
    DELIVERED,
    /** More was sold than there was. */
    SOLD_TOO_MUCH,
    /** A cart moved more cells than seconds went by. */
    JUMPED,
    /** A cart sold where it cannot have been. */
    SOLD_FAR_AWAY,
    /** A day is over. */
    DAY_CLOSED
  }

  public GuildNews {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(plate, "plate");
    if (id < 0 || at < 0 || detail.length() > DETAIL_CHARACTERS_MAX) {
      throw new IllegalArgumentException("an event has a number, a time and a short detail");
    }
  }
}
