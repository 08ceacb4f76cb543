package fwq.trials.bench.chart;

import fwq.trials.bench.chart.Line.Dot;
import java.util.List;
import java.util.Locale;

/**
 * Lines over an axis of powers: each step to the right is as many times the one before.
 *
 * @param title what is shown, and its unit
 * @param across what the axis below counts
 * @param isPowers whether the axis upwards is one of powers of ten, too; otherwise it begins at 0
 */
public record Chart(String title, String across, boolean isPowers, List<Line> lines) {
  static final int WIDTH = 380;
  static final int HEIGHT = 250;

  private static final int LEFT = 58;
  private static final int RIGHT = 16;
  private static final int TOP = 44;
  private static final int BOTTOM = 40;
  private static final int LABEL_WIDTH = 32;
  private static final int STEPS = 4;

  /** Told apart by those who see no colours as well: lines carry their names. */
  private static final List<String> COLOURS = List.of("#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce");

  /** The chart as a group of SVG elements whose upper left corner is there. */
  String svg(int atX, int atY) {
    StringBuilder svg = new StringBuilder();
    svg.append("<g transform=\"translate(%d %d)\">%n".formatted(atX, atY));
    text(svg, 8, 20, "start", "font-weight=\"bold\"", title);
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "fill=\"#555\"", across);
    grid(svg);
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), COLOURS.get(i % COLOURS.size()), TOP - 10 + 13 * i);
    }
    return svg.append("</g>\n").toString();
  }

  private void grid(StringBuilder svg) {
    for (double tick : ticks()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
              LEFT,
              WIDTH - RIGHT,
              down(tick),
              down(tick)));
      text(svg, LEFT - 6, down(tick) + 4, "end", "fill=\"#555\"", number(tick));
    }
    List<Dot> dots = lines.getFirst().dots();
    for (int i = 0; i < dots.size(); i++) {
      double x = dots.get(i).x();
      // Of two that would stand in each other, the right one.
      if (i == dots.size() - 1 || right(dots.get(i + 1).x()) - right(x) > LABEL_WIDTH) {
        text(svg, right(x), HEIGHT - BOTTOM + 16, "middle", "fill=\"#555\"", number(x));
      }
    }
  }

  private void line(StringBuilder svg, Line line, String colour, int nameY) {
    StringBuilder points = new StringBuilder();
    for (Dot dot : line.dots()) {
      String point = String.format(Locale.ROOT, "%.1f,%.1f ", right(dot.x()), down(dot.y()));
      points.append(point);
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
              right(dot.x()),
              down(dot.y()),
              colour));
    }
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
            .formatted(points.toString().strip(), colour));
    if (lines.size() > 1) {
      text(svg, WIDTH - RIGHT, nameY, "end", "fill=\"%s\"".formatted(colour), line.name());
    }
  }

  private double highest() {
    return lines.stream().flatMap(line -> line.dots().stream()).mapToDouble(Dot::y).max().orElse(1);
  }

  private double lowest() {
    return lines.stream().flatMap(line -> line.dots().stream()).mapToDouble(Dot::y).min().orElse(0);
  }

  private double[] ticks() {
    if (isPowers) {
      int low = (int) Math.floor(Math.log10(Math.max(lowest(), 1e-3)));
      int high = (int) Math.ceil(Math.log10(Math.max(highest(), 1e-2)));
      double[] powers = new double[Math.max(high, low + 1) - low + 1];
      for (int i = 0; i < powers.length; i++) {
        powers[i] = Math.pow(10, low + i);
      }
      return powers;
    }
    double step = roundUp(highest() / STEPS);
    double[] even = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      even[i] = i * step;
    }
    return even;
  }

  /** To 1, 2, 2.5 or 5 times a power of ten. */
  private static double roundUp(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(step, 1e-6))));
    for (double nice : new double[] {1, 2, 2.5, 5}) {
      if (step <= nice * power) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private double right(double x) {
    List<Dot> dots = lines.getFirst().dots();
    double from = Math.log(dots.getFirst().x());
    double to = Math.log(dots.getLast().x());
    return LEFT + 14 + (Math.log(x) - from) / (to - from) * (WIDTH - LEFT - RIGHT - 28);
  }

  private double down(double y) {
    double[] ticks = ticks();
    double low = scaled(ticks[0]);
    double high = scaled(ticks[ticks.length - 1]);
    return HEIGHT - BOTTOM - (scaled(y) - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
  }

  private double scaled(double y) {
    return isPowers ? Math.log10(Math.max(y, 1e-3)) : y;
  }

  private static String number(double value) {
    return value >= 1_000_000
        ? "%.0fM".formatted(value / 1_000_000)
        : value >= 10_000
            ? "%.0fk".formatted(value / 1_000)
            : value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String style, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
            x,
            y,
            anchor,
            style,
            words.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
