package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideTable;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.tls.ClientTls;
import fwq.kit.tls.Identity;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends know each other by their keys. */
class WaitsTlsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();

  @Test
  void whoeverAsksIsAnsweredWhereNoEngineIsNamed() throws Exception {
    try (Rides rides = rides();
        FrameServer server = server(rides, KnownEngines.ANYBODY)) {
      assertInstanceOf(WaitsReply.Waits.class, ask(server, ClientTls.nobody()));
      assertInstanceOf(WaitsReply.Waits.class, ask(server, identity("engine").asClient()));
    }
  }

  @Test
  void onlyAnEngineThatIsNamedIsAnsweredAndItsFileMayComeLater() throws Exception {
    Path file = folder.resolve("engine.crt");
    try (Rides rides = rides();
        FrameServer server = server(rides, new KnownEngines(List.of(file)))) {
      assertRefused(ask(server, identity("stranger").asClient()));
      ClientTls engine = identity("engine").asClient();
      assertTrue(Files.exists(file), "it is made by the engine");
      for (int again = 0; again < 2; again++) {
        assertInstanceOf(WaitsReply.Waits.class, ask(server, engine));
        assertRefused(ask(server, ClientTls.nobody()));
        assertRefused(ask(server, identity("stranger").asClient()));
      }
    }
  }

  @Test
  void whoSpeaksWithoutTlsIsAnsweredOnThisMachine() throws Exception {
    try (Rides rides = rides();
        FrameServer server = server(rides, KnownEngines.ANYBODY)) {
      assertInstanceOf(WaitsReply.Waits.class, askWithoutTls(server));
    }
  }

  @Test
  void whoSpeaksWithoutTlsIsToldSoWhereOnlyNamedEnginesAreAnswered() throws Exception {
    KnownEngines named = new KnownEngines(List.of(folder.resolve("engine.crt")));
    try (Rides rides = rides();
        FrameServer server = server(rides, named)) {
      WaitsReply.Refused refused =
          assertInstanceOf(WaitsReply.Refused.class, askWithoutTls(server));
      assertTrue(refused.error().message().contains("TLS 1.3 is spoken here"));
    }
  }

  private static WaitsReply askWithoutTls(FrameServer server) throws Exception {
    try (FrameClient client = FrameClient.connect(at(server), TIMEOUT)) {
      return WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(0))));
    }
  }

  @Test
  void serverWithAnotherKeyIsNotAsked() throws Exception {
    try (Rides rides = rides();
        FrameServer server = server(rides, KnownEngines.ANYBODY)) {
      Trust other = new Trust.Only(identity("other").pin(), folder.resolve("other.crt"));
      assertThrows(
          UntrustedPeerException.class,
          () -> FrameClient.connect(at(server), TIMEOUT, other, ClientTls.nobody()));
    }
  }

  private static void assertRefused(WaitsReply reply) {
    String why = assertInstanceOf(WaitsReply.Refused.class, reply).error().message();
    assertTrue(why.contains("--engines FILE"), why);
  }

  private WaitsReply ask(FrameServer server, ClientTls who) throws Exception {
    Trust trust = Trust.Only.read(folder.resolve("waitingtimeserver.crt"));
    try (FrameClient client = FrameClient.connect(at(server), TIMEOUT, trust, who)) {
      return WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(0))));
    }
  }

  private static HostPort at(FrameServer server) {
    return new HostPort("127.0.0.1", server.port());
  }

  private Rides rides() throws Exception {
    Rides rides = Rides.open(folder.resolve(Rides.FILE));
    rides.replace(Map.of(0, RideTable.DEFAULT));
    return rides;
  }

  private FrameServer server(Rides rides, KnownEngines engines) throws Exception {
    Metrics metrics = Metrics.unserved();
    LatestReadings readings =
        new LatestReadings(
            rides,
            Proofs.unsigned(rides),
            LatestReadings.Counts.of(metrics, new Skipped("readings", clock, metrics)),
            clock,
            clock);
    return new FrameServer(
        0,
        new WaitsHandler(rides.byPark(), readings, rides::untold, engines),
        FrameServer.Limits.OF_PROGRAMS,
        Optional.of(identity("waitingtimeserver").tls()));
  }

  private Identity identity(String name) throws IOException {
    return Identity.open(
        folder,
        new Identity.Server(name, List.of("localhost"), Duration.ofDays(365)),
        Instant.now(),
        new SecureRandom());
  }
}
