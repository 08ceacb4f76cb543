package fwq.kit.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class FrameClientTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  @Test
  void eachCallHasItsReply() throws Exception {
    FrameServer.Limits limits = new FrameServer.Limits(5, LONG, LONG);
    try (FrameServer server = new FrameServer(0, (request, from) -> request, limits);
        FrameClient client = FrameClient.connect(new HostPort("localhost", server.port()), LONG)) {
      for (int length = 1; length <= Frames.FRAME_BYTES_MAX; length *= 4) {
        assertArrayEquals(new byte[length], client.call(new byte[length]));
      }
    }
  }

  @Test
  void absentPeerIsAnIoError() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThrows(
        ConnectException.class, () -> FrameClient.connect(new HostPort("127.0.0.1", free), LONG));
  }

  @Test
  void unknownHostIsNamed() {
    UnknownHostException refusal =
        assertThrows(
            UnknownHostException.class,
            () -> FrameClient.connect(new HostPort("no-such-host.invalid", 1), LONG));
    assertTrue(refusal.getMessage().contains("no-such-host.invalid"));
  }

  @Test
  void lateReplyIsNeverTakenForTheNextRequests() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        FrameClient client = connect(listener, SHORT);
        Socket peer = listener.accept()) {
      assertThrows(SocketTimeoutException.class, () -> client.call(HELLO));
      Frames.write(peer.getOutputStream(), "late".getBytes(UTF_8));
      assertThrows(IOException.class, () -> client.call(HELLO));
    }
  }

  @Test
  void replyThatTricklesIsGivenUpAtItsDeadline() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        FrameClient client = connect(listener, SHORT);
        Socket peer = listener.accept()) {
      Thread trickle = Thread.ofVirtual().start(() -> trickle(peer));
      assertThrows(SocketTimeoutException.class, () -> client.call(HELLO));
      assertTrue(trickle.join(LONG), "the client has closed, so the peer cannot write on");
    }
  }

  @Test
  void peerThatClosesIsAnIoErrorWithASentence() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        FrameClient client = connect(listener, LONG);
        Socket peer = listener.accept()) {
      peer.shutdownOutput();
      IOException refusal = assertThrows(IOException.class, () -> client.call(HELLO));
      assertEquals("the peer closed the connection", refusal.getMessage());
    }
  }

  @Test
  void replyOfBadLengthIsAnIoError() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        FrameClient client = connect(listener, LONG);
        Socket peer = listener.accept()) {
      peer.getOutputStream().write("HTTP/1.1 400 Bad Request".getBytes(UTF_8));
      assertThrows(IOException.class, () -> client.call(HELLO));
    }
  }

  private static FrameClient connect(ServerSocket listener, Duration timeout) throws IOException {
    return FrameClient.connect(new HostPort("127.0.0.1", listener.getLocalPort()), timeout);
  }

  /** A frame of 64 KiB, a byte every 20 ms. */
  private static void trickle(Socket peer) {
    try {
      peer.setSoTimeout(20);
      peer.getInputStream().readNBytes(4 + HELLO.length);
      peer.getOutputStream().write(new byte[] {0, 1, 0, 0});
      while (true) {
        peer.getOutputStream().write('x');
        try {
          if (peer.getInputStream().read() < 0) {
            return;
          }
        } catch (SocketTimeoutException e) {
          // The client still waits.
        }
      }
    } catch (IOException e) {
      // The client has closed.
    }
  }
}
