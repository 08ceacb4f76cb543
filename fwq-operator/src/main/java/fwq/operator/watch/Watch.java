package fwq.operator.watch;

import fwq.kit.program.Stop;
import fwq.visitor.terminal.Window;
import fwq.visitor.terminal.Window.Happening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: wait for a key, for news or for the second to pass, then draw. A thread of its own
 * listens to the broker; the one that calls {@link #run} owns board and window.
 */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Eyes need no more, and a thousand parks may all speak at once. */
  private static final long DRAW_PAUSE_MILLIS = 100;

  /** Without news, the ages on the screen grow. */
  private static final long DRAW_PERIOD_MILLIS = 1_000;

  private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

  private final EngineTopic topic;
  private final VisitorEnds ends;
  private final Mailbox mailbox = new Mailbox();
  private final AtomicBoolean fault = new AtomicBoolean();
  private final Board board;
  private final Window window;
  private final InstantSource clock;

  /** A watch of that topic in that window; all remain their owner's to close. */
  Watch(EngineTopic topic, VisitorEnds ends, Board board, Window window, InstantSource clock) {
    this.topic = topic;
    this.ends = ends;
    this.board = board;
    this.window = window;
    this.clock = clock;
  }

  /** Runs until the operator quits or stop is requested. */
  void run(Stop stop) throws InterruptedException {
    stop.onRequest(window::end);
    Thread ears = Thread.ofPlatform().name("watch-feed").daemon().start(() -> listen(stop));
    try {
      show();
    } finally {
      stop.request();
      topic.interrupt();
      ends.interrupt();
      boolean _ = ears.join(CLOSE_MAX);
    }
    if (fault.get()) {
      throw new IllegalStateException("the thread that listens has ended");
    }
  }

  private void listen(Stop stop) {
    try {
      while (!stop.requested()) {
        List<Sighting> sightings = topic.poll();
        Map<Integer, Long> known = topic.parks() == 0 ? Map.of() : ends.ask();
        mailbox.put(new Mail(topic.parks(), sightings, known, topic.trouble()));
        window.wake();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself", e);
      fault.set(true);
      window.end();
    }
  }

  private void show() throws InterruptedException {
    long drawnAt = clock.millis() - DRAW_PAUSE_MILLIS;
    long drawAt = drawnAt;
    while (true) {
      long now = clock.millis();
      if (now >= drawAt || now < drawnAt) {
        board.take(mailbox.take());
        window.show(WatchView.draw(window.rows(), window.columns(), board, now));
        drawnAt = now;
        drawAt = now + DRAW_PERIOD_MILLIS;
      }
      switch (window.next(drawAt - now)) {
        case Happening.Sign.END -> {
          return;
        }
        case Happening.Sign.WOKEN -> drawAt = Math.min(drawAt, drawnAt + DRAW_PAUSE_MILLIS);
        case Happening.Typed(int point) when point == 'q' -> {
          return;
        }
        case Happening other -> {
          react(other);
          drawAt = now;
        }
      }
    }
  }

  private void react(Happening happening) {
    switch (happening) {
      case Happening.Sign.UP -> board.move(-1);
      case Happening.Sign.DOWN -> board.move(1);
      case Happening.Sign.FIRST -> board.choose(0);
      case Happening.Sign.LAST -> board.choose(Integer.MAX_VALUE);
      case Happening.Typed(int point) when point == 'k' -> board.move(-1);
      case Happening.Typed(int point) when point == 'j' -> board.move(1);
      case Happening.Typed(int point) when point >= '0' && point <= '9' ->
          board.digit(point - '0', clock.millis());
      case Happening _ -> {
        // It changes nothing but perhaps the size.
      }
    }
  }
}
