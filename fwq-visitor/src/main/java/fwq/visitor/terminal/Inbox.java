package fwq.visitor.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The events that wait for the owner of the state. Has a bound and never makes anyone who puts
 * something in wait: of several pictures only the newest is kept, and while a terminal is stuck,
 * keys and answers beyond the bound are dropped, which the engine's next answer mends.
 */
final class Inbox {
  static final int EVENTS_MAX = 1_024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Event> events = new ArrayDeque<>();

  /** Puts an event in. */
  void put(Event event) {
    lock.lock();
    try {
      boolean wanted =
          switch (event) {
            case Event.Framed _ -> {
              events.removeIf(Event.Framed.class::isInstance);
              yield true;
            }
            case Event.Resized _, Event.Paused _, Event.Tick _ -> !events.contains(event);
            case Event.Pressed _, Event.Said _, Event.Told _ -> events.size() < EVENTS_MAX;
            // One at a time, by their nature.
            case Event.Answered _,
                Event.Unanswered _,
                Event.Untrusted _,
                Event.Met _,
                Event.Linked _,
                Event.LinesEnded _,
                Event.StopWished _ ->
                true;
          };
      if (wanted) {
        events.add(event);
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next event, if there is one. */
  Optional<Event> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(events.poll());
    } finally {
      lock.unlock();
    }
  }

  /** The next event, as soon as there is one. */
  Event take() throws InterruptedException {
    lock.lock();
    try {
      while (events.isEmpty()) {
        arrived.await();
      }
      return events.remove();
    } finally {
      lock.unlock();
    }
  }

  /** The next event, or a {@link Event.Tick} when none comes in time. */
  Event take(long millis) throws InterruptedException {
    return poll(millis).orElseGet(Event.Tick::new);
  }

  /** The next event, if one comes in time. */
  Optional<Event> poll(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (events.isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      return Optional.ofNullable(events.poll());
    } finally {
      lock.unlock();
    }
  }
}
