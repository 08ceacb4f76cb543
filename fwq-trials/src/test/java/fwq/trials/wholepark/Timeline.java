package fwq.trials.wholepark;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** What happens when, in simulated epoch milliseconds; and a memory of the last of it. */
final class Timeline {
  static final long START = 1_000_000_000;

  private static final int TRACE_LINES = 40;

  private final PriorityQueue<Due> dues =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final Deque<String> trace = new ArrayDeque<>();
  private final boolean traced;
  private long now = START;
  private long order;
  private long step;

  private record Due(long at, long order, Runnable what) {}

  /** A timeline on which nothing happens yet. */
  Timeline(boolean traced) {
    this.traced = traced;
  }

  long now() {
    return now;
  }

  /** How many events have happened. */
  long step() {
    return step;
  }

  /** Lets something happen so many milliseconds from now. */
  void in(long millis, Runnable what) {
    dues.add(new Due(now + millis, order++, what));
  }

  /** Lets everything happen until that moment, and looks after each event. */
  void runUntil(long end, Runnable look) {
    while (!dues.isEmpty() && dues.peek().at() <= end) {
      Due due = dues.poll();
      now = due.at();
      step++;
      due.what().run();
      look.run();
    }
    now = end;
  }

  /** Remembers what happened, for people. */
  void tell(Supplier<String> what) {
    if (traced) {
      if (trace.size() == TRACE_LINES) {
        trace.removeFirst();
      }
      trace.add((now - START) + " ms, step " + step + ": " + what.get());
    }
  }

  /** The last of what happened, a line each. */
  String trace() {
    return String.join("\n", trace);
  }
}
