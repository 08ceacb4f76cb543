package fwq.kit.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.kit.tls.KeyPin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that asks who its peers are, before they have shown it. */
@Timeout(240)
final class StrangersTest {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final byte[] LARGE = new byte[Frames.FRAME_BYTES_MAX];

  /** Knows whoever has said hello. */
  private static final class Door implements FrameServer.Handler {
    private boolean known;

    @Override
    public byte[] reply(byte[] request, InetAddress from) {
      known |= request.length == HELLO.length;
      return request;
    }

    @Override
    public FrameServer.Handler forConnection(Optional<KeyPin> peersKey) {
      return new Door();
    }

    @Override
    public boolean knowsPeer() {
      return known;
    }
  }

  @Test
  void framesOfAStrangerAreSmall() throws Exception {
    try (FrameServer server = server(LONG);
        Socket socket = connect(server)) {
      int tooMany = Connection.STRANGER_FRAME_BYTES_MAX + 1;
      socket.getOutputStream().write(ByteBuffer.allocate(4).putInt(tooMany).array());
      socket.shutdownOutput();
      byte[] reply = Frames.read(socket.getInputStream()).orElseThrow();
      assertTrue(ErrorReply.read(Fields.of(JsonText.parse(reply))).is(ErrorCode.BAD_REQUEST));
    }
  }

  @Test
  void whoHasShownWhoTheyAreMaySendMore() throws Exception {
    try (FrameServer server = server(LONG);
        Socket socket = connect(server)) {
      assertArrayEquals(HELLO, ask(socket, HELLO));
      assertArrayEquals(LARGE, ask(socket, LARGE));
    }
  }

  @Test
  void strangerWhoKeepsAskingIsDroppedInTheEndAndOthersStay() throws Exception {
    long begun = System.nanoTime();
    try (FrameServer server = server(SHORT);
        Socket known = connect(server);
        Socket stranger = connect(server)) {
      assertArrayEquals(HELLO, ask(known, HELLO));
      byte[] other = "who am I".getBytes(UTF_8);
      boolean dropped = false;
      while (!dropped) {
        Frames.write(stranger.getOutputStream(), other);
        dropped = isDropped(stranger);
        assertTrue(System.nanoTime() - begun < LONG.toNanos(), "never dropped");
      }
      assertTrue(System.nanoTime() - begun >= SHORT.toNanos(), "dropped before its time");
      assertArrayEquals(LARGE, ask(known, LARGE));
    }
  }

  @Test
  void whoNeverAsksForAnythingIsAStrangerEverywhere() throws Exception {
    FrameServer.Limits limits = new FrameServer.Limits(10, LONG, LONG, SHORT);
    try (FrameServer server = new FrameServer(0, (request, _) -> request, limits);
        Socket asks = connect(server);
        Socket silent = connect(server)) {
      assertArrayEquals(HELLO, ask(asks, HELLO));
      assertTrue(isDropped(silent));
      assertArrayEquals(LARGE, ask(asks, LARGE));
    }
  }

  /** Nobody's patience is needed: neither theirs nor the server's with them. */
  @Test
  void silentConnectionsMakeRoomForWhoAsks() throws Exception {
    FrameServer.Limits limits = new FrameServer.Limits(10, LONG, LONG, LONG);
    List<Socket> silent = new ArrayList<>();
    try (FrameServer server = new FrameServer(0, (request, _) -> request, limits);
        Socket asks = connect(server)) {
      assertArrayEquals(HELLO, ask(asks, HELLO));
      for (int i = 0; i < 12; i++) {
        silent.add(connect(server));
      }
      try (Socket late = connect(server)) {
        assertArrayEquals(HELLO, ask(late, HELLO));
        assertTrue(isDropped(silent.getFirst()), "the eldest goes first");
        assertArrayEquals(LARGE, ask(asks, LARGE));
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void silentConnectionsTakeNoMoreThanIsCountedForThem() throws Exception {
    int count = 300;
    List<Socket> sockets = new ArrayList<>();
    try (FrameServer server = server(LONG)) {
      // Classes, and what is made once.
      sockets.add(connect(server));
      assertArrayEquals(HELLO, ask(sockets.getFirst(), HELLO));
      long before = used();
      for (int i = 0; i < count; i++) {
        sockets.add(connect(server));
      }
      // Served in turn, so all are there when the last is.
      assertArrayEquals(HELLO, ask(sockets.getLast(), HELLO));
      long each = (used() - before) / count;
      // The other end is here, too, and is smaller. A buffer would be 8 KB more.
      assertTrue(each <= HeapShare.PLAIN_BYTES * 3 / 2, "both ends take " + each + " bytes");
      assertEquals(count + 1, sockets.size());
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static boolean isDropped(Socket socket) {
    try {
      return Frames.read(socket.getInputStream()).isEmpty();
    } catch (Exception e) {
      return true;
    }
  }

  private static byte[] ask(Socket socket, byte[] request) throws Exception {
    Frames.write(socket.getOutputStream(), request);
    return Frames.read(socket.getInputStream()).orElseThrow();
  }

  private static FrameServer server(Duration stranger) throws IOException {
    return new FrameServer(0, new Door(), new FrameServer.Limits(1_000, LONG, LONG, stranger));
  }

  private static Socket connect(FrameServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) LONG.toMillis());
    return socket;
  }
}
