package fwq.waitingtime.audit;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded days.
 *
 * @param rows in the order of their times; signs before guests of the same second
 * @param bad lines that could not be used, by reason
 */
record Recording(Path file, List<Recorded> rows, Map<String, Integer> bad) {
  private static final int ROWS_MAX = 20_000_000;
  private static final int LINE_CHARS_MAX = 10_000;

  /** Nobody knows whether a guest of the same second saw the old sign; the new one is likelier. */
  static final Comparator<Recorded> ORDER =
      Comparator.comparingLong(Recorded::at).thenComparing(row -> row instanceof Recorded.Guest);

  /** Reads a file, packed by gzip or not. */
  static Recording read(Path file, Times times, Progress progress) throws Failure {
    try (BufferedReader lines = open(file)) {
      return read(file, lines, times, progress);
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + file, e);
    } catch (IOException e) {
      throw new Failure(file + " could not be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new Failure(file + ": " + e.getMessage(), e);
    }
  }

  private static Recording read(Path file, BufferedReader in, Times times, Progress progress)
      throws IOException, Failure {
    String header = line(in);
    RowReader reader = new RowReader(header == null ? "" : header, times);
    List<Recorded> rows = new ArrayList<>();
    int count = 0;
    for (String line = line(in); line != null; line = line(in)) {
      if (line.length() > LINE_CHARS_MAX) {
        reader.refuse("more than 10,000 characters");
      } else {
        rows.addAll(reader.read(line));
      }
      progress.at(++count, "lines of " + file.getFileName() + " read");
      if (count == ROWS_MAX) {
        throw new Failure("%s has more than %,d lines; give it in parts".formatted(file, ROWS_MAX));
      }
    }
    rows.sort(ORDER);
    return new Recording(file, rows, reader.bad());
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
      if (line.length() <= LINE_CHARS_MAX) {
        line.append((char) next);
      }
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }
}
