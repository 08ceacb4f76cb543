package fwq.kit.frame;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts connections that never came to speak TLS, and says so at most once a minute. */
final class FailedHandshakes {
  private static final Logger LOG = LoggerFactory.getLogger(FailedHandshakes.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final AtomicLong count = new AtomicLong();
  private final AtomicLong sayFromNanos = new AtomicLong(System.nanoTime());

  void add(InetAddress peer, Exception why) {
    long sofar = count.incrementAndGet();
    long now = System.nanoTime();
    long from = sayFromNanos.get();
    if (now - from >= 0 && sayFromNanos.compareAndSet(from, now + PAUSE.toNanos())) {
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
