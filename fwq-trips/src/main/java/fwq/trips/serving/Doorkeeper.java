package fwq.trips.serving;

import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.TripsError;
import fwq.kit.frame.RateLimit;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import io.prometheus.metrics.core.metrics.Counter;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an address ask so often and no more, counts what was asked, and complains of what fails. One
 * for each server; for many threads.
 */
public final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  /** Reading costs no commit, and a guest who compares reads more than once. */
  private static final int READS_PER_WRITE = 10;

  private static final int PER_SECOND_MAX = 1_000;

  /** Some 2 MB; who has more addresses than that is not held by a limit for each of them. */
  private static final int ADDRESSES_MAX = 10_000;

  private static final Duration COMPLAINT_PAUSE = Duration.ofSeconds(1);

  private final String server;
  private final RateLimit reads;
  private final RateLimit writes;
  private final Counter requests;
  private final InstantSource clock;
  private final Once complaint = new Once(COMPLAINT_PAUSE);

  /** What answering a request costs. */
  public enum Cost {
    /** It changes nothing. */
    READ,
    /** It is a commit. */
    WRITE
  }

  /**
   * Has seen nobody yet.
   *
   * @param server such as {@code flights}
   * @param perSecond requests that change something that one address may make each second
   * @param requests from {@link #requests}
   */
  public Doorkeeper(String server, int perSecond, Counter requests, InstantSource clock) {
    this.server = server;
    this.writes = new RateLimit(perSecond, ADDRESSES_MAX);
    this.reads =
        new RateLimit(Math.min(perSecond * READS_PER_WRITE, PER_SECOND_MAX), ADDRESSES_MAX);
    this.requests = requests;
    this.clock = clock;
  }

  /** The counter of a program, whose servers share it. */
  public static Counter requests(Metrics metrics) {
    return metrics.counter(
        "fwq_trips_requests_total",
        "Requests by server, type and outcome.",
        "server",
        "type",
        "outcome");
  }

  /** Nothing where this address may ask now, otherwise what it is told. */
  public Optional<NotDone> enter(InetAddress from, Cost cost) {
    RateLimit rate =
        switch (cost) {
          case READ -> reads;
          case WRITE -> writes;
        };
    RateLimit.Verdict verdict = rate.attempt(from, clock.millis());
    return verdict.isRefusal()
        ? Optional.of(
            NotDone.later(
                TripsError.TOO_MANY_REQUESTS,
                "too many requests from your address; try again in "
                    + Math.ceilDiv(verdict.delayMillis(), 1_000)
                    + " s",
                verdict.delayMillis()))
        : Optional.empty();
  }

  /** Counts a request. */
  public void count(String type, String outcome) {
    requests.labelValues(server, type, outcome.toLowerCase(Locale.ROOT)).inc();
  }

  /** Tells the operator, at most once a second: a full disk fails every request. */
  public void complain(Exception e) {
    if (complaint.isDue(clock.millis())) {
      LOG.error("{}: {}; what needs it is refused meanwhile", server, e.getMessage());
    }
  }
}
