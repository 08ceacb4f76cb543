package fwq.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.kit.json.BadMessageException;
import fwq.kit.program.Stop;
import fwq.web.api.ApiSite;
import fwq.web.api.PeerDocuments;
import fwq.web.guest.Desk;
import fwq.web.history.History;
import fwq.web.history.History.RideMinute;
import fwq.web.history.Minute;
import fwq.web.http.Await;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import fwq.web.trial.FakeEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class PeerTest {
  private static final int RIDE = 3;

  /** Noon of the day, in minutes. */
  private final long noon = Instant.now().getEpochSecond() / 86_400 * 1_440 - 720;

  @TempDir private Path folder;

  @Test
  void whatTheOtherSawIsHereTooAndWhatWasSeenHereStands() throws Exception {
    List<RideMinute> theirs = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      if (minute != 30) {
        theirs.add(minute(noon + minute, minute < 20 ? "DOWN" : "OPERATING", minute));
      }
    }
    try (History other = History.open(folder.resolve("other.db"));
        History own = History.open(folder.resolve("own.db"))) {
      other.fill(0, theirs);
      own.fill(0, List.of(minute(noon + 5, "CLOSED", -1)));
      fill(other, own);
      List<Minute> now = own.minutes(0, RIDE, noon, noon + 60);
      assertEquals(59, now.size());
      assertEquals("CLOSED", now.get(5).status());
      assertEquals("DOWN", now.get(6).status());
      assertEquals(theirs.getLast().minute(), now.getLast());
      assertEquals(noon + 31, now.get(30).minute(), "nobody saw the minute before");
    }
  }

  @Test
  void answerThatIsNoHistoryIsRefused() {
    for (String wrong :
        new String[] {
          "[]", "{}", "{\"opening\":{\"time\":\"now\",\"status\":null},\"history\":[]}", "x"
        }) {
      byte[] document = wrong.getBytes(StandardCharsets.UTF_8);
      assertThrows(BadMessageException.class, () -> PeerDocuments.minutes(document, 10), wrong);
      assertThrows(BadMessageException.class, () -> PeerDocuments.rides(document), wrong);
    }
  }

  private static void fill(History from, History to) throws Exception {
    FakeEngine engine =
        new FakeEngine(new Ride(RIDE, "rapids", "Rapids", Position.ofCell(250), 15, 18));
    Routes routes = new Routes();
    try (Desk desk = new Desk(engine, RandomGenerator.getDefault(), InstantSource.system())) {
      engine.tell(desk);
      new ApiSite(desk, () -> Optional.of("abc"), from).addTo(routes);
      try (WebServer server =
          new WebServer(
              WebServer.Place.loopback(0),
              WebServer.Doors.usual(new HostRule(Set.of()), new ClientAddress(List.of())),
              Limits.DEFAULT,
              routes)) {
        URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
        Await.until("a frame", () -> isThere(desk));
        new Peer(base, HttpClient.newHttpClient(), to, InstantSource.system()).fill(1, new Stop());
      }
    } finally {
      engine.close();
    }
  }

  private static boolean isThere(Desk desk) {
    try {
      return !desk.parks().isEmpty();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static RideMinute minute(long at, String status, int wait) {
    boolean open = status.equals("OPERATING");
    return new RideMinute(
        RIDE, new Minute(at, status, open ? OptionalInt.of(wait) : OptionalInt.empty()));
  }
}
