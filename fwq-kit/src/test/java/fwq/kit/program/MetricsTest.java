package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class MetricsTest {
  @Test
  void countersAndGaugesAreServedAsText() throws Exception {
    try (Metrics metrics = Metrics.start(new Port(0));
        HttpClient http = HttpClient.newHttpClient()) {
      metrics.counter("fwq_readings_total", "Readings.").inc(3);
      metrics.counter("fwq_logins_total", "Logins.", "outcome").labelValues("ok").inc();
      metrics.gauge("fwq_inside", "Guests inside.", () -> 57);
      URI page = URI.create("http://localhost:" + metrics.port() + "/metrics");
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
      Port port = new Port(taken.getLocalPort());
      Failure failure = assertThrows(Failure.class, () -> Metrics.start(port));
      assertEquals(
          "port " + port + " for metrics is taken; give another with --metrics PORT",
          failure.getMessage());
    }
  }

  @Test
  void closingFreesThePort() throws Exception {
    Metrics metrics = Metrics.start(new Port(0));
    Port port = new Port(metrics.port());
    metrics.close();
    Metrics.start(port).close();
  }

  @Test
  void withoutAPortNothingIsServedAndClosingIsFine() throws Failure {
    try (Metrics metrics = Metrics.start(null)) {
      metrics.counter("fwq_readings_total", "Readings.").inc();
    }
  }
}
