package fwq.trials.bench.chart;

import java.util.List;

/**
 * Charts beside and below each other, under a heading.
 *
 * @param heading one line
 */
public record Sheet(String heading, List<Chart> charts) {
  private static final int COLUMNS = 2;
  private static final int TOP = 34;

  /** The sheet as an SVG document. */
  public String svg() {
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    int width = COLUMNS * Chart.WIDTH;
    int height = TOP + rows * Chart.HEIGHT;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            .formatted(width, height, width, height));
    svg.append(" font-family=\"sans-serif\" font-size=\"11\">\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    svg.append("<text x=\"8\" y=\"22\" font-size=\"13\">%s</text>%n".formatted(heading));
    for (int i = 0; i < charts.size(); i++) {
      svg.append(charts.get(i).svg(i % COLUMNS * Chart.WIDTH, TOP + i / COLUMNS * Chart.HEIGHT));
    }
    return svg.append("</svg>\n").toString();
  }
}
