package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A screen for programs of other packages to draw on, with the guests' map, letters and colours.
 * What goes beyond its edges is cut off.
 */
public final class Sheet {
  private static final String SIGNS = "·…–▁▂▃▄▅▆▇█⁰¹²³⁴⁵⁶⁷⁸⁹⁺←↓↑→";
  private static final String PLAIN_SIGNS = "..-_.,:-=+#0123456789+<v^>";

  private final Canvas canvas;

  private Sheet(Canvas canvas) {
    this.canvas = canvas;
  }

  /** What a text means to the eye. */
  public enum Look {
    PLAIN(Ink.PLAIN),
    FAINT(Ink.FAINT),
    STRONG(Ink.STRONG),
    ACCENT(Ink.ACCENT),
    WARNING(Ink.block(Ink.Tone.FAIR)),
    CHOSEN(Ink.TITLE);

    @SuppressWarnings("ImmutableEnumChecker") // A record of two enums.
    private final Ink ink;

    Look(Ink ink) {
      this.ink = ink;
    }
  }

  /**
   * A key that does something.
   *
   * @param key what is printed on it
   * @param meaning what it does
   */
  public record Hint(String key, String meaning) {}

  /** A blank one with a title bar, whose right end says this, and the keys in the last row. */
  public static Sheet framed(int rows, int columns, String right, List<Hint> hints) {
    return new Sheet(
        Chrome.frame(
            rows,
            columns,
            right,
            hints.stream().map(it -> new Chrome.Hint(it.key(), it.meaning())).toList()));
  }

  /** One that says that there is no room. */
  public static Sheet tooSmall(int rows, int columns, int rowsNeeded, int columnsNeeded) {
    return new Sheet(
        Chrome.tooSmall(Texts.ENGLISH, rows, columns, rowsNeeded, columnsNeeded).canvas());
  }

  /** How many rows there are. */
  public int rows() {
    return canvas.rows();
  }

  /** How many columns there are. */
  public int columns() {
    return canvas.columns();
  }

  /** Writes a text, with an ellipsis where it is longer than the room before column {@code end}. */
  public void put(int row, int column, int end, String text, Look look) {
    canvas.putShort(row, column, end, text, look.ink);
  }

  /** Writes a text so that it ends before that column. */
  public void putRight(int row, int end, String text, Look look) {
    canvas.putRight(row, end, text, look.ink);
  }

  /** Writes a text in lines of that width, and gives the row below it. */
  public int paragraph(int row, int column, int width, String text, Look look) {
    int at = row;
    for (String line : Words.wrap(text, width)) {
      canvas.put(at++, column, column + width, line, look.ink);
    }
    return at;
  }

  /**
   * Draws a park's map.
   *
   * @param cellRows rows of a cell, at least 1
   * @param cellColumns columns of a cell, at least 2
   */
  public void map(int top, int left, int cellRows, int cellColumns, ParkMap map) {
    new MapView(canvas, top, left, cellRows, cellColumns).draw(map, Optional.empty());
  }

  /** Writes the letter that the ride has on the map. */
  public void rideLetter(int row, int column, ParkMap map, RideStatus ride) {
    Ink block = Ink.block(RideLabels.tone(ride));
    canvas.put(row, column, new RideLabels(map).letter(ride), block);
  }

  /** Writes the ride's wait, or why there is none, so that it ends before that column. */
  public void rideWait(int row, int end, RideStatus ride) {
    String wait =
        ride.waitMinutes().isPresent()
            ? Texts.ENGLISH.of("minutes", ride.waitMinutes().getAsInt())
            : Texts.ENGLISH.state(ride.state()).toLowerCase(Locale.ROOT);
    canvas.putRight(row, end, wait, Ink.text(RideLabels.tone(ride)));
  }

  /** Writes as much of a text as fits before column {@code end} in the colour of a ride's wait. */
  public void rideText(int row, int column, int end, String text, RideStatus ride) {
    canvas.put(row, column, end, text, Ink.text(RideLabels.tone(ride)));
  }

  /** The same in ASCII, for terminals that have nothing else. */
  public Sheet ascii() {
    Canvas plain = new Canvas(canvas.rows(), canvas.columns());
    List<String> text = canvas.text();
    for (int row = 0; row < canvas.rows(); row++) {
      int column = 0;
      for (int point : text.get(row).codePoints().toArray()) {
        int width = Words.width(point);
        plain.put(row, column, ascii(point, width), canvas.inkAt(row, column));
        column += width;
      }
      // The text ends with its last glyph, a block's colour perhaps not.
      for (; column < canvas.columns(); column++) {
        plain.put(row, column, " ", canvas.inkAt(row, column));
      }
    }
    return new Sheet(plain);
  }

  /** One sign for each column that the character takes. */
  private static String ascii(int point, int width) {
    int sign = SIGNS.indexOf(point);
    if (sign >= 0) {
      return PLAIN_SIGNS.substring(sign, sign + 1);
    }
    int base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD).codePointAt(0);
    char[] signs = new char[width];
    Arrays.fill(signs, base < 0x7f ? (char) base : '?');
    return new String(signs);
  }

  /** The rows without colours. */
  public List<String> text() {
    return canvas.text();
  }

  Picture picture() {
    return Picture.of(canvas);
  }
}
