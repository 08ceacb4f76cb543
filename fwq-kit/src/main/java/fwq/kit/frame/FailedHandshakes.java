package fwq.kit.frame;

import fwq.kit.program.Once;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts connections that never came to speak TLS, and says so at most once a minute. */
final class FailedHandshakes {
  private static final Logger LOG = LoggerFactory.getLogger(FailedHandshakes.class);

  private final AtomicLong count = new AtomicLong();
  private final Once words = new Once(Duration.ofMinutes(1));

  void add(InetAddress peer, Exception why) {
    long sofar = count.incrementAndGet();
    if (words.isDue(System.nanoTime() / 1_000_000)) {
      LOG.info(
          "connections that did not come to speak TLS so far: {}; the last, from {}, because: {}",
          sofar,
          peer.getHostAddress(),
          why.getMessage());
    }
  }

  long count() {
    return count.get();
  }
}
