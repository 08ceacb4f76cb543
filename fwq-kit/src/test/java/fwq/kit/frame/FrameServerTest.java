package fwq.kit.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.kit.net.HostPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over real loopback sockets; every limit that a test waits for is a short one. */
@Timeout(240)
final class FrameServerTest {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final FrameServer.Limits PATIENT = new FrameServer.Limits(50, LONG, LONG);
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  @Test
  void tenRequestsInOneWriteAreAnsweredInOrder() throws Exception {
    try (FrameServer server = echo(PATIENT);
        Socket socket = connect(server)) {
      ByteArrayOutputStream requests = new ByteArrayOutputStream();
      for (int i = 0; i < 10; i++) {
        Frames.write(requests, new byte[] {(byte) i, 7});
      }
      socket.getOutputStream().write(requests.toByteArray());
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(new byte[] {(byte) i, 7}, read(socket));
      }
    }
  }

  @Test
  void requestThatComesByteAtATimeIsAnswered() throws Exception {
    try (FrameServer server = echo(PATIENT);
        Socket socket = connect(server)) {
      socket.setTcpNoDelay(true);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      Frames.write(request, HELLO);
      for (byte one : request.toByteArray()) {
        socket.getOutputStream().write(one);
      }
      assertArrayEquals(HELLO, read(socket));
    }
  }

  @Test
  void connectionBeyondTheLimitIsServedOnceAnotherEnds() throws Exception {
    try (FrameServer server = echo(new FrameServer.Limits(1, LONG, LONG));
        Socket first = connect(server);
        Socket second = connect(server)) {
      Frames.write(first.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, read(first));
      Frames.write(second.getOutputStream(), HELLO);
      // The first still has the only permit, and is served again before the second is at all.
      Frames.write(first.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, read(first));
      assertEquals(0, second.getInputStream().available());
      first.shutdownOutput();
      assertArrayEquals(HELLO, read(second));
    }
  }

  @Test
  void silentConnectionIsDropped() throws Exception {
    try (FrameServer server = echo(new FrameServer.Limits(50, SHORT, LONG));
        Socket never = connect(server);
        Socket once = connect(server)) {
      Frames.write(once.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, read(once));
      assertEquals(-1, never.getInputStream().read());
      assertEquals(-1, once.getInputStream().read());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6})
  void requestThatBeginsAndStopsIsDropped(int bytes) throws Exception {
    try (FrameServer server = echo(new FrameServer.Limits(50, LONG, SHORT));
        Socket socket = connect(server)) {
      socket.getOutputStream().write(new byte[] {0, 0, 0, 5, 'h', 'e'}, 0, bytes);
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void requestThatTricklesIsDroppedAtItsDeadline() throws Exception {
    try (FrameServer server = echo(new FrameServer.Limits(50, LONG, SHORT));
        Socket socket = connect(server)) {
      // A byte every 20 ms keeps any timeout of one read from passing, for 200 s.
      socket.setSoTimeout(20);
      long begun = System.nanoTime();
      OutputStream out = socket.getOutputStream();
      out.write(ByteBuffer.allocate(4).putInt(10_000).array());
      assertThrows(IOException.class, () -> trickle(socket));
      assertTrue(System.nanoTime() - begun >= SHORT.toNanos(), "dropped before its deadline");
    }
  }

  private static void trickle(Socket socket) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      socket.getOutputStream().write('x');
      try {
        if (socket.getInputStream().read() < 0) {
          throw new IOException("dropped");
        }
      } catch (java.net.SocketTimeoutException e) {
        // Not yet.
      }
    }
  }

  @Test
  void peerThatTakesNoRepliesLosesItsPlace() throws Exception {
    byte[] large = new byte[Frames.FRAME_BYTES_MAX];
    try (FrameServer server =
            new FrameServer(0, (request, from) -> large, new FrameServer.Limits(1, LONG, SHORT));
        Socket deaf = connect(server);
        Socket other = connect(server)) {
      ByteArrayOutputStream requests = new ByteArrayOutputStream();
      for (int i = 0; i < 2_000; i++) {
        Frames.write(requests, HELLO);
      }
      deaf.getOutputStream().write(requests.toByteArray());
      Frames.write(other.getOutputStream(), HELLO);
      assertArrayEquals(large, read(other));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Frames.FRAME_BYTES_MAX + 1, Integer.MAX_VALUE})
  void badLengthIsAnsweredThenClosedAndTheServerGoesOn(int length) throws Exception {
    try (FrameServer server = echo(PATIENT);
        Socket socket = connect(server)) {
      // More than the server reads, which must not keep the peer from seeing the answer.
      socket.getOutputStream().write(ByteBuffer.allocate(100_000).putInt(length).array());
      socket.shutdownOutput();
      assertTrue(error(read(socket)).is(ErrorCode.BAD_REQUEST));
      assertEquals(-1, socket.getInputStream().read());
      assertServes(server);
    }
  }

  @Test
  void requestThatIsNoneIsAnsweredThenClosedAndTheServerGoesOn() throws Exception {
    FrameServer.Handler handler =
        (request, from) -> {
          if (request.length != HELLO.length) {
            JsonText.parse(request);
          }
          return request;
        };
    try (FrameServer server = new FrameServer(0, handler, PATIENT);
        Socket socket = connect(server)) {
      Frames.write(socket.getOutputStream(), HELLO);
      Frames.write(socket.getOutputStream(), "this is not JSON".getBytes(UTF_8));
      Frames.write(socket.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, read(socket));
      ErrorReply reply = error(read(socket));
      assertEquals(ErrorReply.of(ErrorCode.BAD_REQUEST, "this is not JSON"), reply);
      socket.shutdownOutput();
      assertEquals(-1, socket.getInputStream().read());
      assertServes(server);
    }
  }

  @Test
  void faultOfTheHandlerEndsOnlyItsConnection() throws Exception {
    FrameServer.Handler handler =
        (request, from) -> {
          if (request[0] == '!') {
            throw new IllegalStateException("expected by this test");
          }
          return request[0] == '0' ? new byte[0] : request;
        };
    try (FrameServer server = new FrameServer(0, handler, new FrameServer.Limits(1, LONG, LONG))) {
      for (String bad : List.of("!", "0", "!", "0")) {
        try (Socket socket = connect(server)) {
          Frames.write(socket.getOutputStream(), bad.getBytes(UTF_8));
          assertTrue(error(read(socket)).is(ErrorCode.UNAVAILABLE));
          socket.shutdownOutput();
          assertEquals(-1, socket.getInputStream().read());
        }
      }
      assertServes(server);
    }
  }

  @Test
  void peerThatVanishesAtAnyByteGivesItsPlaceBack() throws Exception {
    try (FrameServer server = echo(new FrameServer.Limits(1, LONG, LONG))) {
      byte[] request = {0, 0, 0, 5, 'h', 'e', 'l', 'l', 'o'};
      for (int bytes = 0; bytes <= request.length; bytes++) {
        try (Socket socket = connect(server)) {
          // A reset rather than an orderly end, every other time.
          if (bytes % 2 == 0) {
            socket.setSoLinger(true, 0);
          }
          socket.getOutputStream().write(request, 0, bytes);
        }
      }
      assertServes(server);
    }
  }

  @Test
  void closingEndsAllConnectionsAndThreads() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    FrameServer server = echo(PATIENT);
    int port = server.port();
    for (int i = 0; i < 20; i++) {
      Socket socket = connect(server);
      sockets.add(socket);
      Frames.write(socket.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, read(socket));
    }
    server.close();
    server.close();
    for (Socket socket : sockets) {
      assertEquals(-1, endOf(socket));
      socket.close();
    }
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("accept-" + port) && !ended(thread)));
    try (ServerSocket again = new ServerSocket()) {
      again.setReuseAddress(true);
      again.bind(new java.net.InetSocketAddress(port));
    }
  }

  @Test
  void closingWaitsForTheHandlerAtWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    FrameServer.Handler slow =
        (request, from) -> {
          begun.countDown();
          awaitQuietly(goOn);
          done.countDown();
          return request;
        };
    FrameServer server = new FrameServer(0, slow, PATIENT);
    try (Socket socket = connect(server)) {
      Frames.write(socket.getOutputStream(), HELLO);
      begun.await();
      Thread closer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      server.close();
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      // Its end is seen here, so closing has begun, and waits.
      assertEquals(-1, endOf(socket));
      assertTrue(closer.isAlive());
      goOn.countDown();
      closer.join();
      assertEquals(0, done.getCount());
    }
  }

  @Test
  void takenPortIsRefusedAtOnce() throws Exception {
    try (FrameServer server = echo(PATIENT)) {
      assertThrows(
          IOException.class,
          () -> new FrameServer(server.port(), (request, from) -> request, PATIENT));
    }
  }

  private static FrameServer echo(FrameServer.Limits limits) throws IOException {
    return new FrameServer(0, (request, from) -> request, limits);
  }

  private static Socket connect(FrameServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) LONG.toMillis());
    return socket;
  }

  private static byte[] read(Socket socket) throws IOException, BadMessageException {
    return Frames.read(socket.getInputStream()).orElseThrow();
  }

  private static ErrorReply error(byte[] reply) throws BadMessageException {
    return ErrorReply.read(Fields.of(JsonText.parse(reply)));
  }

  private static void assertServes(FrameServer server) throws IOException {
    HostPort peer = new HostPort("127.0.0.1", server.port());
    try (FrameClient client = FrameClient.connect(peer, LONG)) {
      assertArrayEquals(HELLO, client.call(HELLO));
    }
  }

  /** The end of the stream, or a reset: both are an end. */
  private static int endOf(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean ended(Thread thread) {
    try {
      return thread.join(LONG);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
