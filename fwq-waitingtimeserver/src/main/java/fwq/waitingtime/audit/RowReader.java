package fwq.waitingtime.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns the lines of one recording into what happened, and counts those that cannot be used. */
final class RowReader {
  /** What a recording begins with; in any order, and there may be more columns. */
  static final String HEADER = "at,ride,posted,actual";

  /** The longest wait that is believed: longer ones teach nothing either. */
  private static final double ACTUAL_MAX = 400;

  private static final double POSTED_MAX = 1_440;
  private static final int RIDE_CHARS_MAX = 100;

  /** What is written where the sign shows no wait. */
  private static final Set<String> SHOWS_NOTHING =
      Set.of("-999", "-999.0", "closed", "down", "unknown", "null", "na", "nan", "none");

  private final Times times;
  private final int at;
  private final int ride;
  private final int posted;
  private final int actual;
  private final Map<String, String> rides = new HashMap<>();
  private final Map<String, Integer> bad = new TreeMap<>();

  /**
   * A reader of what follows a header.
   *
   * @throws IllegalArgumentException with a sentence, when that is no header of a recording
   */
  RowReader(String header, Times times) {
    this.times = times;
    String first = header.startsWith("\uFEFF") ? header.substring(1) : header;
    List<String> columns = columns(first);
    at = column(columns, "at", first);
    ride = column(columns, "ride", first);
    posted = column(columns, "posted", first);
    actual = column(columns, "actual", first);
  }

  private static List<String> columns(String header) {
    try {
      return CsvLine.fields(header).stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    } catch (BadRowException e) {
      throw new IllegalArgumentException("its first line has " + e.getMessage(), e);
    }
  }

  private static int column(List<String> columns, String name, String header) {
    int column = columns.indexOf(name);
    if (column < 0) {
      String found = header.length() > 60 ? header.substring(0, 60) + "…" : header;
      String hint =
          header.contains(";")
              ? ": its columns stand apart by ';', and commas are expected"
              : header.contains("\t")
                  ? ": its columns stand apart by tabs, and commas are expected"
                  : "";
      throw new IllegalArgumentException(
          "a recording begins with the line %s; found '%s'%s"
              .formatted(HEADER, found.replaceAll("\\p{Cntrl}", " "), hint));
    }
    return column;
  }

  /** What one line says: nothing, a sign, a guest, or both, the sign first. */
  List<Recorded> read(String line) {
    if (line.isBlank()) {
      return List.of();
    }
    try {
      return row(line);
    } catch (BadRowException e) {
      bad.merge(e.getMessage(), 1, Integer::sum);
      return List.of();
    }
  }

  /** Counts a line that could not even be read. */
  void refuse(String reason) {
    bad.merge(reason, 1, Integer::sum);
  }

  /** Lines that could not be used, by reason. */
  Map<String, Integer> bad() {
    return bad;
  }

  private List<Recorded> row(String line) throws BadRowException {
    List<String> fields = CsvLine.fields(line);
    int last = Math.max(Math.max(at, ride), Math.max(posted, actual));
    if (fields.size() <= last) {
      throw new BadRowException("fewer fields than the first line has");
    }
    String key = ride(fields.get(ride));
    long time = times.seconds(fields.get(at));
    String sign = fields.get(posted);
    String waited = fields.get(actual);
    if (sign.isEmpty() && waited.isEmpty()) {
      throw new BadRowException("neither a posted nor an actual wait");
    }
    List<Recorded> said = new ArrayList<>(1);
    if (!sign.isEmpty()) {
      boolean isNothing = SHOWS_NOTHING.contains(sign.toLowerCase(Locale.ROOT));
      said.add(
          new Recorded.Sign(
              time, key, isNothing ? Double.NaN : minutes(sign, "posted", POSTED_MAX)));
    }
    if (!waited.isEmpty()) {
      said.add(new Recorded.Guest(time, key, minutes(waited, "actual", ACTUAL_MAX)));
    }
    return said;
  }

  /** One text for each ride, however many rows name it. */
  private String ride(String key) throws BadRowException {
    if (key.isEmpty()
        || key.length() > RIDE_CHARS_MAX
        || key.chars().anyMatch(Character::isISOControl)) {
      throw new BadRowException("no ride's key such as soarin");
    }
    return rides.computeIfAbsent(key, its -> its);
  }

  private static double minutes(String text, String what, double max) throws BadRowException {
    double minutes;
    try {
      minutes = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadRowException("no number of minutes as the " + what + " wait");
    }
    // Also refuses what is not a number.
    if (!(minutes >= 0 && minutes <= max)) {
      throw new BadRowException("no %s wait of 0 to %,d minutes".formatted(what, Math.round(max)));
    }
    return minutes;
  }
}
