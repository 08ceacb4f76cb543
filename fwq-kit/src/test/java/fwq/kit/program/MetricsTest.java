package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.TypeConversionException;

@Timeout(240)
final class MetricsTest {
  private static final String HOST = "127.0.0.1";

  @Test
  void portAloneIsThisMachinesAndOthersNeedAnAddress() {
    ListenAddress address = new ListenAddress();
    assertEquals(new HostPort("127.0.0.1", 9_100), address.convert("9100"));
    assertEquals(new HostPort("0.0.0.0", 9_100), address.convert("0.0.0.0:9100"));
    assertEquals(new HostPort("::", 9_100), address.convert("[::]:9100"));
    for (String wrong : List.of("", "0", "65536", "nine", "0.0.0.0:", ":9100", "::")) {
      assertThrows(TypeConversionException.class, () -> address.convert(wrong), wrong);
    }
  }

  @Test
  void countersAndGaugesAreServedAsText() throws Exception {
    try (Metrics metrics = Metrics.start(HOST, 0);
        HttpClient http = HttpClient.newHttpClient()) {
      metrics.counter("fwq_readings_total", "Readings.").inc(3);
      metrics.counter("fwq_logins_total", "Logins.", "outcome").labelValues("ok").inc();
      metrics.gauge("fwq_inside", "Guests inside.", () -> 57);
      URI page = URI.create("http://127.0.0.1:" + metrics.port() + "/metrics");
      HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("\nfwq_readings_total 3.0\n"), answer.body());
      assertTrue(answer.body().contains("\nfwq_logins_total{outcome=\"ok\"} 1.0\n"));
      assertTrue(answer.body().contains("\nfwq_inside 57.0\n"));
    }
  }

  @Test
  void takenPortIsAFailureThatNamesTheOption() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      Failure failure = assertThrows(Failure.class, () -> Metrics.start(HOST, port));
      assertEquals(
          "port "
              + port
              + " of 127.0.0.1 for metrics cannot be had (Address already in use); give another"
              + " with --metrics PORT",
          failure.getMessage());
    }
  }

  @Test
  void closingFreesThePort() throws Exception {
    Metrics metrics = Metrics.start(HOST, 0);
    int port = metrics.port();
    metrics.close();
    Metrics.start(HOST, port).close();
  }

  @Test
  void withoutAPortNothingIsServedAndClosingIsFine() throws Failure {
    try (Metrics metrics = Metrics.start(null)) {
      metrics.counter("fwq_readings_total", "Readings.").inc();
    }
  }
}
