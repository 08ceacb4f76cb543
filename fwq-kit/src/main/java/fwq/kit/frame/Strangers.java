package fwq.kit.frame;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's connections that have not asked for anything yet, the eldest first. They are what a
 * crowded server can do without: whoever wants something says so at once, or comes again. For any
 * number of threads.
 */
final class Strangers {
  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

  /** So much time to say something everybody has. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final LinkedHashSet<Connection> byAge = new LinkedHashSet<>();

  synchronized void add(Connection connection) {
    byAge.add(connection);
  }

  synchronized void remove(Connection connection) {
    byAge.remove(connection);
  }

  /**
   * Drops the eldest, if there is one that has had its time.
   *
   * @return after how long another may be dropped, as far as is known now
   */
  synchronized Duration makeRoom() {
    Iterator<Connection> all = byAge.iterator();
    if (!all.hasNext()) {
      return FOR_EVER;
    }
    Connection eldest = all.next();
    Duration left = AT_ONCE.minus(eldest.age());
    if (left.isPositive()) {
      return left;
    }
    all.remove();
    try {
      eldest.drop();
    } catch (IOException e) {
      LOG.debug("closing a silent connection: {}", e.getMessage());
    }
    return FOR_EVER;
  }
}
