package fwq.waitingtime.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What signs will show for the rest of the day, each quarter of an hour: what is usual then, moved
 * by how unusual the day is so far. How far it is to be moved is learnt from each quarter of an
 * hour that comes true. One thread owns it.
 */
public final class Forecast {
  /** The minutes ahead at which a lesson is learnt; between them the neighbours are mixed. */
  static final List<Integer> LEARNT_AHEAD = List.of(60, 120, 240);

  /** Sooner than this nothing is better than the sign as it is. */
  private static final double AS_NOW_MINUTES = 30;

  private static final String NAME = "forecast";
  private static final int RIDES_MAX = 10_000;
  private static final double HALF = 40_000;
  private static final double DOUBT = 1 / 200.0;
  private static final double ROBUST = 0.15;

  private final List<Lesson> lessons;
  private final QuarterClock clock = new QuarterClock();
  private final Map<String, ForecastRide> rides = new TreeMap<>();
  private final Consumer<Outcome> outcomes;

  /** A forecast that knows no day yet; it tells how each quarter of an hour came out. */
  public Forecast(Consumer<Outcome> outcomes) {
    this(
        outcomes,
        DOUBT,
        new double[] {0.36, 0.32, 0.54, -0.19, 0.23, 0.13, -0.1},
        new double[] {0.25, 0.38, 0.65, -0.22, 0.22, 0.17, -0.1},
        new double[] {0.20, 0.43, 0.74, -0.20, 0.17, 0.24, -0.1});
  }

  private Forecast(Consumer<Outcome> outcomes, double doubt, double[]... weights) {
    this.outcomes = outcomes;
    this.lessons =
        List.of(weights).stream().map(start -> new Lesson(start, doubt, HALF, ROBUST)).toList();
  }

  /** What the design describes, to hold ours against: three weights that stay. */
  public static Forecast reference(Consumer<Outcome> outcomes) {
    return new Forecast(
        outcomes,
        0,
        new double[] {0.42, 0.43, 0.26, 0, 0, 0, 0},
        new double[] {0.32, 0.50, 0.32, 0, 0, 0, 0},
        new double[] {0.26, 0.54, 0.38, 0, 0, 0, 0});
  }

  /** What a sign will show, in minutes, at a time in seconds of the park's clock. */
  public record Ahead(long at, double posted) {}

  /**
   * What came true: minutes on the sign.
   *
   * @param minutesAhead how long before it was said
   * @param asNow what the sign showed then
   * @param usual what is usual at this time
   * @param forecast what was said
   * @param posted what the sign shows now
   */
  public record Outcome(
      String ride,
      long at,
      int minutesAhead,
      double asNow,
      double usual,
      double forecast,
      double posted) {}

  /**
   * A sign was read.
   *
   * @param minutes NaN when it shows none
   */
  public void posted(String ride, long at, double minutes) {
    advance(at);
    ForecastRide its = rides.get(ride);
    if (its == null && rides.size() < RIDES_MAX) {
      its = new ForecastRide();
      rides.put(ride, its);
    }
    if (its != null) {
      its.signs.read(at, minutes);
    }
  }

  /**
   * The rest of the day of one ride: nothing where its sign is not known, and no time at which it
   * was never open.
   */
  public List<Ahead> of(String ride, long at) {
    advance(at);
    ForecastRide its = rides.get(ride);
    if (its == null || !its.signs.isFresh(at)) {
      return List.of();
    }
    double park = parkUnusual(at);
    List<Ahead> ahead = new ArrayList<>();
    long end = ParkTime.dayBreak(at) + ParkTime.DAY;
    for (long then = ParkTime.nextQuarter(at + 1); then < end; then += ParkTime.QUARTER) {
      double log = ahead(its, park, at, then);
      if (!Double.isNaN(log)) {
        ahead.add(new Ahead(then, ForecastRide.minutes(log)));
      }
    }
    return ahead;
  }

  private double ahead(ForecastRide ride, double park, long at, long then) {
    double minutes = ParkTime.minutes(at, then);
    double now = ride.now();
    if (minutes <= AS_NOW_MINUTES || !ride.isKnown(at)) {
      return now;
    }
    double usual = ride.usual(then);
    double[] clues = ride.clues(at, then, park);
    double soonest = LEARNT_AHEAD.getFirst();
    if (minutes <= soonest) {
      double share = (minutes - AS_NOW_MINUTES) / (soonest - AS_NOW_MINUTES);
      return now + share * (usual + lessons.getFirst().predict(clues) - now);
    }
    int later = 1;
    while (later < lessons.size() - 1 && LEARNT_AHEAD.get(later) < minutes) {
      later++;
    }
    double from = LEARNT_AHEAD.get(later - 1);
    double share = Math.min(1, (minutes - from) / (LEARNT_AHEAD.get(later) - from));
    return usual
        + (1 - share) * lessons.get(later - 1).predict(clues)
        + share * lessons.get(later).predict(clues);
  }

  /** How far all signs are above the usual of this hour, on average. */
  private double parkUnusual(long at) {
    return rides.values().stream()
        .filter(ride -> ride.signs.isFresh(at) && ride.isKnown(at))
        .mapToDouble(ride -> ride.unusual(at))
        .average()
        .orElse(0);
  }

  /** All that was learnt, to go on from later. */
  public String save() {
    SavedState.Writer writer = new SavedState.Writer(NAME);
    state(writer);
    return writer.state();
  }

  /**
   * Goes on from what was saved.
   *
   * @throws IllegalArgumentException with a sentence, when that is not what {@link #save} gave
   */
  public void load(String saved) {
    SavedState.Reader reader = new SavedState.Reader(NAME, saved);
    state(reader);
    reader.end();
  }

  private void state(Tape tape) {
    lessons.forEach(lesson -> lesson.state(tape));
    clock.state(tape);
    int count = tape.count(rides.size(), RIDES_MAX);
    String[] names = rides.keySet().toArray(new String[count]);
    for (int i = 0; i < count; i++) {
      rides.computeIfAbsent(tape.text(names[i]), _ -> new ForecastRide()).state(tape);
    }
  }

  private void advance(long at) {
    clock.advance(at, this::quarter, () -> rides.values().forEach(ForecastRide::newDay));
  }

  private void quarter(long at) {
    double park = parkUnusual(at);
    rides.forEach(
        (name, ride) -> {
          if (ride.signs.isFresh(at)) {
            IntStream.range(0, lessons.size()).forEach(i -> learn(name, ride, at, i));
            ride.sample(at, park);
          }
        });
  }

  private void learn(String name, ForecastRide ride, long at, int lesson) {
    int minutes = LEARNT_AHEAD.get(lesson);
    long said = at - minutes * ParkTime.MINUTE;
    Optional<double[]> then =
        said < ParkTime.dayBreak(at) ? Optional.empty() : ride.cluesThen(said, lesson);
    double usual = ride.usual(at);
    if (then.isEmpty() || Double.isNaN(usual)) {
      return;
    }
    double[] clues = then.get();
    double posted = ride.signs.posted();
    outcomes.accept(
        new Outcome(
            name,
            at,
            minutes,
            ForecastRide.minutes(ride.nowThen(said)),
            ForecastRide.minutes(usual),
            ForecastRide.minutes(usual + lessons.get(lesson).predict(clues)),
            posted));
    lessons.get(lesson).learn(clues, ride.now() - usual, Scale.weight(posted));
  }
}
