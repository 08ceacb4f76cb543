package fwq.tui;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Draws a square map of cells, each of some rows and columns. A block has a letter, whoever stands
 * on it; its label stands in the cell beside it, unless someone is there. Others are initials, or a
 * number where several share a cell; who is at this terminal is an {@code @}, and dots lead where
 * it goes. Cells are numbered by row, then column.
 */
public final class CellMap {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Canvas canvas;
  private final int top;
  private final int left;
  private final Cells cells;

  /**
   * The cells of a map.
   *
   * @param side how many there are in a row, and rows of them
   * @param rows rows of a cell, at least 1
   * @param columns columns of a cell, at least 2
   */
  public record Cells(int side, int rows, int columns) {}

  /**
   * Something that stays in its cell.
   *
   * @param letter what it is called
   * @param label what is to be known of it; too long a one is left out
   * @param click what a click on it means
   */
  public record Block(int cell, String letter, String label, Ink.Tone tone, Key click) {}

  /**
   * Who is on the map.
   *
   * @param others how many stand in a cell, by cell, besides who is at this terminal
   * @param names by cell, of those that are known
   * @param me the cell of who is at this terminal
   * @param way the cells that lead where it goes
   */
  public record People(
      Map<Integer, Integer> others,
      Map<Integer, String> names,
      OptionalInt me,
      Collection<Integer> way) {}

  public CellMap(Canvas canvas, int top, int left, Cells cells) {
    this.canvas = canvas;
    this.top = top;
    this.left = left;
    this.cells = cells;
  }

  public int columns() {
    return cells.columns();
  }

  public void draw(List<Block> blocks, People people) {
    for (int cell = 0; cell < cells.side() * cells.side(); cell++) {
      int others = people.others().getOrDefault(cell, 0);
      fill(cell, Ink.ground(Ink.Tone.FAINT), "·");
      if (isMe(people, cell)) {
        fill(cell, Ink.block(Ink.Tone.ME), "@" + (others == 0 ? "" : superscript(others)));
      } else if (others > 0) {
        put(cell, others(others, people.names().get(cell)), Ink.ground(Ink.Tone.OTHERS));
      } else if (people.way().contains(cell)) {
        put(cell, "•", Ink.ground(Ink.Tone.WAY));
      }
    }
    Set<Integer> taken = new HashSet<>();
    blocks.forEach(block -> taken.add(block.cell()));
    for (Block block : blocks) {
      drawBlock(block, people);
      if (cells.rows() > 1) {
        canvas.put(row(block.cell()) + 1, column(block.cell()), block.label(), ink(block));
        continue;
      }
      // East of it, or west at the eastern edge: a label does not jump across the map.
      int beside = block.cell() + ((block.cell() + 1) % cells.side() == 0 ? -1 : 1);
      if (!people.others().containsKey(beside)
          && !taken.contains(beside)
          && !isMe(people, beside)) {
        put(beside, block.label(), Ink.ground(block.tone()));
        canvas.onClick(row(beside), column(beside), cells.columns(), block.click());
      }
    }
  }

  private void drawBlock(Block block, People people) {
    int cell = block.cell();
    int others = people.others().getOrDefault(cell, 0);
    fill(cell, ink(block), block.letter());
    for (int part = 0; part < cells.rows(); part++) {
      canvas.onClick(row(cell) + part, column(cell), cells.columns(), block.click());
    }
    boolean me = isMe(people, cell);
    String sign = me ? "@" : others > 0 ? superscript(others) : block.tone().sign();
    canvas.put(row(cell), column(cell) + 1, sign, me ? Ink.block(Ink.Tone.ME) : ink(block));
  }

  private static Ink ink(Block block) {
    return Ink.block(block.tone());
  }

  private static boolean isMe(People people, int cell) {
    return people.me().isPresent() && people.me().getAsInt() == cell;
  }

  private String others(int count, String name) {
    if (count == 1 && name != null) {
      return initials(name, Math.min(cells.columns(), 3));
    }
    String number = Integer.toString(count);
    return number.length() <= cells.columns() ? number : "+".repeat(cells.columns());
  }

  /** The name's beginning; of a numbered one, such as guest-12, its letter and last digits. */
  private static String initials(String name, int columns) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String number = name.substring(Math.max(digits, name.length() - columns + 1));
    return number.isEmpty()
        ? name.substring(0, Math.min(name.length(), columns))
        : name.charAt(0) + number;
  }

  private static String superscript(int count) {
    return count < 10 ? SUPERSCRIPTS.substring(count, count + 1) : "⁺";
  }

  private int row(int cell) {
    return top + cell / cells.side() * cells.rows();
  }

  private int column(int cell) {
    return left + cell % cells.side() * cells.columns();
  }

  private void fill(int cell, Ink ink, String text) {
    for (int row = 0; row < cells.rows(); row++) {
      canvas.fill(row(cell) + row, column(cell), cells.columns(), ink);
    }
    put(cell, text, ink);
  }

  private void put(int cell, String text, Ink ink) {
    canvas.put(row(cell), column(cell), column(cell) + cells.columns(), text, ink);
  }
}
