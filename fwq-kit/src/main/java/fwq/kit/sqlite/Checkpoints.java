package fwq.kit.sqlite;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is committed from the write-ahead log into the database file itself, once a second:
 * who copies that file alone, as people do, then has nearly all of it, instead of an empty one.
 */
public final class Checkpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final long PERIOD_MILLIS = 1_000;

  private final Sql sql;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("checkpoints").factory());

  private Checkpoints(Sql sql) {
    this.sql = sql;
  }

  /** Begins, over a connection that is this one's from now on. */
  public static Checkpoints start(Sql sql) {
    Checkpoints checkpoints = new Checkpoints(sql);
    var _ =
        checkpoints.timer.scheduleWithFixedDelay(
            checkpoints::checkpoint, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return checkpoints;
  }

  private void checkpoint() {
    try {
      // Passive: nobody waits for it, and it does what it can beside who reads and writes.
      sql.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt(1));
    } catch (DatabaseException e) {
      LOG.debug("no checkpoint just now: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws DatabaseException {
    timer.shutdown();
    sql.close();
  }
}
