package fwq.waitingtime.audit;

import fwq.common.recorded.RecordedRow;
import fwq.common.recorded.RecordedRow.NotOfSign;
import fwq.common.recorded.RecordedRow.Unknown;
import fwq.common.recorded.RecordedRow.Wait;
import fwq.common.recorded.RowReader;
import fwq.kit.program.Failure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded days.
 *
 * @param rows in the order of their times; signs before guests of the same second
 * @param unusable lines that could not be used, by reason
 * @param unknown signs that are taken for closed, by reason
 */
record Recording(
    Path file, List<Recorded> rows, Map<String, Integer> unusable, Map<String, Integer> unknown) {
  private static final int ROWS_MAX = 20_000_000;

  /** The longest actual wait that is believed: longer ones teach nothing either. */
  private static final double WAITED_MINUTES_MAX = 400;

  /** Nobody knows whether a guest of the same second saw the old sign; the new one is likelier. */
  static final Comparator<Recorded> ORDER =
      Comparator.comparingLong(Recorded::at).thenComparing(row -> row instanceof Recorded.Guest);

  /**
   * Reads a file, packed by gzip or not.
   *
   * @param zone the park's; times with an offset become its local times. Without it each time is
   *     taken as the park's local time, whatever offset is written behind it
   */
  static Recording read(Path file, Optional<ZoneId> zone, Progress progress) throws Failure {
    try (BufferedReader lines = open(file)) {
      return read(file, lines, zone, progress);
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + file, e);
    } catch (IOException e) {
      throw new Failure(file + " could not be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new Failure(file + ": " + e.getMessage(), e);
    }
  }

  private static Recording read(
      Path file, BufferedReader in, Optional<ZoneId> zone, Progress progress)
      throws IOException, Failure {
    String header = line(in);
    RowReader reader = new RowReader(header == null ? "" : header);
    List<Recorded> rows = new ArrayList<>();
    SortedMap<String, Integer> unusable = new TreeMap<>();
    int count = 0;
    for (String line = line(in); line != null; line = line(in)) {
      Optional<RecordedRow> row = reader.read(line);
      if (row.isPresent()) {
        add(row.get(), zone, rows, unusable);
      }
      progress.at(++count, "lines of " + file.getFileName() + " read");
      if (count == ROWS_MAX) {
        throw new Failure("%s has more than %,d lines; give it in parts".formatted(file, ROWS_MAX));
      }
    }
    rows.sort(ORDER);
    unusable.putAll(reader.unusable());
    return new Recording(file, rows, unusable, reader.unknown());
  }

  /** What a row says: a sign, a guest, or both, the sign first. */
  private static void add(
      RecordedRow row, Optional<ZoneId> zone, List<Recorded> rows, Map<String, Integer> unusable) {
    long at = parkTime(row, zone).toEpochSecond(ZoneOffset.UTC);
    switch (row.sign()) {
      case Wait(double minutes) -> rows.add(new Recorded.Sign(at, row.ride(), minutes));
      case Unknown _ -> rows.add(new Recorded.Sign(at, row.ride(), Double.NaN));
      case NotOfSign _ -> {}
    }
    if (row.actual().isPresent()) {
      if (row.actual().getAsDouble() <= WAITED_MINUTES_MAX) {
        rows.add(new Recorded.Guest(at, row.ride(), row.actual().getAsDouble()));
      } else {
        unusable.merge("an actual wait of more than 400 minutes", 1, Integer::sum);
      }
    }
  }

  private static LocalDateTime parkTime(RecordedRow row, Optional<ZoneId> zone) {
    return zone.isPresent() && row.offset().isPresent()
        ? row.at().atOffset(row.offset().get()).atZoneSameInstant(zone.get()).toLocalDateTime()
        : row.at();
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean isPacked = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return new BufferedReader(
        new InputStreamReader(
            isPacked ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8),
        1 << 16);
  }

  /** The next line, of which no more is kept than shows that it is too long; null at the end. */
  private static String line(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.length() <= RowReader.LINE_CHARS_MAX) {
        line.append((char) next);
      }
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }
}
