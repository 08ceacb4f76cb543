package fwq.operator.watch;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.tui.Canvas;
import fwq.tui.CellMap;
import fwq.tui.Chrome;
import fwq.tui.Chrome.Hint;
import fwq.tui.Ink;
import java.util.List;
import java.util.Locale;

/**
 * Draws the operator's screen: the chosen park's map, beside it its numbers and all parks. Pure.
 */
final class WatchView {
  static final int ROWS_MIN = 24;
  static final int COLUMNS_MIN = 80;

  private static final int SIDE_COLUMNS_MIN = 39;
  private static final int SIDE_COLUMNS_MAX = 100;

  /** A list of parks is at least this long, with its heading, where there are so many. */
  private static final int LIST_ROWS = 5;

  private static final String SCALE =
      "Bars: guests from their fewest to their most, waits to 60 min or the longest.";

  /** Title bar, a blank line, what the bars mean, and the key line. */
  private static final int OTHER_ROWS = 4;

  private static final List<Hint> HINTS =
      List.of(
          new Hint("↑↓", "other park"),
          new Hint("0-9", "park of that number"),
          new Hint("Home End", "first, last"),
          new Hint("q", "quit"));

  private WatchView() {}

  /** Draws it as large as the screen allows. */
  static Canvas draw(int rows, int columns, Board board, long now) {
    if (rows < ROWS_MIN || columns < COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows,
          columns,
          "This window is too small: %d columns by %d rows. Please make it at least %d by %d."
              .formatted(columns, rows, COLUMNS_MIN, ROWS_MIN));
    }
    Canvas canvas = Chrome.frame(rows, columns, title(board), HINTS);
    int cellColumns = cellColumns(rows, columns);
    int cellRows = cellColumns == 4 ? 2 : 1;
    int mapColumns = cellColumns * Position.SIDE;
    int left = mapColumns + 1;
    int width = Math.min(SIDE_COLUMNS_MAX, columns - left);
    int body = rows - OTHER_ROWS;
    drawMap(canvas, cellRows, cellColumns, board, now);
    int rides =
        board.park().flatMap(WatchedPark::frame).map(it -> it.map().rides().size()).orElse(0);
    int detailWanted = ParkDetail.rows(rides);
    int listWanted = 1 + board.count();
    int list = Math.min(listWanted, Math.max(LIST_ROWS, body - detailWanted));
    int detail = Math.min(detailWanted, body - list);
    board.park().ifPresent(park -> ParkDetail.draw(canvas, 1, left, width, detail, park, now));
    ParkList.draw(canvas, 1 + detail, left, width, list, board, now);
    canvas.putShort(rows - 2, 1, columns - 1, SCALE, Ink.FAINT);
    return canvas;
  }

  private static String title(Board board) {
    String parks =
        switch (board.count()) {
          case 0 -> "no parks yet";
          case 1 -> "1 park";
          default -> board.count() + " parks";
        };
    return "watch · " + board.broker() + " · " + parks;
  }

  private static void drawMap(Canvas canvas, int cellRows, int cellColumns, Board board, long now) {
    int width = cellColumns * Position.SIDE - 4;
    int row = 3;
    if (board.trouble().isPresent()) {
      row = canvas.paragraph(row, 2, width, " nothing is heard ", Ink.WARNING) + 1;
      canvas.paragraph(row, 2, width, board.trouble().get() + ".", Ink.PLAIN);
      return;
    }
    if (board.park().isEmpty()) {
      canvas.paragraph(row, 2, width, absent(board), Ink.STRONG);
      return;
    }
    WatchedPark park = board.park().get();
    switch (park.state(now)) {
      case NEW -> {
        row =
            canvas.paragraph(
                    row, 2, width, "no frame of park " + park.number() + " yet", Ink.WARNING)
                + 1;
        canvas.paragraph(
            row, 2, width, "It begins with the first engine that takes it.", Ink.PLAIN);
      }
      case LIVE ->
          RideMap.draw(
              new CellMap(canvas, 1, 0, new CellMap.Cells(Position.SIDE, cellRows, cellColumns)),
              map(park));
      case AWAY -> {
        row = canvas.paragraph(row, 2, width, "the engine is away", Ink.WARNING) + 1;
        canvas.paragraph(row, 2, width, lastHeard(park, now), Ink.PLAIN);
      }
    }
  }

  private static String absent(Board board) {
    return board.count() == 0
        ? "Looking for parks."
        : "There is no park "
            + board.chosen()
            + " yet; the first engine with --parks "
            + (board.chosen() + 1)
            + " or more makes it.";
  }

  private static String lastHeard(WatchedPark park, long now) {
    MapFrame frame = park.frame().orElseThrow();
    return "No frame of park "
        + park.number()
        + " for "
        + Span.of(park.frameAge(now))
        + ". The last one was of epoch "
        + frame.epoch()
        + ", with "
        + inside(frame.map())
        + ".";
  }

  private static ParkMap map(WatchedPark park) {
    return park.frame().orElseThrow().map();
  }

  /** Such as {@code 57 of 1,000 inside}. */
  static String inside(ParkMap map) {
    return String.format(Locale.ROOT, "%,d of %,d inside", map.inside(), map.capacity());
  }

  /** The widest cells that leave room for the numbers. */
  private static int cellColumns(int rows, int columns) {
    if (rows >= 2 * Position.SIDE + OTHER_ROWS
        && columns >= 4 * Position.SIDE + SIDE_COLUMNS_MIN + 1) {
      return 4;
    }
    return columns >= 3 * Position.SIDE + SIDE_COLUMNS_MIN + 1 ? 3 : 2;
  }
}
