package fwq.tui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The events that wait for the owner of the state. Has a bound and never makes anyone who puts
 * something in wait: of several pictures only the newest is kept, and while a terminal is stuck,
 * what is pressed or answered beyond the bound is dropped.
 */
public final class Inbox {
  static final int EVENTS_MAX = 1_024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Event> events = new ArrayDeque<>();

  /** Puts an event in. For any thread. */
  public void put(Event event) {
    lock.lock();
    try {
      boolean wanted =
          switch (event.kind()) {
            case INPUT -> events.size() < EVENTS_MAX;
            case SIGNAL -> !events.contains(event);
            case PICTURE -> {
              events.removeIf(older -> older.getClass() == event.getClass());
              yield true;
            }
            case RESULT -> true;
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

  /** The next event that the page is to have: what comes, or a tick when it wants to be woken. */
  public Event next(Page page, long now) throws InterruptedException {
    long wakeAt = page.wakeAt(now).orElse(Long.MAX_VALUE);
    return wakeAt == Long.MAX_VALUE ? take() : poll(wakeAt - now).orElseGet(Event.Tick::new);
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
