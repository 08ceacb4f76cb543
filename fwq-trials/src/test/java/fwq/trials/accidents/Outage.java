package fwq.trials.accidents;

import fwq.trials.accidents.Scenario.Kind;
import java.util.OptionalDouble;

/**
 * A park without a map because of an accident, until the first frame that can come of a new one.
 */
final class Outage {
  private final Kind kind;
  private final int park;
  private final long epochBefore;
  private final long madeAfter;
  private final long beganNanos = System.nanoTime();
  private OptionalDouble seconds = OptionalDouble.empty();
  private boolean brokerToo;

  private Outage(Kind kind, int park, long epochBefore, long madeAfter) {
    this.kind = kind;
    this.park = park;
    this.epochBefore = epochBefore;
    this.madeAfter = madeAfter;
  }

  /** From now until a frame of an epoch above this one. */
  static Outage ofOwner(Kind kind, int park, long epochBefore) {
    return new Outage(kind, park, epochBefore, 0);
  }

  /** From now until a frame that was made later than now. */
  static Outage ofBroker(int park) {
    return new Outage(Kind.BROKER, park, -1, System.currentTimeMillis());
  }

  /** Looks whether this frame, which is here now, ends it. */
  void see(int park, long epoch, long madeAt) {
    if (seconds.isEmpty() && park == this.park && epoch > epochBefore && madeAt > madeAfter) {
      seconds = OptionalDouble.of((System.nanoTime() - beganNanos) / 1e9);
    }
  }

  /** The broker was killed before it was over. */
  void brokerDied() {
    if (seconds.isEmpty() && kind != Kind.BROKER) {
      brokerToo = true;
    }
  }

  Kind kind() {
    return kind;
  }

  /** How long it lasted; nothing when there never was a frame. */
  OptionalDouble seconds() {
    return seconds;
  }

  /** Whether its length is the broker's doing, too. */
  boolean brokerToo() {
    return brokerToo;
  }
}
