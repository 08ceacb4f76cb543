package fwq.waitingtime.audit;

import java.util.Locale;
import java.util.Map;

/** How wrong the sign is, and each stage of ours, as bars in an SVG document. */
final class StagePicture {
  private static final int WIDTH = 640;
  private static final int ROW = 34;
  private static final int TOP = 44;
  private static final int LEFT = 130;
  private static final int BAR_MAX = WIDTH - LEFT - 70;

  private StagePicture() {}

  /**
   * Draws it.
   *
   * @param errors mean errors in minutes by name, from the top down
   */
  static String svg(String heading, Map<String, Double> errors) {
    double most = errors.values().stream().mapToDouble(it -> it).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * errors.size() + 8;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
        viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="8" y="24" font-weight="bold">%3$s</text>
        """
            .formatted(WIDTH, height, escaped(heading)));
    int row = 0;
    for (Map.Entry<String, Double> bar : errors.entrySet()) {
      double length = BAR_MAX * bar.getValue() / most;
      int top = TOP + ROW * row++;
      svg.append(
          String.format(
              Locale.ROOT,
              """
              <text x="%d" y="%d" text-anchor="end">%s</text>
              <rect x="%d" y="%d" width="%.1f" height="24" fill="%s"/>
              <text x="%.1f" y="%d">%.2f</text>
              """,
              LEFT - 8,
              top + 17,
              escaped(bar.getKey()),
              LEFT,
              top,
              length,
              row == 1 ? "#c2410c" : "#0b6e99",
              LEFT + length + 6,
              top + 17,
              bar.getValue()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
