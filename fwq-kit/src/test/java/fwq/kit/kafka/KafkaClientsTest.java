package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Logged;
import fwq.kit.program.Stop;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class KafkaClientsTest {
  private static final Topic READINGS = Topic.ofParks("SD", 1, 1_000, Map.of());

  private final Stop stop = new Stop();

  @Test
  void waitingForASilentBrokerEndsAtOnceWhenTheEndIsWished() throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      HostPort address = new HostPort("127.0.0.1", broker.getLocalPort());
      AtomicBoolean there = new AtomicBoolean(true);
      Thread waiting = Thread.ofPlatform().start(() -> there.set(await(address, new Properties())));
      try (Socket client = broker.accept()) {
        // It has connected, and now waits for an answer.
        assertTrue(client.isConnected());
        long begun = System.nanoTime();
        stop.request();
        waiting.join();
        assertTrue(System.nanoTime() - begun < 3_000_000_000L, "took too long");
      }
      assertFalse(there.get());
    }
  }

  @Test
  void endThatWasWishedBeforeIsNoWait() {
    stop.request();
    assertEquals(
        List.of(),
        Logged.during(() -> assertFalse(await(new HostPort("127.0.0.1", 9), new Properties()))));
  }

  @Test
  void unknownNameIsToldOnce() {
    assertToldOnce(
        "the broker's name no-such-host.invalid is not known yet; trying until it works",
        new HostPort("no-such-host.invalid", 9092),
        new Properties());
  }

  @Test
  void propertiesThatAreOfNoUseAreAFailureThatSaysWhy() {
    assertOfNoUse(
        "JAAS config", Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "nonsense"));
    assertOfNoUse(
        "/no/such/file",
        Map.of(
            "security.protocol",
            "SSL",
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            "/no/such/file"));
    assertOfNoUse("no.such.Class", Map.of("interceptor.classes", "no.such.Class"));
    assertOfNoUse("often", Map.of("linger.ms", "often"));
  }

  private void assertOfNoUse(String why, Map<String, String> properties) {
    Properties more = new Properties();
    more.putAll(properties);
    KafkaClients clients = new KafkaClients(new HostPort("localhost", 9), more);
    Failure failure =
        assertThrows(Failure.class, () -> clients.awaitTopics(stop, 1, READINGS.read()));
    assertTrue(failure.getMessage().contains(why), failure.getMessage());
    assertTrue(failure.getMessage().contains("--kafka-config"), failure.getMessage());
  }

  private void assertToldOnce(String sentence, HostPort broker, Properties more) {
    List<String> lines =
        Logged.during(
            () -> {
              Thread waiting = Thread.ofPlatform().start(() -> await(broker, more));
              try {
                // Several tries: the pauses are 100, 200 and 400 ms.
                assertFalse(waiting.join(java.time.Duration.ofMillis(700)));
                stop.request();
                waiting.join();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains(sentence), lines.toString());
  }

  private boolean await(HostPort broker, Properties more) {
    try {
      return new KafkaClients(broker, more).awaitTopics(stop, 1, READINGS.read());
    } catch (Failure | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
