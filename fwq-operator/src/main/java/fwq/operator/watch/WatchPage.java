package fwq.operator.watch;

import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Key;
import fwq.tui.Page;
import java.util.OptionalLong;

/** The operator's one page: keys choose a park, and what was heard meanwhile is shown. */
final class WatchPage implements Page {
  /** Without news, the ages on the screen grow. */
  private static final long DRAW_PERIOD_MILLIS = 1_000;

  private final Board board;
  private final Mailbox mailbox;

  /** News have come into the mailbox. */
  record News() implements Event {
    @Override
    public Kind kind() {
      return Kind.PICTURE;
    }
  }

  WatchPage(Board board, Mailbox mailbox) {
    this.board = board;
    this.mailbox = mailbox;
  }

  @Override
  public Page on(Event event, long now) {
    if (event instanceof Event.Pressed(Key key)) {
      switch (key) {
        case Key.Named.UP -> board.move(-1);
        case Key.Named.DOWN -> board.move(1);
        case Key.Named.HOME -> board.choose(0);
        case Key.Named.END -> board.choose(Integer.MAX_VALUE);
        case Key.Typed(int point) when point == 'q' -> {
          return new Page.End();
        }
        case Key.Typed(int point) when point == 'k' -> board.move(-1);
        case Key.Typed(int point) when point == 'j' -> board.move(1);
        case Key.Typed(int point) when point >= '0' && point <= '9' ->
            board.digit(point - '0', now);
        case Key _ -> {}
      }
    }
    return this;
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    board.add(mailbox.takeAll());
    return WatchView.draw(rows, columns, board, now);
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return OptionalLong.of(now + DRAW_PERIOD_MILLIS);
  }
}
