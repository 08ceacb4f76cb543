package fwq.kit.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fwq.kit.text.Escape;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * CSV files as people and spreadsheets write them: UTF-8 with or without a mark in front, lines
 * that end in any way, quoted fields with commas, columns by name and in any order. What is wrong
 * is a sentence that names the line.
 */
public final class Csv {
  private static final int FIELD_CHARS_SHOWN = 60;

  private Csv() {}

  /**
   * A row.
   *
   * @param line where it begins, counted from 1
   */
  public record Row(long line, List<String> columns, List<String> fields) {
    /** A field, without blanks around it; empty where the row or the file has none. */
    public String text(String column) {
      int index = columns.indexOf(column);
      return index < 0 || index >= fields.size() ? "" : fields.get(index).strip();
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public int number(String column) {
      String field = text(column);
      try {
        return Integer.parseInt(field);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            column + " is a whole number, got '" + shortened(field) + "'", e);
      }
    }
  }

  /**
   * All rows of a file; blank lines are none.
   *
   * @param what the file is, such as {@code a rides file}
   * @param required columns that it must have
   * @throws IOException with a sentence, when it cannot be read at all
   * @throws IllegalArgumentException with a sentence, when it is none of these files
   */
  public static List<Row> read(Path file, String what, List<String> required) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, what, required);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IOException("the file " + file + " is not UTF-8 text", e);
    }
  }

  /** The same, of what a reader gives. */
  public static List<Row> read(Reader reader, String what, List<String> required)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(reader)) {
      Iterator<CsvRecord> all = records.iterator();
      Optional<CsvRecord> header = all.hasNext() ? Optional.of(all.next()) : Optional.empty();
      List<String> columns = columns(header, what, required);
      while (all.hasNext()) {
        CsvRecord next = all.next();
        if (next.getFields().stream().anyMatch(field -> !field.isBlank())) {
          if (next.getFieldCount() > columns.size()) {
            throw new IllegalArgumentException(
                "line %d: %d fields expected, got %d"
                    .formatted(next.getStartingLineNumber(), columns.size(), next.getFieldCount()));
          }
          rows.add(new Row(next.getStartingLineNumber(), columns, next.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("it is not CSV: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows;
  }

  /**
   * The columns that the first line of a file names, for who reads the others one by one.
   *
   * @throws IllegalArgumentException with a sentence, when it is none of these files
   */
  public static List<String> header(String line, String what, List<String> required) {
    return columns(record(line), what, required);
  }

  /**
   * The fields of one line, for files whose fields hold no line ends.
   *
   * @throws IllegalArgumentException with half a sentence
   */
  public static List<String> fields(String line) {
    return line.indexOf('"') < 0
        ? List.of(line.split(",", -1))
        : record(line).map(CsvRecord::getFields).orElse(List.of());
  }

  private static Optional<CsvRecord> record(String line) {
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(line)) {
      Iterator<CsvRecord> all = records.iterator();
      return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("quotes that are not closed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> columns(
      Optional<CsvRecord> header, String what, List<String> required) {
    List<String> found =
        header.map(CsvRecord::getFields).orElse(List.of()).stream()
            .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    if (!found.containsAll(required)) {
      throw new IllegalArgumentException(
          what
              + " begins with the line "
              + String.join(",", required)
              + "; this one begins with "
              + (header.isEmpty() ? "nothing" : "'" + shortened(String.join(",", found)) + "'")
              + separators(found));
    }
    return found;
  }

  /** Spreadsheets write the separator of their language. */
  private static String separators(List<String> found) {
    String only = found.size() == 1 ? found.getFirst() : "";
    if (only.startsWith("sep=")) {
      return ": leave that line out, and separate the columns by commas";
    }
    return only.contains(";") || only.contains("\t")
        ? ": its columns are separated by "
            + (only.contains(";") ? "semicolons" : "tabs")
            + ", and commas are expected; export it as CSV with commas"
        : "";
  }

  private static String shortened(String text) {
    return Escape.of(text, FIELD_CHARS_SHOWN);
  }
}
