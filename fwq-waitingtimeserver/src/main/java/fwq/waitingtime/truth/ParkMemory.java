package fwq.waitingtime.truth;

import java.util.Map;
import java.util.TreeMap;

/** What is remembered of all rides together, and of each. */
final class ParkMemory {
  private static final int RIDES_MAX = 10_000;

  final double prior;
  final ForgettingMean all = new ForgettingMean(300);
  final HourErrors hourErrors = new HourErrors(10, 30, 5);
  final Map<String, RideMemory> rides = new TreeMap<>();
  FadingMean errorsToday = RideMemory.newErrors();

  ParkMemory(double prior) {
    this.prior = prior;
  }

  RideMemory ride(String name) {
    return rides.computeIfAbsent(
        name,
        _ -> {
          if (rides.size() == RIDES_MAX) {
            throw new IllegalArgumentException("more than " + RIDES_MAX + " rides in one park");
          }
          return new RideMemory(prior);
        });
  }

  /** How far the other rides' signs are above the usual of this hour, on average. */
  double crowd(RideMemory except, Moment at) {
    double sum = 0;
    int count = 0;
    for (RideMemory ride : rides.values()) {
      if (ride != except && ride.signs.isFresh(at.at())) {
        sum += ride.unusual(at.minute(), Scale.log(ride.signs.posted()));
        count++;
      }
    }
    return sum / (count + 2);
  }

  void sample(long quarter) {
    rides.values().forEach(ride -> ride.signs.sample(quarter));
  }

  void newDay() {
    errorsToday = RideMemory.newErrors();
    rides.values().forEach(RideMemory::newDay);
  }

  void state(Tape tape) {
    all.state(tape);
    hourErrors.state(tape);
    errorsToday.state(tape);
    int count = tape.count(rides.size(), RIDES_MAX);
    String[] names = rides.keySet().toArray(new String[count]);
    for (int i = 0; i < count; i++) {
      ride(tape.text(names[i])).state(tape);
    }
  }
}
