package fwq.operator.operate.weather;

import fwq.common.park.Notice;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule: which rides close, and when.
 *
 * @param quadrant 0..3 for rows 0 to 9 and 10 to 19, columns 0 to 9 and 10 to 19; or nothing
 * @param ride an id; or nothing
 * @param reason for guests
 */
record Rule(
    OptionalInt quadrant,
    OptionalInt ride,
    Measure measure,
    boolean below,
    double limit,
    Optional<String> reason) {
  /** Quadrants as a rule names them, in the order of the weather's places. */
  static final List<String> QUADRANTS = List.of("nw", "ne", "sw", "se");

  /** What has closed a ride opens it only when it is so far inside the limit again. */
  static final double MARGIN = 1;

  private static final int HALF = 10;
  private static final int COLUMNS = 20;

  private static final Pattern LINE =
      Pattern.compile(
          "(quadrant (nw|ne|sw|se)|ride (\\d{1,4})) (temperature|wind) (below|above)"
              + " (-?\\d{1,3}(?:\\.\\d)?)(?: (.+))?");

  /** What is measured. */
  enum Measure {
    TEMPERATURE,
    WIND
  }

  /**
   * Reads such as {@code quadrant nw temperature below 20 Too cold}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static Rule parse(String line) {
    Matcher matcher = LINE.matcher(line.strip().replaceAll("\\s+", " "));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a rule is such as 'quadrant nw temperature below 20 Too cold' or 'ride 3 wind above 50',"
              + " got '"
              + line
              + "'");
    }
    return new Rule(
        matcher.group(2) == null
            ? OptionalInt.empty()
            : OptionalInt.of(QUADRANTS.indexOf(matcher.group(2))),
        matcher.group(3) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(matcher.group(3))),
        Measure.valueOf(matcher.group(4).toUpperCase(Locale.ROOT)),
        matcher.group(5).equals("below"),
        Double.parseDouble(matcher.group(6)),
        Optional.ofNullable(matcher.group(7)).map(Notice::reason));
  }

  /** Whether it is about this ride. */
  boolean concerns(Ride other) {
    return ride.isPresent()
        ? ride.getAsInt() == other.id()
        : quadrant.orElseThrow() == quadrant(other.position());
  }

  static int quadrant(Position position) {
    int cell = position.cell();
    return cell / COLUMNS / HALF * 2 + cell % COLUMNS / HALF;
  }

  /** What it looks at; nothing where that is not known. */
  OptionalDouble value(Conditions here) {
    return switch (measure) {
      case TEMPERATURE -> here.celsius();
      case WIND -> here.windKmh();
    };
  }

  /** Whether a ride that runs is to close. */
  boolean isBeyond(double value) {
    return below ? value < limit : value > limit;
  }

  /** Whether a ride that it closed may run again. */
  boolean isInside(double value) {
    return below ? value >= limit + MARGIN : value <= limit - MARGIN;
  }
}
