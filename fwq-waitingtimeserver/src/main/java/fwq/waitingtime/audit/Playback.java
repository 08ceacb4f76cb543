package fwq.waitingtime.audit;

import fwq.kit.program.Failure;
import fwq.waitingtime.truth.Estimate;
import fwq.waitingtime.truth.Estimator;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Plays recorded days to an estimator as they happened: it hears of a guest's wait only when they
 * board.
 */
final class Playback {
  private record Boarding(long at, long guest) {}

  private final Estimator estimator;
  private final ToDoubleFunction<Recorded.Guest> reported;
  private final PriorityQueue<Boarding> boardings =
      new PriorityQueue<>(
          Comparator.comparingLong(Boarding::at).thenComparingLong(Boarding::guest));

  /** A guest who was told an estimate, and what they stood. */
  interface Shown {
    void shown(Recorded.Guest guest, Estimate estimate);
  }

  /**
   * A playback to this estimator.
   *
   * @param reported the wait that is learnt of a guest: what they stood, or what they make up
   */
  Playback(Estimator estimator, ToDoubleFunction<Recorded.Guest> reported) {
    this.estimator = estimator;
    this.reported = reported;
  }

  /** Plays rows that are in {@link Recording#ORDER}; those still in line then have not boarded. */
  void play(List<Recorded> rows, Shown shown, Progress progress) throws Failure {
    int count = 0;
    for (Recorded row : rows) {
      boardUntil(row.at());
      switch (row) {
        case Recorded.Sign sign -> estimator.posted(sign.ride(), sign.at(), sign.minutes());
        case Recorded.Guest guest -> join(guest, shown);
      }
      progress.at(++count, "of %,d rows played".formatted(rows.size()));
    }
  }

  private void boardUntil(long at) {
    while (!boardings.isEmpty() && boardings.peek().at() <= at) {
      Boarding next = boardings.poll();
      estimator.boarded(next.guest(), next.at());
    }
  }

  private void join(Recorded.Guest guest, Shown shown) {
    Estimator.Joined joined = estimator.joined(guest.ride(), guest.at());
    long boards = guest.at() + Math.round(reported.applyAsDouble(guest) * 60);
    boardings.add(new Boarding(boards, joined.guest()));
    joined.shown().ifPresent(estimate -> shown.shown(guest, estimate));
  }
}
