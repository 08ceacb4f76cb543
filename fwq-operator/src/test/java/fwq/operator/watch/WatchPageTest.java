package fwq.operator.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.tui.Event;
import fwq.tui.Key;
import fwq.tui.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchPageTest {
  private final Board board = new Board("127.0.0.1:9092", 0);
  private final Mailbox mailbox = new Mailbox();
  private final WatchPage page = new WatchPage(board, mailbox);

  private Page press(Key key) {
    return page.on(new Event.Pressed(key), Samples.T0);
  }

  private String screen() {
    return String.join("\n", page.draw(24, 80, Samples.T0).text());
  }

  @Test
  void whatWasHeardIsShown() {
    mailbox.put(Samples.mail(1, Map.of(), Samples.sighting(0, Samples.T0, 1, Samples.T0, 57, 25)));
    assertTrue(screen().contains("57 of 1,000"), screen());
  }

  @Test
  void keysChooseAPark() {
    mailbox.put(Samples.mail(12, Map.of()));
    assertTrue(screen().contains("12 parks"), screen());
    assertEquals(page, press(Key.Named.DOWN));
    assertEquals(1, board.chosen());
    press(Key.of('j'));
    assertEquals(2, board.chosen());
    press(Key.of('k'));
    press(Key.Named.UP);
    assertEquals(0, board.chosen());
    press(Key.Named.END);
    assertEquals(11, board.chosen());
    press(Key.Named.HOME);
    press(Key.of('7'));
    assertEquals(7, board.chosen());
  }

  @Test
  void qEndsIt() {
    assertInstanceOf(Page.End.class, press(Key.of('q')));
  }
}
