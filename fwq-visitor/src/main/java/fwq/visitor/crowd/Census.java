package fwq.visitor.crowd;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people how many guests are inside: soon after it changed, and once a minute. */
final class Census {
  private static final Logger LOG = LoggerFactory.getLogger(Census.class);
  private static final long PAUSE_MILLIS = 5_000;
  private static final long REPEAT_MILLIS = 60_000;

  private int loggedInside = -1;
  private boolean loggedAway;
  private long loggedAt = Long.MIN_VALUE / 2;

  void log(int guests, int inside, int lost, boolean away, long now) {
    if (away != loggedAway) {
      loggedAway = away;
      LOG.info(away ? "the engine is away; the guests keep their places" : "the engine is back");
    }
    long since = now - loggedAt;
    if (since >= REPEAT_MILLIS || (since >= PAUSE_MILLIS && inside != loggedInside)) {
      loggedAt = now;
      loggedInside = inside;
      String rest = lost == 0 ? "" : ", " + lost + " turned away";
      LOG.info("{} of {} guests inside{}", inside, guests, rest);
    }
  }
}
