package fwq.engine;

import fwq.common.cli.Stop;
import fwq.common.message.ErrorReply;
import fwq.common.message.WaitsReply;
import fwq.common.message.WaitsRequest;
import fwq.common.net.Backoff;
import fwq.common.net.FrameClient;
import fwq.common.net.HostPort;
import fwq.common.park.RideStatus;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the waiting time server for the waits, again and again for ever, on a thread of its own.
 * Says once that the server is away and once that it is back. The park never waits for it.
 */
final class WaitsPoller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WaitsPoller.class);

  /** A reading is on the map within 2 s of its being taken. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** What the server said is believed for so long; then its rides have no data. */
  private static final long BELIEVED_MILLIS = 8_000;

  private final HostPort server;
  private final Stop stop;
  private final InstantSource clock;
  private volatile Waits newest = new Waits(List.of(), 0);
  private boolean away;

  /** What the server said, and when. */
  private record Waits(List<RideStatus> rides, long at) {}

  WaitsPoller(HostPort server, Stop stop, InstantSource clock) {
    this.server = server;
    this.stop = stop;
    this.clock = clock;
  }

  /** The rides as far as they are known now. */
  List<RideStatus> rides(long now) {
    Waits waits = newest;
    return now - waits.at < BELIEVED_MILLIS
        ? waits.rides
        : waits.rides.stream().map(RideStatus::stale).toList();
  }

  @Override
  public void run() {
    Backoff backoff =
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), RandomGenerator.getDefault());
    try {
      while (!stop.requested()) {
        try (FrameClient client = FrameClient.connect(server, TIMEOUT)) {
          do {
            take(client.call(Json.write(new WaitsRequest())));
            backoff.reset();
          } while (!stop.await(PERIOD));
        } catch (IOException | BadMessageException e) {
          tell(e);
          stop.await(backoff.next());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes one reply of the server. */
  void take(byte[] reply) throws BadMessageException {
    switch (Json.readWaitsReply(reply)) {
      // No park has no rides: an empty answer is a fault over there and must not wipe ours.
      case WaitsReply.Waits waits when waits.rides().isEmpty() ->
          LOG.debug("the waiting time server knows no rides");
      case WaitsReply.Waits waits -> {
        newest = new Waits(waits.rides(), clock.millis());
        if (away) {
          away = false;
          LOG.info("the waiting time server at {} is back", server);
        }
      }
      case ErrorReply error -> LOG.debug("the waiting time server says {}", error.message());
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
