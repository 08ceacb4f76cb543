package fwq.visitor.terminal;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.tui.Canvas;
import fwq.tui.CellMap;
import fwq.tui.Chrome;
import fwq.tui.Chrome.Hint;
import fwq.tui.Ink;
import fwq.tui.Key;
import fwq.tui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The park's screen: map on the left, rides on the right, messages and keys below. */
final class ParkView {
  static final int ROWS_MIN = 24;
  static final int COLUMNS_MIN = 80;

  private static final int SIDE_COLUMNS_MIN = 39;
  private static final int SIDE_COLUMNS_MAX = 76;
  private static final int MESSAGE_ROWS = 2;

  /** Title bar, messages and key line. */
  private static final int OTHER_ROWS = 1 + MESSAGE_ROWS + 1;

  private final Texts texts;
  private final ParkScene scene;
  private final Canvas canvas;

  private ParkView(Texts texts, ParkScene scene, Canvas canvas) {
    this.texts = texts;
    this.scene = scene;
    this.canvas = canvas;
  }

  /** Draws it as large as the screen allows. */
  static Canvas draw(Texts texts, int rows, int columns, ParkScene scene) {
    if (rows < ROWS_MIN || columns < COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows, columns, texts.of("tooSmall", columns, rows, COLUMNS_MIN, ROWS_MIN));
    }
    Canvas canvas = Chrome.frame(rows, columns, title(texts, scene), hints(texts, scene));
    return new ParkView(texts, scene, canvas).draw();
  }

  private Canvas draw() {
    drawLinks();
    switch (scene.live()) {
      case ParkScene.Live.Now(ParkMap map, _, long now) -> drawPark(map, now);
      case ParkScene.Live.Unknown unknown -> drawUnknown(unknown);
    }
    int rows = canvas.rows();
    canvas.putShort(rows - 3, 1, canvas.columns() - 1, scene.status(), Ink.STRONG);
    canvas.putShort(rows - 2, 1, canvas.columns() - 1, scene.message(), Ink.ACCENT);
    switch (scene.front()) {
      case ParkScene.Front.Nothing _ -> {}
      case ParkScene.Front.Help _ -> HelpView.draw(texts, canvas);
      case ParkScene.Front.Question(Prompt prompt) ->
          PromptView.draw(texts, canvas, rows - 2, prompt, scene);
    }
    return canvas;
  }

  private void drawPark(ParkMap map, long now) {
    int rows = canvas.rows();
    int columns = canvas.columns();
    int cellColumns = cellColumns(rows, columns);
    int cellRows = cellColumns / 2 > 1 && fits(rows, 2) ? 2 : 1;
    int mapColumns = cellColumns * Position.SIDE;
    int mapRows = cellRows * Position.SIDE;
    int gap = columns - mapColumns > SIDE_COLUMNS_MIN + 6 ? 3 : 1;
    int side = Math.min(SIDE_COLUMNS_MAX, columns - mapColumns - gap);
    int left = (columns - mapColumns - gap - side) / 2;
    int top = 1 + (rows - OTHER_ROWS - mapRows) / 2;
    Optional<Position> there = scene.target().map(status -> status.ride().position());
    List<Position> way =
        scene.me().flatMap(here -> there.map(to -> Guide.way(here, to))).orElse(List.of());
    CellMap.Cells cells = new CellMap.Cells(Position.SIDE, cellRows, cellColumns);
    MapView.draw(new CellMap(canvas, top, left, cells), map, scene.me(), way);
    int sideLeft = left + mapColumns + gap;
    int legend = top + mapRows - MapView.LEGEND_ROWS;
    int target = scene.target().map(status -> status.ride().id()).orElse(-1);
    int row =
        new RideListView(texts, canvas, sideLeft, side)
            .draw(top, legend - top - 1, map, scene.me(), target, scene.trends());
    for (String notice : Notices.of(texts, map, now)) {
      for (String line : Words.wrap(notice, side)) {
        if (row < legend - 1) {
          canvas.putShort(row++, sideLeft, sideLeft + side, line, Ink.ACCENT);
        }
      }
    }
    row = drawCarts(map, row, legend - 1, sideLeft, side);
    for (Alerts.Alert alert : scene.alerts().waiting()) {
      row++;
      if (row < legend - 1) {
        String sentence = texts.of("list.alert", alert.name(), alert.below());
        canvas.putShort(row, sideLeft, sideLeft + side, sentence, Ink.ACCENT);
      }
    }
    MapView.drawLegend(texts, canvas, legend, sideLeft, side);
  }

  /** Food carts, the nearest first, as far as there is room; gives the row below. */
  private int drawCarts(ParkMap map, int top, int end, int left, int width) {
    List<CartSpot> carts =
        map.carts().map(FoodCarts::carts).orElse(List.of()).stream()
            .sorted(Comparator.comparingInt(this::steps))
            .toList();
    int row = top;
    for (CartSpot cart : carts) {
      if (row + 1 < end) {
        row++;
        Ink ink = cart.hasSomething() ? Ink.PLAIN : Ink.FAINT;
        String sentence =
            scene.me().isPresent()
                ? texts.of("list.cart", cart.plate(), cart.stock(), steps(cart))
                : texts.of("list.cartAway", cart.plate(), cart.stock());
        canvas.putShort(row, left, left + width, MapView.CART + " " + sentence, ink);
        canvas.onClick(row, left, width, new Key.Typed('c'));
      }
    }
    return row;
  }

  private int steps(CartSpot cart) {
    return scene.me().map(here -> here.distance(cart.position())).orElse(0);
  }

  private void drawUnknown(ParkScene.Live.Unknown unknown) {
    int row = Math.max(3, canvas.rows() / 3);
    canvas.putCentred(row, "  " + unknown.headline() + "  ", Ink.block(Ink.Tone.FAIR));
    row += 2;
    for (String sentence : unknown.sentences()) {
      canvas.putCentred(row++, sentence, Ink.PLAIN);
    }
  }

  /** Which programs are there, at the left of the title bar, as far as there is room. */
  private void drawLinks() {
    int free = canvas.columns() - Words.width(title(texts, scene)) - 3;
    String all =
        texts.of(
            "links",
            scene.links().registry().sign(),
            scene.links().broker().sign(),
            scene.links().engine().sign());
    canvas.putShort(0, canvas.columns() >= 100 ? 24 : 6, free, all, Ink.TITLE);
  }

  private static String title(Texts texts, ParkScene scene) {
    // Who knows of one park only need not be told its number.
    String who =
        scene.park() == 0
            ? scene.alias()
            : texts.of("park.who", scene.alias(), String.valueOf(scene.park()));
    return switch (scene.live()) {
      case ParkScene.Live.Now(ParkMap map, long ageSeconds, _) -> {
        String there =
            map.sign().name().map(name -> texts.of("park.named", scene.alias(), name)).orElse(who);
        yield texts.of("park.title", there, map.inside(), map.capacity(), ageSeconds);
      }
      case ParkScene.Live.Unknown _ -> texts.of("park.titleUnknown", who);
    };
  }

  private static List<Hint> hints(Texts texts, ParkScene scene) {
    return switch (scene.front()) {
      case ParkScene.Front.Help _ -> List.of(new Hint(texts.of("key.any"), texts.of("hint.close")));
      case ParkScene.Front.Question _ ->
          List.of(new Hint("Enter", texts.of("hint.ok")), new Hint("Esc", texts.of("hint.cancel")));
      case ParkScene.Front.Nothing _ ->
          List.of(
              new Hint("←↑↓→", texts.of("hint.walk")),
              new Hint("Tab 1-9", texts.of("hint.ride")),
              new Hint("a", scene.autopilot() ? texts.of("hint.autoOff") : texts.of("hint.autoOn")),
              new Hint("w", texts.of("hint.alert")),
              new Hint("/", texts.of("hint.find")),
              new Hint("?", texts.of("hint.help")),
              new Hint("q", texts.of("hint.leave")));
    };
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
