package fwq.tui;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jline.terminal.Size;

/** The loop: draw the page, wait for an event, let the page have it, and again. */
public final class Show {
  /**
   * Where much happens by itself, such as a crowd that walks, most of the screen changes twenty
   * times a second; nobody follows it faster than this. What the user does, and what is answered,
   * is shown at once, and so is a picture after a pause.
   */
  private static final long PICTURE_MILLIS = 200;

  private final Screen screen;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Runnable pause;

  /**
   * A show on that screen of what comes to that inbox.
   *
   * @param pause stops the process until its user wants to see it again
   */
  Show(Screen screen, Inbox inbox, InstantSource clock, Runnable pause) {
    this.screen = screen;
    this.inbox = inbox;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Takes over the terminal that this program was started on, and runs from the first page until
   * its user or its owner ends it.
   *
   * @throws IOException when this is no terminal that one can draw on; why, in half a sentence
   */
  public static void run(Page first, Surroundings around, Inbox inbox)
      throws IOException, InterruptedException {
    try (Screen screen = Screen.open(around)) {
      screen.hearClicks();
      screen.onResize(() -> inbox.put(Event.Signal.RESIZED));
      screen.onPause(() -> inbox.put(Event.Signal.PAUSE));
      new KeyReader(screen.reader(), inbox).start();
      new Show(screen, inbox, InstantSource.system(), Show::stopForeground).run(first);
    }
  }

  /**
   * Stops the programs of this terminal's foreground, as Ctrl-Z does by itself where the terminal
   * is not raw; returns when the shell wants them again, or at once where there is no such shell.
   */
  private static void stopForeground() {
    try {
      var _ = new ProcessBuilder("sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
    } catch (IOException e) {
      // Without a shell nothing is stopped: the screen is just taken again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void run(Page first) throws InterruptedException {
    Page page = first;
    int rings = 0;
    try {
      while (!(page instanceof Page.End)) {
        long now = clock.millis();
        Size size = screen.size();
        Canvas canvas = page.draw(size.getRows(), size.getColumns(), now);
        screen.show(canvas);
        if (page.rings() > rings) {
          screen.ring();
        }
        rings = page.rings();
        Optional<Event> event = Optional.of(inbox.next(page, now));
        boolean picturesOnly = true;
        // All that has come by now makes one picture.
        while (event.isPresent() && !(page instanceof Page.End)) {
          if (isEnd(event.get())) {
            return;
          }
          if (isPause(event.get())) {
            screen.pause(pause);
          }
          Optional<Event> meant = meant(event.get(), canvas);
          if (meant.isPresent()) {
            page = page.on(meant.get(), clock.millis());
          }
          picturesOnly = picturesOnly && event.get().kind() == Event.Kind.PICTURE;
          event = picturesOnly ? meanwhile(page, now) : inbox.poll();
        }
      }
    } finally {
      page.close(clock.millis());
    }
  }

  /** What comes, or is due, before the next picture is to be shown; nothing once it is. */
  private Optional<Event> meanwhile(Page page, long drawnAt) throws InterruptedException {
    long now = clock.millis();
    // A clock that was set back must not prolong it.
    long left = now < drawnAt ? 0 : drawnAt + PICTURE_MILLIS - now;
    long wake = page.wakeAt(now).orElse(Long.MAX_VALUE) - now;
    return wake < left ? Optional.of(inbox.next(page, now)) : inbox.poll(left);
  }

  /** What a click on a canvas means, which may be nothing; any other event as it is. */
  private static Optional<Event> meant(Event event, Canvas canvas) {
    return event instanceof Event.Pressed(Key.Clicked(int row, int column))
        ? canvas.clicked(row, column).map(Event.Pressed::new)
        : Optional.of(event);
  }

  /** From the keyboard, or as a signal from elsewhere. */
  private static boolean isPause(Event event) {
    return event == Event.Signal.PAUSE || event.equals(new Event.Pressed(Key.Named.SUSPEND));
  }

  private static boolean isEnd(Event event) {
    return event == Event.Signal.STOP || event.equals(new Event.Pressed(Key.Named.INTERRUPT));
  }
}
