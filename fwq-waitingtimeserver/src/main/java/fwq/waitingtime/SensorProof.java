package fwq.waitingtime;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one ride's sensor has proven: whether it signs, and what it signed last, so that nothing it
 * said counts twice. Pure: time is an argument.
 *
 * <p>What a sensor signs has a time of its own clock, which rises from one to the next; it must be
 * near the time when the broker or we had it. So whoever repeats what a sensor once signed is
 * refused, on a server that never heard the sensor before, too; and a sensor whose clock was a year
 * ahead for a moment is not silent for a year. Where our own clock was set back, so that the newest
 * is ahead of it, sensors begin anew.
 *
 * @param signedAt the newest time that its sensor has signed, in epoch milliseconds; nothing as
 *     long as it has signed nothing
 */
record SensorProof(OptionalLong signedAt) {
  /** Clocks of a sensor, the broker and this machine may differ so much. */
  static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(2);

  /** Of a sensor that has signed nothing. */
  static final SensorProof NONE = new SensorProof(OptionalLong.empty());

  /** Why a reading does not count. */
  enum Doubt {
    /** Nobody signed it, and such readings are not believed. */
    UNSIGNED,
    /** Nobody signed it, though the ride's sensor signs. */
    UNSIGNED_NOW,
    /** It is not signed with the key of the ride's sensor. */
    FORGED,
    /** It is signed with a time that is not now. */
    CLOCK,
    /** The sensor has signed this, or a later one, before. */
    REPEATED;

    /** What happened, and what to do. */
    String sentence(ParkRide ride) {
      return switch (this) {
        case UNSIGNED ->
            "nobody signed it; give its sensor a key (fwq keys give FILE --park %d --ride %d, and"
                    .formatted(ride.park(), ride.ride())
                + " fwq sensor --key FILE), or start this server with --unsigned-sensors";
        case UNSIGNED_NOW ->
            "nobody signed it, and its sensor has signed before; if it signs no more, start this"
                + " server once with --forget-signed "
                + ride;
        case FORGED ->
            "it is not signed with the key of its sensor; if the sensor has an old one, give it"
                + " another with fwq keys give FILE --park %d --ride %d"
                    .formatted(ride.park(), ride.ride());
        case CLOCK ->
            "its sensor's clock differs by more than %d s from the broker's or this machine's; set"
                    .formatted(CLOCKS_DIFFER_MAX.toSeconds())
                + " what is wrong";
        case REPEATED ->
            "its sensor has said this, or something later, before; if the sensor's clock was set"
                + " back and it is to count at once, start this server once with --forget-signed "
                + ride;
      };
    }
  }

  /**
   * Why a reading that nobody signed does not count, if so.
   *
   * @param believed whether readings count that nobody signed
   */
  Optional<Doubt> unsigned(boolean believed) {
    if (signedAt.isPresent()) {
      return Optional.of(Doubt.UNSIGNED_NOW);
    }
    return believed ? Optional.empty() : Optional.of(Doubt.UNSIGNED);
  }

  /**
   * Why a reading with its sensor's signature does not count, if so.
   *
   * @param at the time that was signed
   * @param heardAt when the broker or we had it
   * @param now by our clock
   */
  Optional<Doubt> signed(long at, long heardAt, long now) {
    if (isAfter(at, heardAt) || isAfter(heardAt, at)) {
      return Optional.of(Doubt.CLOCK);
    }
    return signedAt.isPresent() && at <= signedAt.getAsLong() && !isAfter(signedAt.getAsLong(), now)
        ? Optional.of(Doubt.REPEATED)
        : Optional.empty();
  }

  /** Of one that counts. */
  static SensorProof of(long at) {
    return new SensorProof(OptionalLong.of(at));
  }

  /** By more than clocks differ; with times that anybody may have made up. */
  private static boolean isAfter(long one, long other) {
    return other < one - CLOCKS_DIFFER_MAX.toMillis() && one > other;
  }
}
