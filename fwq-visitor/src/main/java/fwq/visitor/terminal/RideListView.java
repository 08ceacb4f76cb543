package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.guest.Trends;
import fwq.tui.Canvas;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.List;
import java.util.Optional;

/** Draws the list of rides, the shortest wait first, with all that helps to choose one. */
final class RideListView {
  /** From here up there is room for the line and for when one would ride. */
  private static final int WIDE_COLUMNS = 64;

  /** A ride, its waits of the last minutes, and a blank row. */
  private static final int HISTORY_ROWS = 3;

  /** What the guest wants to be told of stands below the rides. */
  private static final int ALERT_ROWS = 4;

  /** A bar of this wait fills its room. */
  private static final int BAR_MINUTES = 60;

  private final Texts texts;
  private final Canvas canvas;
  private final int left;
  private final boolean wide;
  private final int name;
  private final int bar;
  private final int wait;
  private final int trend;
  private final int line;
  private final int steps;
  private final int riding;
  private final int state;
  private final int end;

  /** A list in these columns, at least 39. The fields are where each column ends. */
  RideListView(Texts texts, Canvas canvas, int left, int width) {
    this.texts = texts;
    this.canvas = canvas;
    this.left = left;
    this.wide = width >= WIDE_COLUMNS;
    this.end = left + width;
    this.state = end;
    this.riding = state - (wide ? 9 : 6);
    this.steps = riding - (wide ? 8 : 0);
    this.line = steps - (wide ? 7 : 4);
    this.trend = line - (wide ? 8 : 0);
    this.wait = trend - 2;
    this.bar = wait - 4;
    this.name = bar - (wide ? 13 : 7);
  }

  /**
   * Draws it.
   *
   * @param rows how many there are room for
   * @param me where the guest is, if inside
   * @param target id of the ride to be marked, or -1
   * @return the row below it
   */
  int draw(int top, int rows, ParkMap map, Optional<Position> me, int target, Trends trends) {
    canvas.put(top, left + 2, texts.of("list.ride"), Ink.FAINT);
    canvas.putRight(top, wait, texts.of("list.wait"), Ink.FAINT);
    canvas.putRight(top, steps, texts.of("list.steps"), Ink.FAINT);
    if (wide) {
      canvas.putRight(top, line, texts.of("list.line"), Ink.FAINT);
      canvas.putRight(top, riding, texts.of("list.riding"), Ink.FAINT);
    }
    RideLabels labels = new RideLabels(map);
    List<RideStatus> rides = RideLabels.byWait(map);
    boolean spacious = wide && HISTORY_ROWS * rides.size() < rows - ALERT_ROWS;
    int shown = rides.size() < rows ? rides.size() : Math.max(0, rows - 2);
    int row = top + 1;
    for (RideStatus status : rides.subList(0, shown)) {
      canvas.put(row, left, labels.letter(status), Ink.block(tone(status)));
      canvas.onClick(row, left, end - left, new Key.Thing(status.ride().id()));
      ride(row, status, me, status.ride().id() == target, trends.of(status));
      if (spacious) {
        history(row + 1, trends.waits(status));
      }
      row += spacious ? HISTORY_ROWS : 1;
    }
    if (shown < rides.size()) {
      canvas.put(row, left + 2, texts.of("list.more", rides.size() - shown), Ink.FAINT);
      row++;
    }
    return row;
  }

  private void ride(
      int row, RideStatus status, Optional<Position> me, boolean marked, Trends.Trend leads) {
    Ink tone = Ink.text(tone(status));
    boolean open = status.state() == RideState.OPEN;
    Ink plain = marked ? Ink.STRONG : open ? Ink.PLAIN : Ink.text(Ink.Tone.NONE);
    canvas.put(row, left + 1, marked ? "›" : " ", Ink.STRONG);
    canvas.putShort(row, left + 2, open ? name : wait - 4, status.ride().name(), plain);
    int distance = me.map(here -> here.distance(status.ride().position())).orElse(-1);
    if (distance >= 0) {
      canvas.putRight(row, steps, texts.of("number", distance), plain);
    }
    if (!open) {
      // Where the wait would be: there is none to be known.
      canvas.putRight(row, wide ? state : trend, texts.state(status.state()), tone);
      return;
    }
    int minutes = status.waitMinutes().orElseThrow();
    int room = bar - name - 1;
    int filled = Math.clamp((long) (minutes * room + BAR_MINUTES - 1) / BAR_MINUTES, 0, room);
    canvas.put(row, name + 1, "█".repeat(filled), tone);
    canvas.put(row, name + 1 + filled, "·".repeat(room - filled), Ink.FAINT);
    canvas.putRight(row, wait, texts.of("number", minutes), tone);
    canvas.put(row, wait + 1, arrow(leads), arrowInk(leads));
    if (wide) {
      canvas.putRight(row, line, texts.of("number", status.queue().orElseThrow()), plain);
      if (distance >= 0) {
        canvas.putRight(row, riding, texts.of("list.in", distance + minutes), plain);
      }
    }
    canvas.putRight(row, state, texts.state(status.state()), Ink.FAINT);
  }

  /** What the waits of the last minutes were, in the legend's signs; the newest last. */
  private void history(int row, List<Integer> waits) {
    int begin = left + 2;
    int room = bar - begin;
    List<Integer> newest = waits.subList(Math.max(0, waits.size() - room), waits.size());
    int column = bar - newest.size();
    for (int minutes : newest) {
      Ink.Tone tone = Ink.Tone.ofLevel(RideLabels.level(minutes));
      column = canvas.put(row, column, tone.sign(), Ink.text(tone));
    }
    if (!newest.isEmpty()) {
      canvas.put(row, wait - 1, texts.of("list.history"), Ink.FAINT);
    }
  }

  private static Ink.Tone tone(RideStatus status) {
    return Ink.Tone.ofLevel(RideLabels.level(status));
  }

  private static String arrow(Trends.Trend trend) {
    return switch (trend) {
      case RISING -> "↑";
      case FALLING -> "↓";
      case STEADY -> "=";
    };
  }

  private static Ink arrowInk(Trends.Trend trend) {
    return switch (trend) {
      case RISING -> Ink.text(Ink.Tone.BAD);
      case FALLING -> Ink.text(Ink.Tone.GOOD);
      case STEADY -> Ink.FAINT;
    };
  }
}
