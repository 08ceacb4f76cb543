package fwq.waitingtime.audit;

import fwq.waitingtime.truth.Forecast;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was forecast, held against what signs showed: by how long before it was said. */
final class ForecastScores {
  private static final class Sums {
    private int count;
    private double asNow;
    private double usual;
    private double forecast;
  }

  private final Map<Integer, Sums> byMinutes = new TreeMap<>();

  void add(Forecast.Outcome outcome) {
    Sums sums = byMinutes.computeIfAbsent(outcome.minutesAhead(), _ -> new Sums());
    sums.count++;
    sums.asNow += Math.abs(outcome.asNow() - outcome.posted());
    sums.usual += Math.abs(outcome.usual() - outcome.posted());
    sums.forecast += Math.abs(outcome.forecast() - outcome.posted());
  }

  /** The mean error in minutes that far ahead; NaN when there was none. */
  double error(int minutesAhead) {
    Sums sums = byMinutes.getOrDefault(minutesAhead, new Sums());
    return sums.forecast / sums.count;
  }

  /** A table for people. */
  Stream<String> table() {
    return Stream.concat(
        Stream.of(
            "%-24s %9s %8s %12s %8s"
                .formatted("sign, minutes ahead", "n", "as now", "as usual", "ours")),
        byMinutes.entrySet().stream().map(it -> line("%-24d %,9d %8.2f %12.2f %8.2f", it)));
  }

  /** Lines for programs. */
  Stream<String> json() {
    return byMinutes.entrySet().stream()
        .map(it -> line("{\"ahead\":%d,\"n\":%d,\"now\":%.4f,\"usual\":%.4f,\"ours\":%.4f}", it));
  }

  private static String line(String format, Map.Entry<Integer, Sums> ahead) {
    Sums sums = ahead.getValue();
    return String.format(
        Locale.ROOT,
        format,
        ahead.getKey(),
        sums.count,
        sums.asNow / sums.count,
        sums.usual / sums.count,
        sums.forecast / sums.count);
  }
}
