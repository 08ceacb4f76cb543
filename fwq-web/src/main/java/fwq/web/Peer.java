package fwq.web;

import fwq.kit.json.BadMessageException;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.api.PeerDocuments;
import fwq.web.api.PeerDocuments.PeerRide;
import fwq.web.history.Day;
import fwq.web.history.History;
import fwq.web.history.History.RideMinute;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another web process of the same park, out of whose history this one fills what it did not see
 * itself: the newest day first, ride by ride. What was seen here stands.
 */
final class Peer {
  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

  /** So far back; older days are the other process's own. */
  static final int DAYS = 31;

  private static final int ANSWER_BYTES_MAX = 1 << 20;
  private static final long MINUTE_MILLIS = 60_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Its API lets an address ask 20 times a second. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final URI base;
  private final HttpClient client;
  private final History history;
  private final InstantSource clock;

  Peer(URI base, HttpClient client, History history, InstantSource clock) {
    this.base = base;
    this.client = client;
    this.history = history;
    this.clock = clock;
  }

  /** Fills until there is nothing more, or the stop; what cannot be had stays unseen. */
  void fill(int parks, Stop stop) throws InterruptedException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      for (int park = 0; park < parks; park++) {
        List<PeerRide> rides =
            PeerDocuments.rides(ask("v1/entity/park-" + park + "/children", stop));
        for (int back = 0; back < DAYS; back++) {
          for (PeerRide ride : rides) {
            fill(park, ride, today.minusDays(back), stop);
          }
        }
      }
      LOG.info("the history of {} is here, too", base);
    } catch (IOException | BadMessageException | DatabaseException e) {
      LOG.warn("the history of {} cannot be had: {}", base, e.getMessage());
    }
  }

  private void fill(int park, PeerRide ride, LocalDate day, Stop stop)
      throws IOException, BadMessageException, DatabaseException, InterruptedException {
    long begin = Day.begin(day, ZoneOffset.UTC);
    long end = Math.min(Day.begin(day.plusDays(1), ZoneOffset.UTC), clock.millis() / MINUTE_MILLIS);
    if (stop.requested() || history.minutes(park, ride.ride(), begin, end).size() == end - begin) {
      return;
    }
    String range = "?from=" + day + "T00:00:00Z&to=" + day.plusDays(1) + "T00:00:00Z";
    List<RideMinute> minutes =
        PeerDocuments.minutes(ask("v1/entity/" + ride.id() + "/history" + range, stop), end)
            .stream()
            .map(it -> new RideMinute(ride.ride(), it))
            .toList();
    history.fill(park, minutes);
  }

  private byte[] ask(String path, Stop stop) throws IOException, InterruptedException {
    if (stop.await(PAUSE)) {
      throw new IOException("this process is closing");
    }
    HttpResponse<InputStream> answer =
        client.send(
            HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build(),
            BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX);
      if (answer.statusCode() != 200) {
        throw new IOException("it answers with status " + answer.statusCode());
      }
      return bytes;
    }
  }
}
