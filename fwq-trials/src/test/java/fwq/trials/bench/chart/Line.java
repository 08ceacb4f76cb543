package fwq.trials.bench.chart;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param name what it is of
 * @param dots from left to right
 */
public record Line(String name, List<Dot> dots) {
  /** Something measured at some size. */
  public record Dot(double x, double y) {}
}
