package fwq.trips.agency;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.saga.Saga;
import fwq.trips.saga.Saga.Say;
import fwq.trips.saga.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A trip's saga over its row: which words are next, and what an answer changes. A step is in the
 * log before its words are given out, so whoever begins with the row goes on where it was. For one
 * thread.
 */
final class TripSteps {
  private final TripLog log;
  private final Map<Leg, List<Choice>> held = new EnumMap<>(Leg.class);
  private TripRow row;
  private Saga saga;

  /** Goes on from a row. */
  TripSteps(TripRow row, TripLog log) {
    this.row = row;
    this.saga = row.saga();
    this.log = log;
  }

  /** As it is in the log. */
  TripRow row() {
    return row;
  }

  /**
   * What is to be said now; nothing when the trip is over.
   *
   * @param isCancelled whether whoever booked it wants it no more
   * @param isTooLong whether places were asked for long enough
   */
  List<Say> words(boolean isCancelled, boolean isTooLong) throws DatabaseException {
    if (isCancelled) {
      to(saga.cancel());
    }
    if (isTooLong && !saga.isOver()) {
      // Whoever asked for it is told so, and nothing is booked that was asked for long ago.
      to(saga.away(saga.words().getFirst().leg()));
    }
    return saga.words();
  }

  /** A word as it is sent. */
  SellerRequest request(Say say) {
    return Words.request(say, row.trip(), row.parts());
  }

  /** A seller has answered. */
  void hear(Leg leg, SellerReply reply) throws DatabaseException {
    if (reply instanceof SellerReply.Held it) {
      held.put(leg, it.choices());
    }
    to(Words.answer(reply).map(answer -> saga.hear(leg, answer)).orElse(saga));
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
