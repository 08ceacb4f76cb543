package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.visitor.terminal.Chrome.Hint;
import java.util.List;

/** The park's screen: map on the left, rides on the right, messages and keys below. */
final class ParkView {
  static final int ROWS_MIN = 24;
  static final int COLUMNS_MIN = 80;

  private static final int SIDE_COLUMNS_MIN = 39;
  private static final int SIDE_COLUMNS_MAX = 54;
  private static final int MESSAGE_ROWS = 2;

  /** Title bar, messages and key line. */
  private static final int OTHER_ROWS = 1 + MESSAGE_ROWS + 1;

  private ParkView() {}

  /** Draws it as large as the screen allows. */
  static Picture draw(int rows, int columns, ParkScene scene) {
    if (rows < ROWS_MIN || columns < COLUMNS_MIN) {
      return Chrome.tooSmall(rows, columns, ROWS_MIN, COLUMNS_MIN);
    }
    Canvas canvas = Chrome.frame(rows, columns, title(scene), hints(scene));
    int cellColumns = cellColumns(rows, columns);
    int cellRows = cellColumns / 2 > 1 && fits(rows, 2) ? 2 : 1;
    int mapColumns = cellColumns * Position.SIDE;
    int mapRows = cellRows * Position.SIDE;
    int gap = columns - mapColumns > SIDE_COLUMNS_MIN + 6 ? 3 : 1;
    int side = Math.min(SIDE_COLUMNS_MAX, columns - mapColumns - gap);
    int left = (columns - mapColumns - gap - side) / 2;
    int top = 1 + (rows - OTHER_ROWS - mapRows) / 2;
    switch (scene.live()) {
      case ParkScene.Live.Now(ParkMap map, _) -> {
        new MapView(canvas, top, left, cellRows, cellColumns).draw(map, scene.me());
        int sideLeft = left + mapColumns + gap;
        int legend = top + mapRows - SideLegend.ROWS;
        int target = scene.target().map(Ride::id).orElse(-1);
        RideListView.draw(canvas, top, sideLeft, side, legend - top - 1, map, target);
        SideLegend.draw(canvas, legend, sideLeft, side);
      }
      case ParkScene.Live.Unknown unknown -> drawUnknown(canvas, unknown);
    }
    canvas.putShort(rows - 3, 1, columns - 1, scene.status(), Ink.STRONG);
    canvas.putShort(rows - 2, 1, columns - 1, scene.message(), Ink.PLAIN);
    return Picture.of(canvas);
  }

  private static void drawUnknown(Canvas canvas, ParkScene.Live.Unknown unknown) {
    int row = Math.max(3, canvas.rows() / 3);
    canvas.putCentred(row, "  " + unknown.headline() + "  ", Ink.block(Ink.Tone.FAIR));
    row += 2;
    for (String sentence : unknown.sentences()) {
      canvas.putCentred(row++, sentence, Ink.PLAIN);
    }
  }

  private static String title(ParkScene scene) {
    // Who knows of one park only need not be told its number.
    String who = scene.alias() + (scene.park() == 0 ? "" : " · park " + scene.park());
    return switch (scene.live()) {
      case ParkScene.Live.Now(ParkMap map, long ageSeconds) ->
          who
              + " · "
              + RideLabels.count(map.inside())
              + " of "
              + RideLabels.count(map.capacity())
              + " inside · map "
              + ageSeconds
              + " s old";
      case ParkScene.Live.Unknown _ -> who + " · no live map";
    };
  }

  private static List<Hint> hints(ParkScene scene) {
    return List.of(
        new Hint("←↓↑→ hjkl yubn", "walk"),
        new Hint("a", scene.autopilot() ? "autopilot off" : "autopilot on"),
        new Hint("q", "leave"));
  }

  /** The widest cells that leave room for the list. */
  private static int cellColumns(int rows, int columns) {
    if (fits(rows, 2) && columns >= 4 * Position.SIDE + SIDE_COLUMNS_MIN + 1) {
      return 4;
    }
    return columns >= 3 * Position.SIDE + SIDE_COLUMNS_MIN + 1 ? 3 : 2;
  }

  private static boolean fits(int rows, int cellRows) {
    return rows >= cellRows * Position.SIDE + OTHER_ROWS;
  }
}
