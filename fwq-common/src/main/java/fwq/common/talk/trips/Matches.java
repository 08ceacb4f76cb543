package fwq.common.talk.trips;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, or the nearest days on which it would have.
 *
 * @param choices at most {@link #CHOICES_MAX}, cheapest first
 * @param before the nearest earlier day that has some, where there are none on the day itself
 * @param after the nearest later one
 */
public record Matches(List<Choice> choices, Optional<LocalDate> before, Optional<LocalDate> after) {
  /** The most that one search gives. */
  public static final int CHOICES_MAX = 50;

  public Matches {
    choices = List.copyOf(choices);
  }

  /** Some were found. */
  public static Matches of(List<Choice> choices) {
    return new Matches(choices, Optional.empty(), Optional.empty());
  }
}
