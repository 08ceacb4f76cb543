package fwq.visitor.terminal;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws the park's 20×20 cells. A ride is a block with its letter, whoever stands on it; its wait
 * stands in the cell beside it, unless someone is there. Guests are initials, or a number where
 * several share a cell; the guest at this terminal is an {@code @}, and dots lead where it goes.
 */
public final class MapView {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Canvas canvas;
  private final int top;
  private final int left;
  private final int cellRows;
  private final int cellColumns;

  /**
   * A map with its north-west corner there.
   *
   * @param cellRows rows of a cell, at least 1
   * @param cellColumns columns of a cell, at least 2
   */
  public MapView(Canvas canvas, int top, int left, int cellRows, int cellColumns) {
    this.canvas = canvas;
    this.top = top;
    this.left = left;
    this.cellRows = cellRows;
    this.cellColumns = cellColumns;
  }

  /**
   * Draws it.
   *
   * @param me where the guest at this terminal is, if inside
   */
  public void draw(ParkMap map, Optional<Position> me) {
    draw(map, me, List.of());
  }

  /**
   * Draws it.
   *
   * @param me where the guest at this terminal is, if inside
   * @param way the cells that the guest will walk over
   */
  public void draw(ParkMap map, Optional<Position> me, List<Position> way) {
    int[] others = others(map, me);
    Map<Position, String> names = new HashMap<>();
    for (ParkMap.Whereabouts visitor : map.visitors()) {
      names.merge(visitor.position(), visitor.name(), (one, other) -> one);
    }
    for (int cell = 0; cell < Position.CELLS; cell++) {
      Position position = Position.ofCell(cell);
      boolean here = me.isPresent() && me.get().equals(position);
      ground(position);
      if (here) {
        String crowd = others[cell] == 0 ? "" : superscript(others[cell]);
        block(position, Ink.block(Ink.Tone.ME), "@" + crowd);
      } else if (others[cell] > 0) {
        put(position, guests(others[cell], names.get(position)), Ink.ground(Ink.Tone.GUEST));
      } else if (way.contains(position)) {
        put(position, "•", Ink.ground(Ink.Tone.WAY));
      }
    }
    drawRides(map, others, me);
  }

  private void drawRides(ParkMap map, int[] others, Optional<Position> me) {
    RideLabels labels = new RideLabels(map);
    List<Position> taken = map.rides().stream().map(it -> it.ride().position()).toList();
    for (RideStatus status : map.rides()) {
      Position position = status.ride().position();
      boolean here = me.isPresent() && me.get().equals(position);
      int crowd = others[position.cell()];
      Ink ink = Ink.block(RideLabels.tone(status));
      block(position, ink, labels.letter(status));
      Key click = new Key.Ride(status.ride().id());
      for (int part = 0; part < cellRows; part++) {
        canvas.onClick(row(position) + part, column(position), cellColumns, click);
      }
      if (here) {
        canvas.put(row(position), column(position) + 1, "@", Ink.block(Ink.Tone.ME));
      } else if (crowd > 0) {
        canvas.put(row(position), column(position) + 1, superscript(crowd), ink);
      } else {
        canvas.put(row(position), column(position) + 1, RideLabels.shape(status), ink);
      }
      if (cellRows > 1) {
        String wait = RideLabels.brief(status, cellColumns);
        canvas.put(row(position) + 1, column(position), wait, ink);
        continue;
      }
      // East of it, or west at the eastern edge: a label does not jump across the map.
      int side = position.column() + 1 < Position.SIDE ? 1 : -1;
      Position beside = new Position(position.row(), position.column() + side);
      boolean free =
          others[beside.cell()] == 0
              && !taken.contains(beside)
              && !me.filter(beside::equals).isPresent();
      if (free) {
        Ink tone = Ink.ground(RideLabels.tone(status));
        put(beside, RideLabels.brief(status, cellColumns), tone);
        canvas.onClick(row(beside), column(beside), cellColumns, click);
      }
    }
  }

  /**
   * How many guests besides this one stand in each cell. Names tell nothing here: others may be
   * shown as we are, and we perhaps not at all.
   */
  private static int[] others(ParkMap map, Optional<Position> me) {
    int[] others = new int[Position.CELLS];
    for (ParkMap.Headcount heads : map.cells()) {
      others[heads.position().cell()] = heads.count();
    }
    me.flatMap(here -> pictured(others, here)).ifPresent(there -> others[there.cell()]--);
    return others;
  }

  /** Where we are in the picture: it may be a moment older than our last step. */
  private static Optional<Position> pictured(int[] heads, Position me) {
    return Stream.concat(Stream.of(me), Stream.of(Direction.values()).map(me::step))
        .filter(there -> heads[there.cell()] > 0)
        .findFirst();
  }

  private String guests(int count, String name) {
    if (count == 1 && name != null) {
      return initials(name, Math.min(cellColumns, 3));
    }
    String number = Integer.toString(count);
    return number.length() <= cellColumns ? number : "+".repeat(cellColumns);
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

  private int row(Position position) {
    return top + position.row() * cellRows;
  }

  private int column(Position position) {
    return left + position.column() * cellColumns;
  }

  private void ground(Position position) {
    for (int row = 0; row < cellRows; row++) {
      canvas.fill(row(position) + row, column(position), cellColumns, Ink.ground(Ink.Tone.FAINT));
    }
    put(position, "·", Ink.ground(Ink.Tone.FAINT));
  }

  private void block(Position position, Ink ink, String text) {
    for (int row = 0; row < cellRows; row++) {
      canvas.fill(row(position) + row, column(position), cellColumns, ink);
    }
    put(position, text, ink);
  }

  private void put(Position position, String text, Ink ink) {
    canvas.put(row(position), column(position), column(position) + cellColumns, text, ink);
  }
}
