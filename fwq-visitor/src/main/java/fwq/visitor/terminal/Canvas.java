package fwq.visitor.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * A screen to draw on. What goes beyond its edges is cut off. Control and format characters of a
 * text are left out, so that nobody's name can move the cursor or turn the line around.
 */
final class Canvas {
  private static final String CONTINUED = "";

  private final int rows;
  private final int columns;
  private final String[][] glyphs;
  private final Ink[][] inks;
  private final List<Spot> spots = new ArrayList<>();

  /** Some columns of a row on which a click means a key. */
  private record Spot(int row, int column, int end, Key key) {}

  /** A blank one. */
  Canvas(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.glyphs = new String[rows][columns];
    this.inks = new Ink[rows][columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(glyphs[row], " ");
      Arrays.fill(inks[row], Ink.PLAIN);
    }
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Writes a text and gives the column after it. */
  int put(int row, int column, String text, Ink ink) {
    return put(row, column, columns, text, ink);
  }

  /** Writes as much of a text as ends before that column, and gives the column after it. */
  int put(int row, int column, int end, String text, Ink ink) {
    int at = column;
    int edge = Math.min(end, columns);
    for (int point : text.codePoints().toArray()) {
      int width = Words.width(point);
      if (width == 0) {
        continue;
      }
      if (at + width > edge) {
        break;
      }
      if (row >= 0 && row < rows && at >= 0) {
        clear(row, at);
        glyphs[row][at] = Character.toString(point);
        inks[row][at] = ink;
        if (width == 2) {
          clear(row, at + 1);
          glyphs[row][at] = Character.toString(point);
          glyphs[row][at + 1] = CONTINUED;
          inks[row][at + 1] = ink;
        }
      }
      at += width;
    }
    return at;
  }

  /** Writes a text, with an ellipsis where it is longer than the room up to that column. */
  int putShort(int row, int column, int end, String text, Ink ink) {
    return put(row, column, end, Words.shorten(text, Math.min(end, columns) - column), ink);
  }

  /** Writes a text so that it ends before that column. */
  void putRight(int row, int end, String text, Ink ink) {
    put(row, end - Words.width(text), end, text, ink);
  }

  /** Writes a text in the middle of the row. */
  void putCentred(int row, String text, Ink ink) {
    put(row, Math.max(0, (columns - Words.width(text)) / 2), text, ink);
  }

  /** Fills a part of a row. */
  void fill(int row, int column, int width, Ink ink) {
    put(row, column, " ".repeat(Math.max(0, width)), ink);
  }

  /** Says what a click on these columns of a row means. What is said last counts. */
  void onClick(int row, int column, int width, Key key) {
    spots.add(new Spot(row, column, column + width, key));
  }

  /** What a click there means, if anything. */
  Optional<Key> clicked(int row, int column) {
    return spots.reversed().stream()
        .filter(spot -> spot.row() == row && spot.column() <= column && column < spot.end())
        .map(Spot::key)
        .findFirst();
  }

  /** The rows, with the looks of a palette. */
  List<AttributedString> lines(Palette palette) {
    return lines(palette, false);
  }

  /**
   * The rows, with the looks of a palette.
   *
   * @param ascii whether only ASCII may be sent
   */
  List<AttributedString> lines(Palette palette, boolean ascii) {
    List<AttributedString> lines = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      AttributedStringBuilder line = new AttributedStringBuilder(columns);
      for (int column = 0; column < columns; column++) {
        String glyph = glyphs[row][column];
        line.append(ascii ? Ascii.of(glyph) : glyph, palette.of(inks[row][column]));
      }
      lines.add(line.toAttributedString());
    }
    return lines;
  }

  /** The rows without looks. */
  List<String> text() {
    return Arrays.stream(glyphs).map(row -> String.join("", row).stripTrailing()).toList();
  }

  /** The ink at a place. */
  Ink inkAt(int row, int column) {
    return inks[row][column];
  }

  /** Where half of a wide character would remain, a blank takes its place. */
  private void clear(int row, int column) {
    if (glyphs[row][column].equals(CONTINUED) && column > 0) {
      glyphs[row][column - 1] = " ";
    }
    if (column + 1 < columns && glyphs[row][column + 1].equals(CONTINUED)) {
      glyphs[row][column + 1] = " ";
    }
  }
}
