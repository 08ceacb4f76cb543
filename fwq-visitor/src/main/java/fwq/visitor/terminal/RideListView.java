package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.List;

/** Draws the list of rides, the shortest wait first. */
final class RideListView {
  private static final int WAIT_COLUMNS = 8;
  private static final int WIDE_COLUMNS = 44;
  private static final int STATE_COLUMNS = 8;

  private RideListView() {}

  /**
   * Draws it.
   *
   * @param rows how many there are room for
   * @param target id of the ride to be marked, or -1
   * @return the row below it
   */
  static int draw(Canvas canvas, int top, int left, int width, int rows, ParkMap map, int target) {
    int state = left + width - STATE_COLUMNS + 1;
    int line = state - 1;
    boolean wide = width >= WIDE_COLUMNS;
    int wait = line - (wide ? 9 : 6);
    int name = wait - WAIT_COLUMNS;
    canvas.put(top, left + 2, "Ride", Ink.FAINT);
    canvas.putRight(top, wait, "wait", Ink.FAINT);
    canvas.putRight(top, line, wide ? "in line" : "line", Ink.FAINT);
    RideLabels labels = new RideLabels(map);
    List<RideStatus> rides = RideLabels.byWait(map);
    int shown = rides.size() < rows ? rides.size() : rows - 2;
    int row = top + 1;
    for (RideStatus status : rides.subList(0, Math.max(0, shown))) {
      Ink.Tone tone = RideLabels.tone(status);
      boolean known = status.waitMinutes().isPresent();
      boolean marked = status.ride().id() == target;
      Ink plain = known ? (marked ? Ink.STRONG : Ink.PLAIN) : Ink.text(Ink.Tone.NONE);
      canvas.put(row, left, labels.letter(status), Ink.block(tone));
      canvas.putShort(row, left + 2, name, status.ride().name(), plain);
      canvas.putRight(row, wait, RideLabels.wait(status), Ink.text(tone));
      canvas.putRight(row, line, RideLabels.line(status), plain);
      canvas.put(row, state, left + width, RideLabels.state(status), Ink.text(tone));
      row++;
    }
    if (shown < rides.size()) {
      canvas.put(row, left + 2, "and " + (rides.size() - shown) + " more", Ink.FAINT);
      row++;
    }
    return row;
  }
}
