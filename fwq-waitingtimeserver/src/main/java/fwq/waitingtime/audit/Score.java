package fwq.waitingtime.audit;

import fwq.waitingtime.truth.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What guests were told, held against what they stood: ours beside the sign. */
final class Score {
  private static final double CLOSE_MINUTES = 5;

  private final List<Double> errors = new ArrayList<>();
  private double sign;
  private double ours;
  private double width;
  private int within;
  private int closer;
  private int covered;

  void add(Estimate shown, double waited) {
    double error = Math.abs(shown.middle() - waited);
    double its = Math.abs(shown.posted() - waited);
    errors.add(error);
    ours += error;
    sign += its;
    width += shown.high() - shown.low();
    within += error <= CLOSE_MINUTES ? 1 : 0;
    closer += error < its ? 1 : 0;
    covered += shown.low() <= waited && waited <= shown.high() ? 1 : 0;
  }

  /** Guests who were told something. */
  int count() {
    return errors.size();
  }

  /** The mean error of the sign, in minutes. */
  double sign() {
    return sign / count();
  }

  /** Our mean error, in minutes. */
  double ours() {
    return ours / count();
  }

  /** The error that half of our errors exceed, in minutes. */
  double median() {
    List<Double> sorted = new ArrayList<>(errors);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The share of guests for whom we were at most 5 minutes wrong. */
  double within5() {
    return (double) within / count();
  }

  /** The share for whom we were less wrong than the sign. */
  double closer() {
    return (double) closer / count();
  }

  /** The share whose wait lay in the band. */
  double coverage() {
    return (double) covered / count();
  }

  /** The band's mean width, in minutes. */
  double width() {
    return width / count();
  }

  /** One line for people. */
  String line(String ride) {
    return count() == 0
        ? "%-24s %7d".formatted(ride, 0)
        : String.format(
            Locale.ROOT,
            "%-24s %,7d %7.2f %7.2f %7.2f %8.1f%% %7.1f%% %8.1f%% %7.1f",
            ride,
            count(),
            sign(),
            ours(),
            median(),
            100 * within5(),
            100 * closer(),
            100 * coverage(),
            width());
  }

  /** What the columns of {@link #line} are. */
  static String heading() {
    return "%-24s %7s %7s %7s %7s %9s %8s %9s %7s"
        .formatted("ride", "n", "sign", "ours", "median", "within 5", "closer", "in band", "width");
  }

  /** One line for programs. */
  String json(String ride) {
    return String.format(
        Locale.ROOT,
        "{\"ride\":\"%s\",\"n\":%d,\"sign\":%s,\"ours\":%s,\"median\":%s,\"within5\":%s,"
            + "\"closer\":%s,\"coverage\":%s,\"width\":%s}",
        ride.replace("\\", "\\\\").replace("\"", "\\\""),
        count(),
        number(sign()),
        number(ours()),
        number(median()),
        number(within5()),
        number(closer()),
        number(coverage()),
        number(width()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4f", value);
  }
}
