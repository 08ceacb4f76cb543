package fwq.waitingtime.truth;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which clues an estimate is made of. Fewer of them are stages on the way, each of which can stand
 * alone.
 *
 * @param name what people call it
 * @param first the first lesson
 * @param second what the second lesson knows besides, which are the first one's errors; without any
 *     clue there is no second lesson
 * @param prior the share of the sign (a logarithm) that is believed until guests have boarded
 * @param doubt how readily the weights change at first; 0: they stay
 * @param robust the error (a logarithm) beyond which a guest counts less
 * @param trim how far (a logarithm) an outcome may lie from what was believed; what lies further
 *     away is remembered as that far, so that nonsense does little harm
 * @param isCentred whether the estimate is moved by the middle of alike guests' errors
 */
public record Settings(
    String name,
    Plan first,
    Plan second,
    double prior,
    double doubt,
    double robust,
    double trim,
    boolean isCentred) {

  /** A clue, and what it is worth before anybody has boarded. */
  public record Weighted(Clue clue, double weight) {}

  /**
   * What a lesson is about.
   *
   * @param half guests after which one counts half
   */
  public record Plan(double half, List<Weighted> clues) {
    static Plan of(double half, Weighted... clues) {
      return new Plan(half, List.of(clues));
    }
  }

  /** Guests stand seven tenths of a sign that is padded, as most are. */
  private static final double PADDED = Math.log(0.7);

  private static final double DOUBT = 1 / 30.0;
  private static final double UNTRIMMED = 10;
  private static final Plan NONE = Plan.of(1);

  /** The sign times what guests of this ride stood lately. */
  public static Settings level() {
    Plan level = Plan.of(1, new Weighted(Clue.LEVEL, 1));
    return new Settings("level", level, NONE, PADDED, 0, 1, UNTRIMMED, false);
  }

  /** What the design describes, to hold ours against. */
  public static Settings reference() {
    Plan first =
        Plan.of(
            2_500,
            new Weighted(Clue.ONE, 0),
            new Weighted(Clue.LEVEL, 1),
            new Weighted(Clue.SLOW, 0.3),
            new Weighted(Clue.ALL, 0.3),
            new Weighted(Clue.ALIKE, 1.1),
            new Weighted(Clue.LAST, 0.1),
            new Weighted(Clue.LINE, 0.5),
            new Weighted(Clue.RIDE_TODAY, 0.15),
            new Weighted(Clue.ALL_TODAY, 0.35),
            new Weighted(Clue.RISE, 0),
            new Weighted(Clue.HIGH, 0),
            new Weighted(Clue.OPENING, 0),
            new Weighted(Clue.MORNING, 0),
            new Weighted(Clue.FORENOON, 0));
    return new Settings("reference", first, NONE, PADDED, DOUBT, 0.2, UNTRIMMED, true);
  }

  /** The first lesson of {@link #best} alone. */
  public static Settings firstLesson() {
    Plan first =
        Plan.of(
            2_500,
            new Weighted(Clue.ONE, 0),
            new Weighted(Clue.LEVEL, 1),
            new Weighted(Clue.SLOW, 0.3),
            new Weighted(Clue.ALL, 0.3),
            new Weighted(Clue.ALIKE, 1.1),
            new Weighted(Clue.ALIKE_LONG, 0),
            new Weighted(Clue.LAST, 0.1),
            new Weighted(Clue.LINE, 0.5),
            new Weighted(Clue.RISE, 0),
            new Weighted(Clue.HIGH, 0),
            new Weighted(Clue.OPENING, 0),
            new Weighted(Clue.MORNING, 0),
            new Weighted(Clue.FORENOON, 0),
            new Weighted(Clue.UNUSUAL, 0),
            new Weighted(Clue.CROWD, 0),
            new Weighted(Clue.FROM_NOON, 0),
            new Weighted(Clue.USUAL_RISE, 0));
    return new Settings("first lesson", first, NONE, PADDED, DOUBT, 0.3, 0.6, false);
  }

  /** The best that is known. */
  public static Settings best() {
    Settings one = firstLesson();
    Plan errors =
        Plan.of(
            1_000,
            new Weighted(Clue.LIKE_ERRORS, 0),
            new Weighted(Clue.HOUR_ERRORS, 0),
            new Weighted(Clue.ALL_HOUR_ERRORS, 0),
            new Weighted(Clue.LATELY, 0));
    return new Settings("best", one.first, errors, PADDED, one.doubt, one.robust, one.trim, false);
  }

  /** The same for signs that nobody pads, such as our own formula. */
  public Settings unpadded() {
    return new Settings(name, first, second, 0, doubt, robust, trim, isCentred);
  }

  /** From a single clue to the best, the reference among them. */
  public static List<Settings> stages() {
    return List.of(level(), reference(), firstLesson(), best());
  }

  /** The clues of both lessons. */
  List<Weighted> clues() {
    return Stream.concat(first.clues.stream(), second.clues.stream()).toList();
  }

  boolean hasSecond() {
    return !second.clues.isEmpty();
  }

  Lesson newFirst() {
    return lesson(first.clues, first.half);
  }

  Lesson newSecond() {
    return lesson(clues(), second.half);
  }

  private Lesson lesson(List<Weighted> clues, double half) {
    double[] weights = clues.stream().mapToDouble(Weighted::weight).toArray();
    return new Lesson(weights, doubt, half, robust);
  }
}
