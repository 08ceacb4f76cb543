package fwq.kit.sqlite;

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
public final class SqlReaders implements AutoCloseable {
  /** SQLite may keep 2 MB of pages for each. */
  private static final int COUNT_MAX = 8;

  private final List<Sql> all;
  private final Semaphore free;

  /** The one used last is the next, since it has at hand what it read. */
  private final Deque<Sql> idle;

  /** Opens one more. */
  @FunctionalInterface
  public interface Opener {
    /** Opens it. */
    Sql open() throws DatabaseException;
  }

  /** Some statements that belong together. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs them. */
    T run(Sql reader) throws SQLException;
  }

  private SqlReaders(List<Sql> all) {
    this.all = List.copyOf(all);
    this.free = new Semaphore(all.size());
    this.idle = new ConcurrentLinkedDeque<>(all);
  }

  /** Opens as many as can work at once. */
  public static SqlReaders open(Opener opener) throws DatabaseException {
    List<Sql> open = new ArrayList<>();
    try {
      int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, COUNT_MAX);
      while (open.size() < count) {
        open.add(opener.open());
      }
      return new SqlReaders(open);
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
  public <T> T read(Work<T> work) throws DatabaseException {
    free.acquireUninterruptibly();
    Sql reader = idle.pop();
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
  private static void close(Iterator<Sql> open) throws DatabaseException {
    if (open.hasNext()) {
      try (var _ = open.next()) {
        close(open);
      }
    }
  }
}
