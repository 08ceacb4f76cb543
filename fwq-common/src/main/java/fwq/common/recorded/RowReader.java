package fwq.common.recorded;

import fwq.common.recorded.RecordedRow.NotOfSign;
import fwq.common.recorded.RecordedRow.Sign;
import fwq.common.recorded.RecordedRow.Unknown;
import fwq.common.recorded.RecordedRow.Wait;
import fwq.kit.file.Csv;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the lines of one recording into rows, and counts those that cannot be used. */
public final class RowReader {
  /** What a recording begins with; in any order, and there may be more columns. */
  public static final String HEADER = "at,ride,posted,actual";

  private static final List<String> COLUMNS = List.of(HEADER.split(","));

  /** A longer wait than a day is no wait. */
  private static final double MINUTES_MAX = 1_440;

  private static final int RIDE_CHARS_MAX = 100;

  /** A longer line is no row, and no more of it need be kept than shows that. */
  public static final int LINE_CHARS_MAX = 10_000;

  /** What is written where the sign shows no wait. */
  private static final Set<String> SHOWS_NOTHING =
      Set.of(
          "-999", "-999.0", "closed", "down", "unknown", "null", "na", "n/a", "nan", "none", "-");

  private final List<String> columns;
  private final Map<String, String> rides = new HashMap<>();
  private final SortedMap<String, Integer> unusable = new TreeMap<>();
  private final SortedMap<String, Integer> unknown = new TreeMap<>();

  /**
   * A reader of what follows a header.
   *
   * @throws IllegalArgumentException with a sentence, when that is no header of a recording
   */
  public RowReader(String header) {
    columns = Csv.header(header, "a recorded day", COLUMNS);
  }

  /** What one line says, if it can be used. */
  public Optional<RecordedRow> read(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    try {
      if (line.length() > LINE_CHARS_MAX) {
        throw new IllegalArgumentException("more than 10,000 characters");
      }
      return Optional.of(row(Csv.fields(line)));
    } catch (IllegalArgumentException e) {
      unusable.merge(e.getMessage(), 1, Integer::sum);
      return Optional.empty();
    }
  }

  /** How many lines could not be used, by reason, in half a sentence. */
  public SortedMap<String, Integer> unusable() {
    return Collections.unmodifiableSortedMap(unusable);
  }

  /** How many posted waits are none though they are no usual word for that, by reason. */
  public SortedMap<String, Integer> unknown() {
    return Collections.unmodifiableSortedMap(unknown);
  }

  private RecordedRow row(List<String> fields) {
    if (fields.size() > columns.size()) {
      throw new IllegalArgumentException("more fields than the first line has");
    }
    if (fields.size() < columns.size()) {
      throw new IllegalArgumentException("fewer fields than the first line has");
    }
    RecordedTime time = RecordedTime.parse(field(fields, "at"));
    String ride = ride(field(fields, "ride"));
    String waited = field(fields, "actual");
    OptionalDouble actual = waited.isEmpty() ? OptionalDouble.empty() : minutes(waited, "actual");
    return new RecordedRow(
        time.local(), time.offset(), ride, sign(field(fields, "posted"), actual), actual);
  }

  private String field(List<String> fields, String column) {
    return fields.get(columns.indexOf(column)).strip();
  }

  private Sign sign(String posted, OptionalDouble actual) {
    if (posted.isEmpty()) {
      return actual.isPresent() ? new NotOfSign() : new Unknown();
    }
    if (SHOWS_NOTHING.contains(posted.toLowerCase(Locale.ROOT))) {
      return new Unknown();
    }
    try {
      return new Wait(minutes(posted, "posted").orElseThrow());
    } catch (IllegalArgumentException e) {
      // What the sign showed is not known; what it showed before was over.
      unknown.merge(e.getMessage(), 1, Integer::sum);
      return new Unknown();
    }
  }

  /** One text for each ride, however many rows name it. */
  private String ride(String key) {
    if (key.isEmpty()
        || key.length() > RIDE_CHARS_MAX
        || key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no ride's key such as soarin");
    }
    return rides.computeIfAbsent(key, its -> its);
  }

  private static OptionalDouble minutes(String text, String what) {
    double minutes;
    try {
      minutes = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number of minutes as the " + what + " wait", e);
    }
    // Also refuses what is not a number.
    if (!(minutes >= 0 && minutes <= MINUTES_MAX)) {
      throw new IllegalArgumentException("no " + what + " wait of 0 to 1440 minutes");
    }
    return OptionalDouble.of(minutes);
  }
}
