package fwq.waitingtime.truth;

/** Rides and moments for tests: a day that begins at 9:00 of a Wednesday, seconds since then. */
final class Situations {
  /** 2024-05-01T09:00:00. */
  static final long NINE = 1_714_554_000L;

  private final ParkMemory park = new ParkMemory(Math.log(0.7));

  RideMemory ride(String name) {
    return park.ride(name);
  }

  ParkMemory park() {
    return park;
  }

  static long minutes(double after) {
    return NINE + Math.round(after * 60);
  }

  Situations posted(String ride, double at, double posted) {
    ride(ride).signs.read(minutes(at), posted);
    return this;
  }

  Situations inLine(String ride, double since) {
    Guest guest = new Guest();
    guest.joined = minutes(since);
    ride(ride).line.put((long) ride(ride).line.size(), guest);
    return this;
  }

  double clue(Clue clue, String ride, double at) {
    return clue.in(Situation.of(park, ride(ride), minutes(at)));
  }
}
