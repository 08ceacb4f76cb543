package fwq.waitingtime.truth;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered of one ride. Logarithms of the wait's share of the sign, unless said. */
final class RideMemory {
  private static final double LEVEL_STRENGTH = 5;

  final double prior;
  final ForgettingMean level = new ForgettingMean(60);
  final ForgettingMean slow = new ForgettingMean(300);
  final AlikeGuests alike = new AlikeGuests();

  /** The sign's logarithm at each hour, as it was in the last days. */
  final UsualDay usual = new UsualDay(4);

  /** The same, of the last weeks. */
  final UsualDay usualSlowly = new UsualDay(20);

  /** Errors of the first lesson, by the hour and of the last day. */
  final HourErrors hourErrors = new HourErrors(20, 40, 2);

  final FadingMean lately = new FadingMean(24 * 60);

  Signs signs = new Signs();
  FadingMean errorsToday = newErrors();

  /** Guests in line who joined today, by number, the longest there first. */
  final Map<Long, Guest> line = new LinkedHashMap<>();

  private double lastBoarded = Double.NEGATIVE_INFINITY;
  private double lastWaited;

  /**
   * A ride of which nothing is known.
   *
   * @param prior the share that is believed until guests have shown otherwise
   */
  RideMemory(double prior) {
    this.prior = prior;
  }

  static FadingMean newErrors() {
    return new FadingMean(240);
  }

  double level() {
    return level.mean(prior, LEVEL_STRENGTH);
  }

  /** How far a sign is above the usual of this hour. */
  double unusual(double minute, double logPosted) {
    return Math.clamp(logPosted - usual.at(minute, logPosted, 0.5), -1.5, 1.5);
  }

  void boarded(long at, double waited) {
    lastBoarded = at;
    lastWaited = waited;
  }

  /** How long the last one stood who boarded in the last hour; NaN: nobody did. */
  double lastWaited(long at) {
    return at - lastBoarded < 60 * ParkTime.MINUTE ? lastWaited : Double.NaN;
  }

  void newDay() {
    usual.add(signs.quarters());
    usualSlowly.add(signs.quarters());
    signs = new Signs();
    errorsToday = newErrors();
    line.values().forEach(guest -> guest.isToday = false);
    line.clear();
    lastBoarded = Double.NEGATIVE_INFINITY;
  }

  /** All but the guests in line. */
  void state(Tape tape) {
    level.state(tape);
    slow.state(tape);
    alike.state(tape);
    usual.state(tape);
    usualSlowly.state(tape);
    hourErrors.state(tape);
    lately.state(tape);
    signs.state(tape);
    errorsToday.state(tape);
    lastBoarded = tape.number(lastBoarded);
    lastWaited = tape.number(lastWaited);
  }
}
