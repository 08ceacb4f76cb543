package fwq.kit.frame;

import fwq.kit.program.Once;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts connections that came to nothing for one reason, and says so at most once a minute. */
final class TurnedAway {
  private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);

  private final String what;
  private final AtomicLong count = new AtomicLong();
  private final Once words = new Once(Duration.ofMinutes(1));

  /** Of connections that are called so, in the plural. */
  TurnedAway(String what) {
    this.what = what;
  }

  void add(InetAddress peer, String why) {
    long sofar = count.incrementAndGet();
    if (words.isDue(System.nanoTime() / 1_000_000)) {
      LOG.info(
          "{} so far: {}; the last, from {}, because: {}", what, sofar, peer.getHostAddress(), why);
    }
  }

  long count() {
    return count.get();
  }
}
