package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private static RunningServer running;

  @BeforeAll
  static void start() throws IOException {
    running = new RunningServer(Limits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void emptyPartsOfAPathAreNoFault() throws Exception {
    assertEquals("a", running.get("//page//a").body());
  }

  @Test
  void pathThatLeadsNowhereIsNotFound() throws Exception {
    HttpResponse<String> answer = running.get("/nothing");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":\"NOT_FOUND\""), answer.body());
  }

  @Test
  void everyAnswerSaysWhatPagesMayDo() throws Exception {
    for (String path : new String[] {"/page/a", "/nothing", "/fault"}) {
      String policy =
          running.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.contains("default-src 'none'"), path);
      assertFalse(policy.contains("unsafe"), path);
    }
  }

  @Test
  void pathSaysWhichMethodsItTakes() throws Exception {
    HttpResponse<String> answer = running.get("/echo");
    assertEquals(405, answer.statusCode());
    assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void otherSitesMayReadWhatIsPublicAndNothingElse() throws Exception {
    String cors = "Access-Control-Allow-Origin";
    var asked = running.request("/stream").method("OPTIONS", BodyPublishers.noBody());
    HttpResponse<String> answer = running.send(asked);
    assertEquals(204, answer.statusCode());
    assertEquals("*", answer.headers().firstValue(cors).orElseThrow());
    assertTrue(running.get("/page/a").headers().firstValue(cors).isEmpty());
  }

  @Test
  void pageThatIsKnownIsNotSentAgain() throws Exception {
    String tag = running.get("/page/a").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        running.send(running.request("/page/a").header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
  }

  @Test
  void strangersNameIsRefused() throws IOException {
    String answer =
        running.raw("GET /page/a HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
  }

  @Test
  void requestFromAnotherSiteIsRefused() throws Exception {
    var request = post("{}").header("Sec-Fetch-Site", "cross-site");
    assertEquals(403, running.send(request).statusCode());
  }

  @Test
  void requestOfOurOwnPageIsCarriedOut() throws Exception {
    var request = post("{}").header("Sec-Fetch-Site", "same-origin");
    assertEquals("127.0.0.1 {}", running.send(request).body());
  }

  @Test
  void onlyATrustedProxyMaySayWhoseRequestItIs() throws Exception {
    var request =
        post("{}").header("Sec-Fetch-Site", "same-origin").header("X-Forwarded-For", "192.0.2.1");
    assertEquals("127.0.0.1 {}", running.send(request).body());
  }

  @Test
  void bodyThatIsTooLargeIsRefusedAnnouncedOrNot() throws Exception {
    String large = "x".repeat(16 * 1024 + 1);
    var announced = post(large).header("Sec-Fetch-Site", "same-origin");
    assertEquals(413, running.send(announced).statusCode());
    var chunked =
        running
            .request("/echo")
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
    assertEquals(413, running.send(chunked).statusCode());
  }

  @Test
  void headersThatAreTooLargeAreRefused() throws IOException {
    String answer =
        running.raw(
            "GET /page/a HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
  }

  @Test
  void rubbishIsAnsweredWithAShortProblem() throws IOException {
    String answer = running.raw("RUBBISH\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertFalse(
        answer.toLowerCase(Locale.ROOT).contains("jetty"), "no word about Jetty: " + answer);
  }

  @Test
  void faultOfAnActionIsAnsweredWithoutATrace() throws Exception {
    HttpResponse<String> answer = running.get("/fault");
    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  private static java.net.http.HttpRequest.Builder post(String body) {
    return running
        .request("/echo")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
