package fwq.trials.bench;

import java.util.List;

/** Figures as lines for people. */
final class Table {
  private static final String LINE = "  %-50s %10s %10s %10s %6s  %s%n";

  private Table() {}

  /** A line for each figure, and one for what it stands beside. */
  static String of(List<Figure> figures) {
    StringBuilder table =
        new StringBuilder(LINE.formatted("", "median", "min", "max", "ratio", "wanted"));
    String measurement = "";
    for (Figure figure : figures) {
      if (!figure.measurement().equals(measurement)) {
        measurement = figure.measurement();
        table.append(measurement).append('\n');
      }
      String goal = figure.goal().text();
      table.append(
          line(
              figure.what() + ", " + figure.unit(),
              figure.samples(),
              figure.ratio().isPresent() ? "%.2f".formatted(figure.ratio().getAsDouble()) : "",
              goal.isEmpty() ? "" : goal + ": " + figure.verdict()));
      figure
          .beside()
          .ifPresent(
              beside -> table.append(line("beside: " + beside.what(), beside.samples(), "", "")));
    }
    return table.toString();
  }

  private static String line(String what, Samples samples, String ratio, String goal) {
    return LINE.formatted(
            what,
            number(samples.median()),
            number(samples.min()),
            number(samples.max()),
            ratio,
            goal)
        .replaceAll(" +(\\R)$", "$1");
  }

  /** With as many places as tell something. */
  static String number(double value) {
    return Math.abs(value) < 100 ? "%.2f".formatted(value) : "%,.0f".formatted(value);
  }
}
