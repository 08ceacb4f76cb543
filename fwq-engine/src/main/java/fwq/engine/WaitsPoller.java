package fwq.engine;

import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.net.HostPort;
import fwq.kit.program.Backoff;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the waiting time server for the waits of each park that the engine holds, once a second for
 * ever, over one connection, on a thread of its own. However many parks, there is one question at a
 * time; where a round takes longer than the second, the next one follows at once. Says once that
 * the server is away and once that it is back. The park never waits for it.
 */
public final class WaitsPoller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WaitsPoller.class);

  /** A reading is on the map within 2 s of its being taken. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** What the server said is believed for so long; then its rides have no data. */
  private static final long BELIEVED_MILLIS = 8_000;

  private final HostPort server;
  private final Stop stop;
  private final InstantSource clock;
  private final Semaphore changes = new Semaphore(0);
  private final Map<Integer, Waits> newest = new ConcurrentHashMap<>();
  private volatile Set<Integer> held = Set.of();
  private boolean away;

  /** What the server said of a park, and when. */
  private record Waits(List<RideStatus> rides, long at) {}

  public WaitsPoller(HostPort server, Stop stop, InstantSource clock) {
    this.server = server;
    this.stop = stop;
    this.clock = clock;
  }

  /** From now on these parks are asked for, at once; what is known of others is forgotten. */
  public void parks(Set<Integer> held) {
    this.held = Set.copyOf(held);
    newest.keySet().retainAll(held);
    changes.release();
  }

  /** A park's rides as far as they are known now. */
  public List<RideStatus> rides(int park, long now) {
    Waits waits = newest.get(park);
    if (waits == null) {
      return List.of();
    }
    return now - waits.at < BELIEVED_MILLIS
        ? waits.rides
        : waits.rides.stream().map(RideStatus::stale).toList();
  }

  @Override
  public void run() {
    stop.onRequest(changes::release);
    Backoff backoff =
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), RandomGenerator.getDefault());
    try {
      while (!stop.requested()) {
        try (FrameClient client = FrameClient.connect(server, TIMEOUT)) {
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

  /** Asks once for each park, and rests for what is left of the period, or until a park comes. */
  private void round(FrameClient client)
      throws IOException, BadMessageException, InterruptedException {
    long begun = clock.millis();
    // An engine without a park asks too: people are told early that the server is away, and the
    // connection is there when a park comes.
    for (int park : held.isEmpty() ? Set.of(0) : held) {
      if (stop.requested()) {
        return;
      }
      take(park, client.call(WaitsCodec.write(new WaitsRequest(park))));
    }
    // However far: a clock can be set back.
    long left = PERIOD.toMillis() - Math.abs(clock.millis() - begun);
    if (changes.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
      changes.drainPermits();
    }
  }

  /** Takes one reply of the server. */
  public void take(int park, byte[] reply) throws BadMessageException {
    switch (WaitsCodec.readReply(reply)) {
      // A park without rides is none: an empty answer is a fault over there and must not wipe ours.
      case WaitsReply.Waits waits when waits.rides().isEmpty() ->
          LOG.debug("the waiting time server knows no rides of park {}", park);
      case WaitsReply.Waits waits -> {
        newest.put(park, new Waits(waits.rides(), clock.millis()));
        if (!held.contains(park)) {
          // Given up since it was asked for.
          newest.remove(park);
        }
        if (away) {
          away = false;
          LOG.info("the waiting time server at {} is back", server);
        }
      }
      case WaitsReply.Refused(ErrorReply error) ->
          LOG.debug("the waiting time server says {}", error.message());
    }
  }

  private void tell(Exception e) {
    if (!away) {
      away = true;
      LOG.info(
          "the waiting time server at {} does not answer; the park goes on without waits, trying"
              + " until it does",
          server);
    }
    LOG.debug("waits could not be had", e);
  }
}
