package fwq.sensor;

import java.time.Duration;
import java.util.OptionalInt;

/** A simulated line in real time: a park minute lasts as long as the operator says. */
public final class Simulation implements Counts {
  private final SimulatedQueue queue;
  private final long minuteMillis;
  private long simulatedTo;

  /**
   * A line that begins now.
   *
   * @param minute how long a park minute lasts
   * @param now epoch milliseconds
   */
  public Simulation(SimulatedQueue queue, Duration minute, long now) {
    this.queue = queue;
    this.minuteMillis = minute.toMillis();
    this.simulatedTo = now;
  }

  @Override
  public OptionalInt peopleAt(long now) {
    // After a long sleep of the machine nobody needs to know how the line got where it is.
    simulatedTo = Math.max(simulatedTo, now - SimulatedQueue.DAY_MINUTES * minuteMillis);
    for (; simulatedTo + minuteMillis <= now; simulatedTo += minuteMillis) {
      queue.advance();
    }
    return OptionalInt.of(queue.people());
  }
}
