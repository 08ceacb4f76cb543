package fwq.registry;

import fwq.kit.sqlite.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections that only read, beside the one that writes: with a single one, guests on one core
 * would wait for those on the other.
 */
final class Readers implements AutoCloseable {
  /** SQLite may keep 2 MB of pages for each. */
  private static final int COUNT_MAX = 8;

  private final List<LockedConnection> all;
  private final Semaphore free;

  /** The one used last is the next, since it has at hand what it read. */
  private final Deque<LockedConnection> idle;

  /** Opens one more. */
  @FunctionalInterface
  interface Opener {
    LockedConnection open() throws DatabaseException;
  }

  /** Some statements that belong together. */
  @FunctionalInterface
  interface Work<T> {
    T run(LockedConnection reader) throws SQLException;
  }

  private Readers(List<LockedConnection> all) {
    this.all = List.copyOf(all);
    this.free = new Semaphore(all.size());
    this.idle = new ConcurrentLinkedDeque<>(all);
  }

  /** Opens as many as can work at once. */
  static Readers open(Opener opener) throws DatabaseException {
    List<LockedConnection> open = new ArrayList<>();
    try {
      int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, COUNT_MAX);
      while (open.size() < count) {
        open.add(opener.open());
      }
      return new Readers(open);
    } catch (DatabaseException e) {
      try {
        close(open.iterator());
      } catch (DatabaseException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /** Runs it with nobody else on the same connection; waits when all are in use. */
  <T> T read(Work<T> work) throws DatabaseException {
    free.acquireUninterruptibly();
    LockedConnection reader = idle.pop();
    try {
      return reader.alone(() -> work.run(reader));
    } finally {
      idle.push(reader);
      free.release();
    }
  }

  /** Waits for those who are using them. */
  @Override
  public void close() throws DatabaseException {
    close(all.iterator());
  }

  /** All of them, whichever fails. */
  private static void close(Iterator<LockedConnection> open) throws DatabaseException {
    if (open.hasNext()) {
      try (var _ = open.next()) {
        close(open);
      }
    }
  }
}
