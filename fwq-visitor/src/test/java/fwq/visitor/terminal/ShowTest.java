package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShowTest {
  private static final int PICTURES = 20;

  private final Inbox inbox = new Inbox();

  /** Has these events come as soon as a picture is drawn, and gives how long so many take. */
  private Duration show(Event... events) throws IOException, InterruptedException {
    LineDisciplineTerminal terminal =
        new LineDisciplineTerminal(
            "test", "xterm-256color", new ByteArrayOutputStream(), StandardCharsets.UTF_8) {
          private int pictures;

          @Override
          public Size getSize() {
            List<Event> next =
                pictures++ < PICTURES ? List.of(events) : List.of(new Event.StopWished());
            next.forEach(inbox::put);
            return Size.of(80, 24);
          }
        };
    PageRun run = new PageRun();
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    long start = System.nanoTime();
    try (Screen screen = new Screen(terminal, Palette.MANY, false, new ScreenGuard())) {
      new Show(screen, inbox, InstantSource.system(), () -> {}).run(run.page);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Event frame() {
    return new Event.Framed(new MapFrame(0, 1, 1, 0, 0, ParkMap.EMPTY));
  }

  @Test
  void crowdIsShownFiveTimesASecond() throws IOException, InterruptedException {
    // A few pictures less: the terminal is asked for its size on other occasions, too.
    assertTrue(show(frame()).compareTo(Duration.ofMillis(200 * (PICTURES - 4))) > 0);
  }

  @Test
  void keyAmongTheCrowdIsShownAtOnce() throws IOException, InterruptedException {
    Event key = new Event.Pressed(Key.Named.TAB);
    assertTrue(show(frame(), key).compareTo(Duration.ofMillis(200 * PICTURES / 2)) < 0);
  }
}
