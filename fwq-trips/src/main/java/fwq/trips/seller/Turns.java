package fwq.trips.seller;

import fwq.kit.sqlite.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whoever comes while a transaction is on its way to the disk waits, and all who wait have the next
 * one together: a disk takes as long for ten words as for one. For many threads.
 *
 * @param <W> what is to be done
 * @param <R> what comes of it
 */
final class Turns<W, R> {
  /** As many as are done together, so that none of them waits for long. */
  static final int TOGETHER_MAX = 64;

  private final Transaction<W, R> transaction;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();

  /** Does some things together, or none of them. */
  @FunctionalInterface
  interface Transaction<W, R> {
    /** What came of each, in the same order. */
    List<R> commit(List<W> words) throws DatabaseException;
  }

  /** Has one transaction at a time. */
  Turns(Transaction<W, R> transaction) {
    this.transaction = transaction;
  }

  /** Somebody's; guarded by the lock. */
  private final class Turn {
    private final W word;
    private Optional<R> reply = Optional.empty();
    private Optional<DatabaseException> failure = Optional.empty();
    private Optional<RuntimeException> fault = Optional.empty();

    private Turn(W word) {
      this.word = word;
    }

    boolean isOver() {
      return reply.isPresent() || failure.isPresent() || fault.isPresent();
    }

    void alone() {
      try {
        reply = Optional.of(transaction.commit(List.of(word)).getFirst());
      } catch (DatabaseException e) {
        failure = Optional.of(e);
      } catch (RuntimeException e) {
        fault = Optional.of(e);
      }
    }
  }

  /** Does this, and waits until it is on the disk. */
  R take(W word) throws DatabaseException {
    Turn mine = new Turn(word);
    waiting.add(mine);
    lock.lock();
    try {
      while (!mine.isOver()) {
        next();
      }
    } finally {
      lock.unlock();
    }
    if (mine.failure.isPresent()) {
      throw mine.failure.get();
    }
    if (mine.fault.isPresent()) {
      throw mine.fault.get();
    }
    return mine.reply.orElseThrow();
  }

  /** How many wait for the next transaction. */
  int waiting() {
    return waiting.size();
  }

  private void next() {
    List<Turn> some = new ArrayList<>();
    for (Turn turn = waiting.poll(); turn != null; turn = waiting.poll()) {
      some.add(turn);
      if (some.size() == TOGETHER_MAX) {
        break;
      }
    }
    if (some.size() == 1 || !together(some)) {
      some.forEach(Turn::alone);
    }
  }

  /** False where one of them fails, and so all have: each is then tried by itself. */
  private boolean together(List<Turn> some) {
    try {
      List<R> replies = transaction.commit(some.stream().map(it -> it.word).toList());
      for (int i = 0; i < some.size(); i++) {
        some.get(i).reply = Optional.of(replies.get(i));
      }
      return true;
    } catch (DatabaseException | RuntimeException e) {
      return false;
    }
  }
}
