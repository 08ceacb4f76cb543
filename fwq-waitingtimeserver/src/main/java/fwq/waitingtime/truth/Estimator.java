package fwq.waitingtime.truth;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long guests of one park will really stand, learnt from each one who boards. One thread owns
 * it; times are seconds of the park's own clock and rise.
 */
public final class Estimator {
  /** A longer wait is a fault of whoever counted, and teaches nothing. */
  static final double WAITED_MAX = 400;

  /** A longer wait is none. */
  private static final double POSTED_MAX = 1_440;

  /** A larger error (a logarithm) is remembered as this. */
  private static final double ERROR_MAX = 1.2;

  /** People who stand in a park's lines; more are not waited for. */
  private static final int WAITING_MAX = 1_000_000;

  private final Settings settings;
  private final Lesson first;
  private final Lesson second;
  private final Band band = new Band();
  private final QuarterClock clock = new QuarterClock();
  private final ParkMemory park;
  private final List<Settings.Weighted> clues;
  private final Map<Long, Guest> waiting = new LinkedHashMap<>();
  private long guests;

  /** An estimator that has learnt nothing. */
  public Estimator(Settings settings) {
    this.settings = settings;
    this.first = settings.newFirst();
    this.second = settings.newSecond();
    this.park = new ParkMemory(settings.prior());
    this.clues = settings.clues();
  }

  /**
   * Who joined a line.
   *
   * @param guest a number, to name them by when they board or leave
   * @param shown what they are told; nothing without a reading of the last half hour
   */
  public record Joined(long guest, Optional<Estimate> shown) {}

  /**
   * A sign was read.
   *
   * @param minutes NaN when it shows none: closed, down, unknown
   */
  public void posted(String ride, long at, double minutes) {
    advance(at);
    park.ride(ride).signs.read(at, minutes >= 0 && minutes <= POSTED_MAX ? minutes : Double.NaN);
  }

  /** What a guest would be told who joined now. */
  public Optional<Estimate> estimate(String ride, long at) {
    advance(at);
    Guest asking = guest(ride, at);
    return asking.isEstimated ? Optional.of(asking.shown) : Optional.empty();
  }

  /** A guest joins a line. */
  public Joined joined(String ride, long at) {
    advance(at);
    if (waiting.size() == WAITING_MAX) {
      left(waiting.keySet().iterator().next());
    }
    Guest guest = guest(ride, at);
    long number = guests++;
    add(number, guest);
    return new Joined(number, guest.isEstimated ? Optional.of(guest.shown) : Optional.empty());
  }

  /** A guest leaves a line without boarding, which teaches nothing. */
  public void left(long number) {
    Guest guest = waiting.remove(number);
    if (guest != null) {
      park.ride(guest.ride).line.remove(number);
    }
  }

  /** A ride is down: how long those wait who stand there teaches nothing. */
  public void down(String ride) {
    park.ride(ride).line.values().forEach(guest -> guest.teaches = false);
  }

  /** A guest boards, which is learnt from. */
  public void boarded(long number, long at) {
    advance(at);
    Guest guest = waiting.remove(number);
    if (guest == null) {
      return;
    }
    RideMemory ride = park.ride(guest.ride);
    ride.line.remove(number);
    double waited = ParkTime.minutes(guest.joined, at);
    if (guest.isEstimated && guest.teaches && waited >= 0 && waited <= WAITED_MAX) {
      learn(guest, ride, waited);
      if (guest.isToday) {
        ride.boarded(at, waited);
      }
    }
  }

  private Guest guest(String name, long at) {
    Guest guest = new Guest();
    guest.ride = name;
    guest.joined = at;
    RideMemory ride = park.ride(name);
    guest.isEstimated = ride.signs.isFresh(at);
    if (guest.isEstimated) {
      predict(guest, Situation.of(park, ride, at));
    }
    return guest;
  }

  private void predict(Guest guest, Situation situation) {
    guest.moment = situation.at();
    guest.level = situation.level();
    guest.clues = clues.stream().mapToDouble(it -> it.clue().in(situation)).toArray();
    guest.first = share(first.predict(guest.clues));
    guest.second = settings.hasSecond() ? share(second.predict(guest.clues)) : guest.first;
    double[] errors = band.errors(situation.ride().alike);
    double posted = guest.moment.posted();
    double middle = guest.second + (settings.isCentred() ? errors[1] : 0);
    guest.shown =
        new Estimate(
            posted,
            middle,
            Scale.minutes(posted, guest.second + errors[0]),
            Scale.minutes(posted, middle),
            Scale.minutes(posted, guest.second + errors[2]));
  }

  private static double share(double logarithm) {
    return Math.clamp(logarithm, -2.5, 1.2);
  }

  private void learn(Guest guest, RideMemory ride, double waited) {
    double logShare = Scale.log(waited) - guest.moment.logPosted();
    double outcome = Math.clamp(logShare, -2.5, 1.5);
    double weight = Scale.weight(guest.moment.posted());
    first.learn(guest.clues, outcome, weight);
    if (settings.hasSecond()) {
      second.learn(guest.clues, outcome, weight);
    }
    double error = outcome - guest.second;
    double firstError = outcome - guest.first;
    double bound = Math.min(ERROR_MAX, settings.trim());
    double bounded = Math.clamp(firstError, -bound, bound);
    if (guest.isToday) {
      ride.errorsToday.add(guest.joined, bounded);
      park.errorsToday.add(guest.joined, bounded);
    }
    ride.hourErrors.add(guest.joined, bounded);
    park.hourErrors.add(guest.joined, bounded);
    ride.lately.add(guest.joined, bounded);
    double beyondLevel =
        Math.clamp(Math.clamp(logShare, -2, 1.2) - guest.level, -settings.trim(), settings.trim());
    double share = guest.level + beyondLevel;
    ride.alike.add(guest.moment, beyondLevel, bounded, error);
    ride.level.add(share, weight);
    ride.slow.add(share, weight);
    park.all.add(share, weight);
    band.learn(guest.shown, waited);
  }

  private void advance(long at) {
    clock.advance(at, park::sample, park::newDay);
  }

  /** The rides that were heard of. */
  public Collection<String> rides() {
    return park.rides.keySet();
  }

  /** All that was learnt and who stands in line, to go on from later. */
  public String save() {
    SavedState.Writer writer = new SavedState.Writer(settings.name());
    state(writer);
    return writer.state();
  }

  /**
   * Goes on from what was saved.
   *
   * @throws IllegalArgumentException with a sentence, when that is not what {@link #save} gave for
   *     these settings
   */
  public static Estimator load(Settings settings, String saved) {
    Estimator estimator = new Estimator(settings);
    SavedState.Reader reader = new SavedState.Reader(settings.name(), saved);
    estimator.state(reader);
    reader.end();
    return estimator;
  }

  private void state(Tape tape) {
    guests = tape.whole(guests);
    clock.state(tape);
    first.state(tape);
    second.state(tape);
    band.state(tape);
    park.state(tape);
    int count = tape.count(waiting.size(), WAITING_MAX);
    if (waiting.isEmpty()) {
      for (int i = 0; i < count; i++) {
        long number = tape.whole(0);
        Guest guest = new Guest();
        guest.state(tape);
        add(number, guest);
      }
    } else {
      waiting.forEach(
          (number, guest) -> {
            tape.whole(number);
            guest.state(tape);
          });
    }
  }

  private void add(long number, Guest guest) {
    waiting.put(number, guest);
    if (guest.isToday) {
      park.ride(guest.ride).line.put(number, guest);
    }
  }
}
