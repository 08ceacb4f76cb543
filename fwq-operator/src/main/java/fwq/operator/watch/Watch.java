package fwq.operator.watch;

import fwq.kit.program.Stop;
import fwq.tui.Event;
import fwq.tui.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads: one listens to the broker and puts what it hears into the mailbox, the one that
 * calls {@link #run} shows it.
 */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

  private final EngineTopic topic;
  private final VisitorEnds ends;
  private final Mailbox mailbox;
  private final Inbox inbox;
  private final AtomicBoolean fault = new AtomicBoolean();

  /** What shows until the operator quits or the inbox says that the program is to end. */
  interface Screen {
    void show() throws IOException, InterruptedException;
  }

  /** A watch of that topic; both remain their owner's to close. */
  Watch(EngineTopic topic, VisitorEnds ends, Mailbox mailbox, Inbox inbox) {
    this.topic = topic;
    this.ends = ends;
    this.mailbox = mailbox;
    this.inbox = inbox;
  }

  /** Listens for as long as that shows. */
  void run(Screen screen, Stop stop) throws IOException, InterruptedException {
    stop.onRequest(() -> inbox.put(Event.Signal.STOP));
    Thread listener = Thread.ofPlatform().name("watch-feed").daemon().start(() -> listen(stop));
    try {
      screen.show();
    } finally {
      stop.request();
      topic.interrupt();
      ends.interrupt();
      boolean _ = listener.join(CLOSE_MAX);
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
        inbox.put(new WatchPage.News());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself", e);
      fault.set(true);
      inbox.put(Event.Signal.STOP);
    }
  }
}
