package fwq.visitor.terminal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jline.terminal.Size;

/** The loop: draw the page, wait for an event, let the page have it, and again. */
final class Show {
  /**
   * Where a thousand walk, each frame moves somebody and most of the screen, twenty times a second;
   * nobody follows a crowd faster than this. What the guest does, and what the engine answers, is
   * shown at once, and so is a frame after a pause.
   */
  private static final long CROWD_MILLIS = 200;

  private final Screen screen;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Runnable sleep;

  /**
   * A show on that screen of what comes to that inbox.
   *
   * @param sleep stops the process until the guest wants to see it again
   */
  Show(Screen screen, Inbox inbox, InstantSource clock, Runnable sleep) {
    this.screen = screen;
    this.inbox = inbox;
    this.clock = clock;
    this.sleep = sleep;
  }

  /** Runs from the first page until the guest or the program ends. */
  void run(Page first) throws InterruptedException {
    Page page = first;
    int rings = 0;
    try {
      while (!(page instanceof Page.End)) {
        long now = clock.millis();
        Size size = screen.size();
        Picture picture = page.draw(size.getRows(), size.getColumns(), now);
        screen.show(picture);
        if (page.rings() > rings) {
          screen.ring();
        }
        rings = page.rings();
        Optional<Event> event = Optional.of(next(page, now));
        boolean crowdOnly = true;
        // All that has come by now makes one picture.
        while (event.isPresent() && !(page instanceof Page.End)) {
          if (isEnd(event.get())) {
            return;
          }
          if (isPause(event.get())) {
            screen.pause(sleep);
          }
          Optional<Event> meant = meant(event.get(), picture);
          if (meant.isPresent()) {
            page = page.on(meant.get(), clock.millis());
          }
          crowdOnly = crowdOnly && isCrowd(event.get());
          event = crowdOnly ? meanwhile(page, now) : inbox.poll();
        }
      }
    } finally {
      page.close(clock.millis());
    }
  }

  /** What comes, or is due, before the crowd is to be shown again; nothing once it is. */
  private Optional<Event> meanwhile(Page page, long drawnAt) throws InterruptedException {
    long now = clock.millis();
    // A clock that was set back must not prolong it.
    long left = now < drawnAt ? 0 : drawnAt + CROWD_MILLIS - now;
    long wake = page.wakeAt(now).orElse(Long.MAX_VALUE) - now;
    return wake < left ? Optional.of(inbox.take(wake)) : inbox.poll(left);
  }

  private Event next(Page page, long now) throws InterruptedException {
    OptionalLong wakeAt = page.wakeAt(now);
    return wakeAt.isPresent() ? inbox.take(wakeAt.getAsLong() - now) : inbox.take();
  }

  /** What a click on a picture means, which may be nothing; any other event as it is. */
  private static Optional<Event> meant(Event event, Picture picture) {
    return event instanceof Event.Pressed(Key.Clicked(int row, int column))
        ? picture.canvas().clicked(row, column).map(Event.Pressed::new)
        : Optional.of(event);
  }

  /** What neither the guest did nor anybody answered. */
  private static boolean isCrowd(Event event) {
    return event instanceof Event.Framed || event instanceof Event.Tick;
  }

  /** From the keyboard, or as a signal from elsewhere. */
  private static boolean isPause(Event event) {
    return event instanceof Event.Paused || event.equals(new Event.Pressed(Key.Named.SUSPEND));
  }

  private static boolean isEnd(Event event) {
    return event instanceof Event.StopWished
        || event.equals(new Event.Pressed(Key.Named.INTERRUPT));
  }
}
