package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerReply;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.saga.Saga.Say;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One trip on its way: says the words of its saga until there are none left, on its own thread. */
final class TripRun {
  private static final Logger LOG = LoggerFactory.getLogger(TripRun.class);

  private final UUID trip;
  private final Saying saying;
  private final Predicate<TripRun> isDone;
  private final Thread thread;
  private final CompletableFuture<TripRow> end = new CompletableFuture<>();
  private volatile boolean cancelled;

  // The thread's own.
  private final TripSteps steps;

  /**
   * Goes on from a row.
   *
   * @param isDone asked when there is nothing left to say
   */
  TripRun(TripRow row, TripLog log, Saying saying, Predicate<TripRun> isDone) {
    this.trip = row.trip();
    this.steps = new TripSteps(row, log);
    this.saying = saying;
    this.isDone = isDone;
    this.thread = Thread.ofVirtual().name("trip " + trip).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  UUID trip() {
    return trip;
  }

  /** Completes when there is nothing left to say. */
  CompletableFuture<TripRow> end() {
    return end;
  }

  /** Has the trip given back. */
  void cancel() {
    cancelled = true;
  }

  /** Whether it is to be given back and is booked. */
  boolean isAskedMore() {
    return cancelled && steps.row().state() == State.BOOKED;
  }

  /** Waits for its end, so long at most. */
  boolean join(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  private void run() {
    Saying.Turn turn = saying.turn();
    boolean over = false;
    while (!over && !saying.isClosed()) {
      try {
        over = step(turn);
      } catch (DatabaseException e) {
        // The step is not durable, so its words are not said: those of the last one are, again.
        saying.complain(e);
        turn.pause();
      } catch (RuntimeException e) {
        LOG.error("trip {} could not go on, and is tried again", trip, e);
        turn.pause();
      }
    }
    // Also where this agency ends before the trip does: who waits is told how far it is.
    end.complete(steps.row());
  }

  /** Says what is to be said now; true when there is nothing. */
  private boolean step(Saying.Turn turn) throws DatabaseException {
    List<Say> words = steps.words(cancelled, saying.isTooLong(steps.row().createdAt()));
    if (words.isEmpty()) {
      return isDone.test(this);
    }
    Map<Leg, SellerReply> replies = saying.say(words, steps::request);
    for (Map.Entry<Leg, SellerReply> reply : replies.entrySet()) {
      steps.hear(reply.getKey(), reply.getValue());
    }
    if (replies.size() == words.size()) {
      turn.heard();
    } else {
      turn.pause();
    }
    return false;
  }
}
