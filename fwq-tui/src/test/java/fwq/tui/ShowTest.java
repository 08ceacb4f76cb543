package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ShowTest {
  private static final int PICTURES = 20;

  private final Inbox inbox = new Inbox();

  /** Has these events come as soon as a picture is drawn, and gives how long so many take. */
  private Duration show(Event... events) throws IOException, InterruptedException {
    Page page =
        new Page() {
          private int pictures;

          @Override
          public Page on(Event event, long now) {
            return this;
          }

          @Override
          public Canvas draw(int rows, int columns, long now) {
            (pictures++ < PICTURES ? List.of(events) : List.of(Event.Signal.STOP))
                .forEach(inbox::put);
            return new Canvas(rows, columns);
          }
        };
    long start = System.nanoTime();
    try (Screen screen = new FakeTerminal().screen(Palette.MANY)) {
      new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void whatHappensByItselfIsShownFiveTimesASecond() throws IOException, InterruptedException {
    assertTrue(show(new Event.Tick()).compareTo(Duration.ofMillis(200 * (PICTURES - 1))) > 0);
  }

  @Test
  void keyAmongPicturesIsShownAtOnce() throws IOException, InterruptedException {
    Event key = new Event.Pressed(Key.Named.TAB);
    assertTrue(show(new Event.Tick(), key).compareTo(Duration.ofMillis(200 * PICTURES / 2)) < 0);
  }
}
