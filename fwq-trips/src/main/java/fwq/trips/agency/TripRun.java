package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerReply;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.saga.Saga;
import fwq.trips.saga.Saga.Say;
import fwq.trips.saga.Words;
import java.time.Duration;
import java.util.EnumMap;
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

  private final TripLog log;
  private final Saying saying;
  private final Predicate<TripRun> isDone;
  private final Thread thread;
  private final CompletableFuture<TripRow> end = new CompletableFuture<>();
  private final Map<Leg, List<Choice>> held = new EnumMap<>(Leg.class);
  private volatile boolean cancelled;

  // The thread's own.
  private TripRow row;
  private Saga saga;

  /**
   * Goes on from a row.
   *
   * @param isDone asked when there is nothing left to say
   */
  TripRun(TripRow row, TripLog log, Saying saying, Predicate<TripRun> isDone) {
    this.row = row;
    this.saga = row.saga();
    this.log = log;
    this.saying = saying;
    this.isDone = isDone;
    this.thread = Thread.ofVirtual().name("trip " + row.trip()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  UUID trip() {
    return row.trip();
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
    return cancelled && row.state() == State.BOOKED;
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
        LOG.error("trip {} could not go on, and is tried again", row.trip(), e);
        turn.pause();
      }
    }
    // Also where this agency ends before the trip does: who waits is told how far it is.
    end.complete(row);
  }

  /** Says what is to be said now; true when there is nothing. */
  private boolean step(Saying.Turn turn) throws DatabaseException {
    if (cancelled) {
      to(saga.cancel());
    }
    if (saga.isOver()) {
      return isDone.test(this);
    }
    if (saying.isTooLong(row.createdAt())) {
      // Whoever asked for it is told so, and nothing is booked that was asked for long ago.
      to(saga.away(saga.words().getFirst().leg()));
    }
    List<Say> words = saga.words();
    Map<Leg, SellerReply> replies =
        saying.say(words, say -> Words.request(say, row.trip(), row.parts()));
    for (Map.Entry<Leg, SellerReply> reply : replies.entrySet()) {
      if (reply.getValue() instanceof SellerReply.Held it) {
        held.put(reply.getKey(), it.choices());
      }
      to(
          Words.answer(reply.getValue())
              .map(answer -> saga.hear(reply.getKey(), answer))
              .orElse(saga));
    }
    if (replies.size() == words.size()) {
      turn.heard();
    } else {
      turn.pause();
    }
    return false;
  }

  private void to(Saga next) throws DatabaseException {
    if (next.progress().state() != saga.progress().state()) {
      TripRow moved = row.at(next.progress(), held);
      log.move(moved);
      row = moved;
    }
    saga = next;
  }
}
