package fwq.engine;

import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.program.Backoff;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server about each park that the engine holds, once a second for ever, over one connection,
 * on a thread of its own. However many parks, there is one question at a time; where a round takes
 * longer than the second, the next one follows at once. Says once that the server is away and once
 * that it is back. The park never waits for it.
 *
 * @param <T> what it knows of a park
 */
final class PeerPoller<T> implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerPoller.class);

  /** For the connection, and then for each reply. */
  static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** What a server says is believed for so long. */
  static final long BELIEVED_MILLIS = 8_000;

  /** News is on the map within 2 s. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Peer<T> peer;
  private final Stop stop;
  private final InstantSource clock;
  private final Semaphore changes = new Semaphore(0);
  private final Map<Integer, Heard<T>> newest = new ConcurrentHashMap<>();
  private final Once words = new Once();
  private volatile Set<Integer> held = Set.of();
  private boolean away;
  private boolean wasThere;

  /** What the server said of a park, and when, epoch milliseconds. */
  record Heard<T>(T value, long at) {
    boolean isBelieved(long now) {
      // However far: a clock can be set back.
      return Math.abs(now - at) < BELIEVED_MILLIS;
    }
  }

  /** The server that is asked. */
  interface Peer<T> {
    /** What it is, and where, for people. */
    String name();

    /** How the park goes on without it, for people. */
    String without();

    /** Whether its absence is news before it was ever there. */
    default boolean isExpected() {
      return true;
    }

    /** A connection to it. */
    FrameClient connect() throws IOException;

    /** The question about a park. */
    byte[] question(int park);

    /** What a reply says of the park; nothing where it is not to replace what was said before. */
    Optional<T> read(int park, byte[] reply) throws BadMessageException;
  }

  PeerPoller(Peer<T> peer, Stop stop, InstantSource clock) {
    this.peer = peer;
    this.stop = stop;
    this.clock = clock;
  }

  /** From now on these parks are asked about, at once; what is known of others is forgotten. */
  void parks(Set<Integer> ours) {
    held = Set.copyOf(ours);
    newest.keySet().retainAll(ours);
    changes.release();
  }

  /** What was said of a park last. */
  Optional<Heard<T>> newest(int park) {
    return Optional.ofNullable(newest.get(park));
  }

  @Override
  public void run() {
    stop.onRequest(changes::release);
    Backoff backoff =
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), RandomGenerator.getDefault());
    try {
      while (!stop.requested()) {
        try (FrameClient client = peer.connect()) {
          while (!stop.requested()) {
            round(client);
            backoff.reset();
          }
        } catch (IOException | BadMessageException e) {
          tell(e);
          stop.await(backoff.next());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks once about each park, and rests for what is left of the period, or until a park comes. */
  private void round(FrameClient client)
      throws IOException, BadMessageException, InterruptedException {
    long begun = clock.millis();
    // An engine without a park asks too: people are told early that the server is away, and the
    // connection is there when a park comes.
    for (int park : held.isEmpty() ? Set.of(0) : held) {
      if (stop.requested()) {
        return;
      }
      take(park, client.call(peer.question(park)));
    }
    // However far: a clock can be set back.
    long left = PERIOD.toMillis() - Math.abs(clock.millis() - begun);
    if (changes.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
      changes.drainPermits();
    }
  }

  /** Takes one reply of the server. */
  void take(int park, byte[] reply) throws BadMessageException {
    Optional<T> said = peer.read(park, reply);
    if (said.isPresent()) {
      newest.put(park, new Heard<>(said.get(), clock.millis()));
      if (!held.contains(park)) {
        // Given up since it was asked for.
        newest.remove(park);
      }
      wasThere = true;
      if (away) {
        away = false;
        words.reset();
        LOG.info("{} is back", peer.name());
      }
    }
  }

  private void tell(Exception e) {
    if (e instanceof UntrustedPeerException && words.isNews(e.getMessage())) {
      LOG.warn("{}; the park goes on without {}", e.getMessage(), peer.without());
      away = true;
    }
    if (!away && (wasThere || peer.isExpected())) {
      away = true;
      LOG.info(
          "{} does not answer; the park goes on without {}, trying until it does",
          peer.name(),
          peer.without());
    }
    LOG.debug("no answer", e);
  }
}
