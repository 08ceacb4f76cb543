package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.stream.Block;
import fwq.web.stream.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class StreamTest {
  private static final String ASK = "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private RunningServer running;

  @BeforeEach
  void start() throws IOException {
    running =
        new RunningServer(Limits.DEFAULT.withIdle(Duration.ofSeconds(1)).withStreamsPerAddress(3));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void plainStreamIsSentAsItIs() throws Exception {
    try (InputStream stream = open(false).body()) {
      assertEquals("retry: 2000\n\n", read(stream, 13));
      Await.until("open", () -> running.channel.size() == 1);
      running.frame("data: 1\n\n");
      assertEquals("data: 1\n\n", read(stream, 9));
    }
  }

  @Test
  void compressedStreamIsReadablePieceByPiece() throws Exception {
    HttpResponse<InputStream> response = open(true);
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
    assertEquals("no", response.headers().firstValue("X-Accel-Buffering").orElseThrow());
    try (InputStream stream = new GZIPInputStream(response.body(), 64)) {
      assertEquals("retry: 2000\n\n", read(stream, 13));
      Await.until("open", () -> running.channel.size() == 1);
      for (int i = 0; i < 5; i++) {
        running.frame("data: " + i + "\n\n");
        assertEquals("data: " + i + "\n\n", read(stream, 9));
      }
    }
  }

  @Test
  void streamThatIsClosedIsForgotten() throws Exception {
    Socket socket = running.socket(ASK);
    Await.until("open", () -> running.channel.size() == 1);
    socket.close();
    Await.until(
        "forgotten",
        () -> {
          running.frame("data: 1\n\n");
          return running.ended.get() == 1;
        });
    assertEquals(0, running.channel.size());
    assertEquals(0, running.server.streams());
  }

  @Test
  void clientThatStopsReadingIsEndedAndHoldsNobodyUp() throws Exception {
    String frame = "data: " + "x".repeat(5_000) + "\n\n";
    try (Socket stopped = running.socket(ASK);
        InputStream other = open(false).body()) {
      Await.until("both open", () -> running.channel.size() == 2);
      read(other, 13);
      int sent = 0;
      while (running.ended.get() == 0) {
        running.channel.send(Slot.FRAME, Block.stored(frame));
        assertEquals(frame, read(other, frame.length()));
        sent++;
      }
      assertTrue(stopped.isConnected());
      assertTrue(sent > 20, "the other one got only " + sent);
    }
  }

  @Test
  void endClosesTheStream() throws Exception {
    try (InputStream stream = open(false).body()) {
      Await.until("open", () -> running.channel.size() == 1);
      running.channel.send(Slot.END, Block.stored("event: end\n\n"));
      assertEquals(
          "retry: 2000\n\nevent: end\n\n",
          new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
    Await.until("forgotten", () -> running.server.streams() == 0);
  }

  @Test
  void addressHasSoManyStreamsAndNoMore() throws Exception {
    Socket[] open = new Socket[3];
    for (int i = 0; i < open.length; i++) {
      open[i] = running.socket(ASK);
    }
    Await.until("all open", () -> running.server.streams() == 3);
    HttpResponse<InputStream> refused = open(false);
    assertEquals(503, refused.statusCode());
    assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void addressHasSoManyConnectionsAndNoMore() throws Exception {
    Socket[] open = new Socket[6];
    for (int i = 0; i < open.length; i++) {
      open[i] = running.socket("");
    }
    try (Socket oneMore = running.socket("")) {
      assertEquals(-1, oneMore.getInputStream().read());
    }
    try (Socket other = new Socket()) {
      other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.3"), 0));
      other.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), running.server.port()));
      other.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', other.getInputStream().read());
    }
    for (Socket socket : open) {
      socket.close();
    }
    Await.until("a place is free again", () -> !isClosed());
  }

  private boolean isClosed() {
    try (Socket socket = running.socket(ASK)) {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  private HttpResponse<InputStream> open(boolean gzip) throws Exception {
    var request = running.request("/stream");
    if (gzip) {
      request.header("Accept-Encoding", "gzip, deflate, br");
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
  }

  private static String read(InputStream stream, int bytes) throws IOException {
    return new String(stream.readNBytes(bytes), StandardCharsets.UTF_8);
  }
}
