package fwq.common.recorded;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was seen at a ride.
 *
 * @param at by the park's clock, as it stood in the row
 * @param offset from UTC, where the row said it
 * @param ride its key
 * @param actual how many minutes a guest waited, if one told, 0..1440
 */
public record RecordedRow(
    LocalDateTime at, Optional<ZoneOffset> offset, String ride, Sign sign, OptionalDouble actual) {

  /** What the sign at the ride showed. */
  public sealed interface Sign {}

  /**
   * A wait.
   *
   * @param minutes 0..1440
   */
  public record Wait(double minutes) implements Sign {}

  /** No wait, as of a ride that is closed: from then on it is not known. */
  public record Unknown() implements Sign {}

  /** The row is not about the sign. */
  public record NotOfSign() implements Sign {}
}
