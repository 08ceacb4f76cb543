package fwq.operator.watch;

import fwq.common.park.ParkMap;
import fwq.visitor.terminal.Sheet;
import fwq.visitor.terminal.Sheet.Look;
import java.util.Locale;

/** Draws the list of all parks, or the part of it around the chosen one. Pure. */
final class ParkList {
  private static final int NUMBER_END = 5;
  private static final int INSIDE_END = 20;
  private static final int STATE_COLUMNS = 13;

  private ParkList() {}

  /**
   * Draws it.
   *
   * @param rows how many there are room for, the heading among them
   */
  static void draw(Sheet sheet, int top, int left, int width, int rows, Board board, long now) {
    int shown = Math.min(board.count(), rows - 1);
    if (shown < 1) {
      return;
    }
    int first = Math.clamp(board.chosen() - shown / 2, 0, board.count() - shown);
    String heading =
        shown == board.count()
            ? "Parks"
            : "Parks %d to %d of %d".formatted(first, first + shown - 1, board.count());
    sheet.put(top, left, left + width, heading, Look.FAINT);
    sheet.putRight(top, left + width, "engine", Look.FAINT);
    for (int at = 0; at < shown; at++) {
      WatchedPark park = board.park(first + at).orElseThrow();
      drawPark(sheet, top + 1 + at, left, width, park, park.number() == board.chosen(), now);
    }
  }

  private static void drawPark(
      Sheet sheet, int row, int left, int width, WatchedPark park, boolean chosen, long now) {
    Look look = chosen ? Look.STRONG : Look.PLAIN;
    sheet.put(row, left, left + 1, chosen ? ">" : " ", look);
    sheet.putRight(row, left + NUMBER_END, Integer.toString(park.number()), look);
    sheet.putRight(row, left + width, state(park, now), look);
    if (park.frame().isEmpty()) {
      return;
    }
    ParkMap map = park.frame().get().map();
    String inside = String.format(Locale.ROOT, "%,d of %,d", map.inside(), map.capacity());
    boolean live = park.state(now) == WatchedPark.State.LIVE;
    sheet.putRight(row, left + INSIDE_END, inside, live ? look : Look.FAINT);
    int columns = width - INSIDE_END - 1 - STATE_COLUMNS;
    int step = Sparkline.step(park.inside().age(now), columns);
    int[] guests = park.inside().steps(now, columns, step);
    String bars = Sparkline.within(Sparkline.Range.of(guests), guests);
    sheet.put(row, left + INSIDE_END + 1, left + width - STATE_COLUMNS, bars, Look.ACCENT);
  }

  private static String state(WatchedPark park, long now) {
    return switch (park.state(now)) {
      case NEW -> "no frame yet";
      case LIVE -> park.lag().isPresent() ? "lag " + park.lag().getAsLong() : "live";
      case AWAY -> "away " + Span.of(park.frameAge(now));
    };
  }
}
