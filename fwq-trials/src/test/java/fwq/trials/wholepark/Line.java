package fwq.trials.wholepark;

import fwq.common.park.Ride;
import fwq.sensor.SimulatedQueue;
import fwq.sensor.Simulation;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** A real simulated line in front of a ride. */
public final class Line {
  private final Simulation simulation;

  /** A line that begins now. */
  public Line(Ride ride, Duration minute, RandomGenerator random, long now) {
    SimulatedQueue queue = new SimulatedQueue(ride.cycleMinutes(), ride.capacity(), random);
    simulation = new Simulation(queue, minute, now);
  }

  /** People in line at a moment, which never goes back. */
  public int peopleAt(long now) {
    return simulation.peopleAt(now).orElseThrow();
  }
}
