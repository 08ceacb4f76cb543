package fwq.operator.watch;

import fwq.common.park.ParkMap;
import fwq.tui.Canvas;
import fwq.tui.Ink;
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
  static void draw(Canvas canvas, int top, int left, int width, int rows, Board board, long now) {
    int shown = Math.min(board.count(), rows - 1);
    if (shown < 1) {
      return;
    }
    int first = Math.clamp(board.chosen() - shown / 2, 0, board.count() - shown);
    String heading =
        shown == board.count()
            ? "Parks"
            : "Parks %d to %d of %d".formatted(first, first + shown - 1, board.count());
    canvas.putShort(top, left, left + width, heading, Ink.FAINT);
    canvas.putRight(top, left + width, "engine", Ink.FAINT);
    for (int at = 0; at < shown; at++) {
      WatchedPark park = board.park(first + at).orElseThrow();
      drawPark(canvas, top + 1 + at, left, width, park, park.number() == board.chosen(), now);
    }
  }

  private static void drawPark(
      Canvas canvas, int row, int left, int width, WatchedPark park, boolean chosen, long now) {
    Ink ink = chosen ? Ink.STRONG : Ink.PLAIN;
    canvas.putShort(row, left, left + 1, chosen ? ">" : " ", ink);
    canvas.putRight(row, left + NUMBER_END, Integer.toString(park.number()), ink);
    canvas.putRight(row, left + width, state(park, now), ink);
    if (park.frame().isEmpty()) {
      return;
    }
    ParkMap map = park.frame().get().map();
    String inside = String.format(Locale.ROOT, "%,d of %,d", map.inside(), map.capacity());
    boolean live = park.state(now) == WatchedPark.State.LIVE;
    canvas.putRight(row, left + INSIDE_END, inside, live ? ink : Ink.FAINT);
    int columns = width - INSIDE_END - 1 - STATE_COLUMNS;
    int step = Sparkline.step(park.inside().age(now), columns);
    int[] guests = park.inside().steps(now, columns, step);
    String bars = Sparkline.within(Sparkline.Range.of(guests), guests);
    canvas.putShort(row, left + INSIDE_END + 1, left + width - STATE_COLUMNS, bars, Ink.ACCENT);
  }

  private static String state(WatchedPark park, long now) {
    return switch (park.state(now)) {
      case NEW -> "no frame yet";
      case LIVE -> live(park, now);
      case AWAY -> "away " + Span.of(park.frameAge(now));
    };
  }

  private static String live(WatchedPark park, long now) {
    long stillMillis = park.standstillMillis(now);
    if (stillMillis > 0) {
      return "still " + Span.of(stillMillis);
    }
    return park.lag().isPresent() ? "lag " + park.lag().getAsLong() : "live";
  }
}
