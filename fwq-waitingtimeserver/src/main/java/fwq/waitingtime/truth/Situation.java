package fwq.waitingtime.truth;

/** All that is known about one ride's line at a moment. */
record Situation(ParkMemory park, RideMemory ride, Moment at, double level) {
  static Situation of(ParkMemory park, RideMemory ride, long at) {
    double posted = ride.signs.posted();
    double logPosted = Scale.log(posted);
    double minute = ParkTime.minuteOfDay(at);
    Moment moment = new Moment(at, posted, logPosted, minute, ride.unusual(minute, logPosted));
    ride.alike.compare(moment);
    return new Situation(park, ride, moment, ride.level());
  }

  double last() {
    double waited = ride.lastWaited(at.at());
    return Double.isNaN(waited)
        ? 0
        : Math.clamp(Scale.log(waited) - at.logPosted(), -1.5, 1.5) - level;
  }

  double line() {
    for (Guest longest : ride.line.values()) {
      double minutes = ParkTime.minutes(longest.joined, at.at());
      return Math.max(0, Scale.log(minutes) - at.logPosted() - level);
    }
    return 0;
  }

  /** How far the sign is above what it was, a wait in minutes; 0 where nobody knows. */
  double above(double posted) {
    return Double.isNaN(posted) ? 0 : Math.clamp(at.logPosted() - Scale.log(posted), -1.5, 1.5);
  }

  /** 1 when the ride opens, then falling to 1/e within so many minutes. */
  double sinceOpening(double minutes) {
    return Math.exp(-ride.signs.minutesOpen(at.at()) / minutes);
  }

  double fromNoon() {
    double hours = (at.minute() - 13 * 60) / (6 * 60);
    return hours * hours;
  }

  double usualRise() {
    double now = ride.usualSlowly.at(at.minute(), at.logPosted(), 0.01);
    double later = ride.usualSlowly.at(at.minute() + 30, at.logPosted(), 0.01);
    return Math.clamp(later - now, -1, 1);
  }
}
