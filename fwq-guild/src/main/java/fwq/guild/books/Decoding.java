package fwq.guild.books;

import fwq.guild.rules.MergedLog;
import fwq.guild.rules.MergedLog.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * One partition's records on their way into the park's log: decoded on whichever core is free, and
 * given on in their order. For one thread; others decode meanwhile.
 */
final class Decoding {
  /** Fewer are decoded sooner by one thread than another is woken. */
  private static final int SHARED_MIN = 64;

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int size;

  private record Piece(ForkJoinTask<List<Entry<Said>>> task, int size) {}

  /** Begins, and waits for nothing but a few records. */
  void begin(Callable<List<Entry<Said>>> decode, int records) {
    ForkJoinTask<List<Entry<Said>>> task = ForkJoinTask.adapt(decode);
    if (records < SHARED_MIN) {
      var _ = task.invoke();
    } else {
      var _ = ForkJoinPool.commonPool().submit(task);
    }
    pieces.add(new Piece(task, records));
    size += records;
  }

  /**
   * Gives the log the next piece.
   *
   * @param waits whether to wait until it is decoded
   * @return whether there was one
   */
  boolean give(MergedLog<Said> log, boolean waits) {
    Piece next = pieces.peek();
    if (next == null || !(waits || next.task().isDone())) {
      return false;
    }
    pieces.remove();
    size -= next.size();
    next.task().join().forEach(log::add);
    return true;
  }

  /** How many records are on their way. */
  int size() {
    return size;
  }
}
