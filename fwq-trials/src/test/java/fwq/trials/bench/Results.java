package fwq.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's figures as they are kept in a file of JSON. The only class here that knows the format.
 *
 * @param time when the run ended, in UTC
 * @param quick whether the figures are rough
 */
record Results(String time, boolean quick, Machine machine, List<Row> figures) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One figure, with all that follows from its samples.
   *
   * @param beside what it was held against in the same run; null, as are its samples and the ratio,
   *     where that is only a limit
   * @param reached how much of the goal: 1 is all of it
   */
  record Row(
      String measurement,
      String what,
      String unit,
      List<Double> samples,
      double median,
      String beside,
      List<Double> besideSamples,
      Double ratio,
      String goal,
      double reached) {
    static Row of(Figure figure) {
      return new Row(
          figure.measurement(),
          figure.what(),
          figure.unit(),
          figure.samples().all(),
          figure.samples().median(),
          figure.beside().map(Figure.Beside::what).orElse(null),
          figure.beside().map(beside -> beside.samples().all()).orElse(null),
          figure.ratio().isPresent() ? figure.ratio().getAsDouble() : null,
          figure.goal().text(),
          figure.reached());
    }
  }

  /** These, and of the older ones those of other measurements. */
  Results over(Results older) {
    Set<String> ours = figures.stream().map(Row::measurement).collect(Collectors.toSet());
    List<Row> all = new ArrayList<>(figures);
    older.figures.stream().filter(row -> !ours.contains(row.measurement)).forEach(all::add);
    return new Results(time, quick, machine, all);
  }

  /** Writes them, with the folder where it is missing. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * Reads them.
   *
   * @throws IOException when there is no such file, or it has something else in it
   */
  static Results read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), Results.class);
    } catch (JacksonException e) {
      throw new IOException(
          String.format(Locale.ROOT, "%s is not what fwq bench --keep wrote", file), e);
    }
  }
}
