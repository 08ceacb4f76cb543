package fwq.tui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * A screen to draw on. What goes beyond its edges is cut off. Control and format characters of a
 * text are left out, so that nobody's name can move the cursor or turn the line around.
 */
public final class Canvas {
  /** A letter with more marks is a jest. */
  private static final int GLYPH_UNITS_MAX = 8;

  private static final String CONTINUED = "";

  /** Made once: a screen has thousands of them, many times a second. */
  private static final String[] COMMON =
      IntStream.range(0, 256).mapToObj(Character::toString).toArray(String[]::new);

  private final int rows;
  private final int columns;
  private final String[][] glyphs;
  private final Ink[][] inks;
  private final List<Spot> spots = new ArrayList<>();
  private Optional<Caret> caret = Optional.empty();

  /** A place on the screen, counted from 0. */
  public record Caret(int row, int column) {}

  /** Some columns of a row on which a click means a key. */
  private record Spot(int row, int column, int end, Key key) {}

  public Canvas(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.glyphs = new String[rows][columns];
    this.inks = new Ink[rows][columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(glyphs[row], " ");
      Arrays.fill(inks[row], Ink.PLAIN);
    }
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Writes a text and gives the column after it. */
  public int put(int row, int column, String text, Ink ink) {
    return put(row, column, columns, text, ink);
  }

  /** Writes as much of a text as ends before that column, and gives the column after it. */
  public int put(int row, int column, int end, String text, Ink ink) {
    int at = column;
    int edge = Math.min(end, columns);
    for (int next = 0; next < text.length(); ) {
      int point = text.codePointAt(next);
      next += Character.charCount(point);
      int width = Words.width(point);
      if (width == 0) {
        if (at > column && Words.isMark(point)) {
          mark(row, at - 1, point);
        }
        continue;
      }
      if (at + width > edge) {
        break;
      }
      if (row >= 0 && row < rows && at >= 0) {
        set(row, at, glyph(point), ink);
        if (width == 2) {
          clear(row, at + 1);
          glyphs[row][at] = glyph(point);
          glyphs[row][at + 1] = CONTINUED;
          inks[row][at + 1] = ink;
        }
      }
      at += width;
    }
    return at;
  }

  /** Puts a mark on the letter before it: letters of many languages are made of both. */
  private void mark(int row, int column, int point) {
    if (row < 0 || row >= rows || column < 0) {
      return;
    }
    int at = glyphs[row][column].equals(CONTINUED) && column > 0 ? column - 1 : column;
    if (glyphs[row][at].length() < GLYPH_UNITS_MAX) {
      glyphs[row][at] += Character.toString(point);
    }
  }

  private void set(int row, int column, String glyph, Ink ink) {
    clear(row, column);
    glyphs[row][column] = glyph;
    inks[row][column] = ink;
  }

  private static String glyph(int codePoint) {
    return codePoint < COMMON.length ? COMMON[codePoint] : Character.toString(codePoint);
  }

  /** Writes a text, with an ellipsis where it is longer than the room up to that column. */
  public int putShort(int row, int column, int end, String text, Ink ink) {
    return put(row, column, end, Words.shorten(text, Math.min(end, columns) - column), ink);
  }

  /** Writes a text so that it ends before that column. */
  public void putRight(int row, int end, String text, Ink ink) {
    put(row, end - Words.width(text), end, text, ink);
  }

  /** Writes a text in the middle of the row. */
  public void putCentred(int row, String text, Ink ink) {
    put(row, Math.max(0, (columns - Words.width(text)) / 2), text, ink);
  }

  /** Writes a text in lines of that width, and gives the row below it. */
  public int paragraph(int row, int column, int width, String text, Ink ink) {
    int at = row;
    for (String line : Words.wrap(text, width)) {
      put(at++, column, column + width, line, ink);
    }
    return at;
  }

  /** Fills a part of a row. */
  public void fill(int row, int column, int width, Ink ink) {
    if (row >= 0 && row < rows) {
      for (int at = Math.max(0, column); at < Math.min(columns, column + width); at++) {
        set(row, at, " ", ink);
      }
    }
  }

  /** Has the terminal's cursor blink there; else it is not to be seen. */
  public void putCaret(int row, int column) {
    caret = Optional.of(new Caret(row, column));
  }

  /** Where the cursor blinks, if it is to be seen. */
  public Optional<Caret> caret() {
    return caret;
  }

  /** Says what a click on these columns of a row means. What is said last counts. */
  public void onClick(int row, int column, int width, Key key) {
    spots.add(new Spot(row, column, column + width, key));
  }

  /** What a click there means, if anything. */
  public Optional<Key> clicked(int row, int column) {
    return spots.reversed().stream()
        .filter(spot -> spot.row() == row && spot.column() <= column && column < spot.end())
        .map(Spot::key)
        .findFirst();
  }

  /**
   * A row, with the looks of a palette.
   *
   * @param ascii whether only ASCII may be sent
   */
  AttributedString line(int row, Palette palette, boolean ascii) {
    AttributedStringBuilder line = new AttributedStringBuilder(columns);
    // What looks the same goes together: a look costs far more than a character.
    StringBuilder alike = new StringBuilder(columns);
    Ink look = Ink.PLAIN;
    for (int column = 0; column < columns; column++) {
      String glyph = glyphs[row][column];
      Ink ink = inks[row][column];
      if (!ink.isLike(look) && !(glyph.equals(" ") && ink.isBlankLike(look))) {
        line.append(alike, palette.of(look));
        alike.setLength(0);
        look = ink;
      }
      alike.append(ascii ? Ascii.of(glyph) : glyph);
    }
    line.append(alike, palette.of(look));
    return line.toAttributedString();
  }

  /** Whether this row is the same on another canvas of this size. */
  boolean isLike(Canvas other, int row) {
    for (int column = 0; column < columns; column++) {
      if (!glyphs[row][column].equals(other.glyphs[row][column])
          || !inks[row][column].isLike(other.inks[row][column])) {
        return false;
      }
    }
    return true;
  }

  /** The rows without looks. */
  public List<String> text() {
    return Arrays.stream(glyphs).map(row -> String.join("", row).stripTrailing()).toList();
  }

  /** The ink at a place. */
  public Ink inkAt(int row, int column) {
    return inks[row][column];
  }

  /** Where half of a wide character would remain, a blank takes its place. */
  private void clear(int row, int column) {
    if (glyphs[row][column].isEmpty() && column > 0) {
      glyphs[row][column - 1] = " ";
    }
    if (column + 1 < columns && glyphs[row][column + 1].isEmpty()) {
      glyphs[row][column + 1] = " ";
    }
  }
}
