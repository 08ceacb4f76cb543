package fwq.sensor;

import java.util.OptionalInt;

/** Where a sensor has its numbers from. For one thread, with times that never go back. */
sealed interface Counts permits CounterInput, RandomCounts, Replay, Simulation {
  /**
   * How many people are in line, or nothing when that is not known and nothing is to be said.
   *
   * @param now milliseconds by a clock that never goes back
   */
  OptionalInt peopleAt(long now);

  /**
   * When there is something new that must not wait for the sensor's next turn.
   *
   * @param now milliseconds by a clock that never goes back
   * @return later than {@code now}; {@link Long#MAX_VALUE} when nothing of the kind is known
   */
  default long nextChange(long now) {
    return Long.MAX_VALUE;
  }
}
