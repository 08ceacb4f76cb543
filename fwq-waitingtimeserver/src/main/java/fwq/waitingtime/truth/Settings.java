package fwq.waitingtime.truth;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which clues an estimate is made of. Fewer of them are stages on the way, each of which can stand
 * alone.
 *
 * @param name what people call it
 * @param first the clues of the first lesson
 * @param second what the second lesson knows besides: the first one's errors; without any there is
 *     no second one
 * @param firstHalf guests after which one counts half, in the first lesson
 * @param secondHalf the same, in the second
 * @param doubt how readily the weights change at first; 0: they stay
 * @param robust the error (a logarithm) beyond which a guest counts less
 * @param trim how far (a logarithm) an outcome may lie from what was believed; what lies further
 *     away is remembered as that far, so that nonsense does little harm
 * @param isCentred whether the estimate is moved by the middle of alike guests' errors
 */
public record Settings(
    String name,
    List<Weighted> first,
    List<Weighted> second,
    double firstHalf,
    double secondHalf,
    double doubt,
    double robust,
    double trim,
    boolean isCentred) {

  /** A clue, and what it is worth before anybody has boarded. */
  public record Weighted(Clue clue, double weight) {}

  private static final double DOUBT = 1 / 30.0;
  private static final double UNTRIMMED = 10;

  /** The sign times what guests of this ride stood lately. */
  public static Settings level() {
    List<Weighted> level = List.of(new Weighted(Clue.LEVEL, 1));
    return new Settings("level", level, List.of(), 1, 1, 0, 1, UNTRIMMED, false);
  }

  /** What the design describes, to hold ours against. */
  public static Settings reference() {
    List<Weighted> first =
        List.of(
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
    return new Settings("reference", first, List.of(), 2_500, 1, DOUBT, 0.2, UNTRIMMED, true);
  }

  /** The first lesson of {@link #best} alone. */
  public static Settings firstLesson() {
    List<Weighted> first =
        List.of(
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
    return new Settings("first lesson", first, List.of(), 2_500, 1, DOUBT, 0.3, 0.6, false);
  }

  /** The best that is known. */
  public static Settings best() {
    Settings lesson = firstLesson();
    List<Weighted> errors =
        List.of(
            new Weighted(Clue.LIKE_ERRORS, 0),
            new Weighted(Clue.HOUR_ERRORS, 0),
            new Weighted(Clue.ALL_HOUR_ERRORS, 0),
            new Weighted(Clue.LATELY, 0));
    return new Settings(
        "best",
        lesson.first,
        errors,
        lesson.firstHalf,
        1_000,
        DOUBT,
        lesson.robust,
        lesson.trim,
        false);
  }

  /** From a single clue to the best, the reference among them. */
  public static List<Settings> stages() {
    return List.of(level(), reference(), firstLesson(), best());
  }

  Lesson newFirst() {
    return new Lesson(weights(first), doubt, firstHalf, robust);
  }

  Lesson newSecond() {
    List<Weighted> all = Stream.concat(first.stream(), second.stream()).toList();
    return new Lesson(weights(all), doubt, secondHalf, robust);
  }

  boolean hasSecond() {
    return !second.isEmpty();
  }

  private static double[] weights(List<Weighted> clues) {
    return clues.stream().mapToDouble(Weighted::weight).toArray();
  }
}
