package fwq.common.talk.trips;

import java.util.Objects;

/**
 * A field that breaks its rule.
 *
 * @param field its name in the search
 * @param why for programs
 * @param message for people: what was expected, with an example
 */
public record WrongField(String field, Why why, String message) {
  /** Which rule. */
  public enum Why {
    /** Nothing was given. */
    MISSING,
    /** No town has this code or name. */
    UNKNOWN_TOWN,
    /** From a town to itself. */
    SAME_TOWN,
    /** No day of the calendar, such as 31 February. */
    NO_DAY,
    /** A day that is over. */
    PAST,
    /** The return is before the departure, or leaving not after entry. */
    TOO_EARLY,
    /** More nights than a stay has. */
    TOO_LONG,
    /** A number that is too small or too large. */
    OUT_OF_RANGE
  }

  public WrongField {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(message, "message");
  }
}
