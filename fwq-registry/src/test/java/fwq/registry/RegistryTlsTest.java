package fwq.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.Frames;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Identity;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames over TLS on real loopback sockets, with keys as the registry makes them. */
@Timeout(30)
final class RegistryTlsTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Identity identity;
  private FrameServer server;

  @BeforeEach
  void open() throws Exception {
    identity = identity(folder);
    server = server(0, identity, new FrameServer.Limits(20, LONG, SHORT));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void callsAreAnsweredAndBigOnesToo() throws Exception {
    try (FrameClient client = connect(server.port())) {
      for (int length = 1; length <= Frames.FRAME_BYTES_MAX; length *= 4) {
        assertArrayEquals(new byte[length], client.call(new byte[length]));
      }
    }
  }

  @Test
  void registryIsNewOnceAndKnownFromThenOn() throws Exception {
    for (int i = 0; i < 3; i++) {
      connect(server.port()).close();
    }
    String where = "127.0.0.1:" + server.port();
    assertEquals(
        List.of(
            "registry "
                + where
                + " is new; its key is "
                + identity.pin()
                + " and is trusted from now on"),
        told);
    assertEquals(where + " " + identity.pin() + "\n", Files.readString(known()));
  }

  @Test
  void renewedCertificateIsTheSameRegistry() throws Exception {
    connect(server.port()).close();
    assertTrue(identity.renewIfDue(Instant.now().plus(Duration.ofDays(340))));
    try (FrameClient client = connect(server.port())) {
      assertArrayEquals(HELLO, client.call(HELLO));
    }
    assertEquals(1, told.size());
  }

  @Test
  void anotherKeyIsRefusedBeforeAByteIsSaid() throws Exception {
    connect(server.port()).close();
    int port = server.port();
    server.close();
    Identity other = identity(folder.resolve("other"));
    List<byte[]> asked = new CopyOnWriteArrayList<>();
    try (FrameServer _ =
        new FrameServer(
            port,
            (request, _) -> {
              asked.add(request);
              return request;
            },
            FrameServer.Limits.DEFAULT,
            Optional.of(other.tls()))) {
      UntrustedPeerException e =
          assertThrows(UntrustedPeerException.class, () -> connect(port).call(HELLO));
      assertEquals(
          "registry 127.0.0.1:"
              + port
              + " shows another key than expected: "
              + identity.pin()
              + " was expected, "
              + other.pin()
              + " came. Somebody may be listening in, so nothing was sent; if the change is"
              + " intended, remove the line of 127.0.0.1:"
              + port
              + " from "
              + known(),
          e.getMessage());
      assertEquals(List.of(), asked);
      assertFalse(Files.readString(known()).contains(other.pin().text()));
    }
  }

  @Test
  void onlyTheCertificateGivenIsBelievedAndNothingIsWritten() throws Exception {
    Path certificate = folder.resolve("registry.crt");
    try (FrameClient client = connect(server.port(), Trust.Only.read(certificate))) {
      assertArrayEquals(HELLO, client.call(HELLO));
    }
    identity(folder.resolve("other"));
    Trust other = Trust.Only.read(folder.resolve("other/registry.crt"));
    UntrustedPeerException e =
        assertThrows(UntrustedPeerException.class, () -> connect(server.port(), other));
    assertTrue(e.getMessage().contains("in place of " + folder.resolve("other")), e.getMessage());
    assertFalse(Files.exists(known()));
  }

  @Test
  void publicKeyGivenIsBelievedToo() throws Exception {
    String pem = Files.readString(folder.resolve("registry.key"));
    Path open = folder.resolve("public.pem");
    Files.writeString(open, pem.substring(pem.indexOf("-----BEGIN PUBLIC KEY-----")));
    connect(server.port(), Trust.Only.read(open)).close();
  }

  @Test
  void clientsThatBelieveInCertificatesFindNothingAmiss() throws Exception {
    try (SSLSocket socket = Tls.connect(server.port(), folder.resolve("registry.crt"), "TLSv1.3")) {
      Frames.write(socket.getOutputStream(), HELLO);
      assertArrayEquals(HELLO, Frames.read(socket.getInputStream()).orElseThrow());
    }
  }

  @Test
  void badLengthIsAnsweredThenClosed() throws Exception {
    try (SSLSocket socket = Tls.connect(server.port(), folder.resolve("registry.crt"), "TLSv1.3")) {
      socket.getOutputStream().write(new byte[] {-1, -1, -1, -1, 'x', 'y'});
      byte[] reply = Frames.read(socket.getInputStream()).orElseThrow();
      assertEquals(ErrorCode.BAD_REQUEST, Guest.code(RegistryCodec.readReply(reply)));
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void peerThatTakesNoRepliesLosesItsPlace() throws Exception {
    byte[] large = new byte[Frames.FRAME_BYTES_MAX];
    Path certificate = folder.resolve("registry.crt");
    try (FrameServer one =
            new FrameServer(
                0,
                (_, _) -> large,
                new FrameServer.Limits(1, LONG, SHORT),
                Optional.of(identity.tls()));
        SSLSocket deaf = Tls.connect(one.port(), certificate, "TLSv1.3")) {
      ByteArrayOutputStream requests = new ByteArrayOutputStream();
      for (int i = 0; i < 2_000; i++) {
        Frames.write(requests, HELLO);
      }
      deaf.getOutputStream().write(requests.toByteArray());
      try (FrameClient other = connect(one.port())) {
        assertArrayEquals(large, other.call(HELLO));
      }
    }
  }

  @Test
  void olderTlsIsRefused() {
    assertThrows(
        SSLException.class,
        () -> Tls.connect(server.port(), folder.resolve("registry.crt"), "TLSv1.2"));
  }

  @Test
  void clientWithoutTlsIsToldWhichOptionToLeaveOut() throws Exception {
    Trust plaintext = new Trust.Plaintext();
    try (FrameClient client = connect(server.port(), plaintext)) {
      RegistryRequest request = new RegistryRequest.Login("ana", new Secret(PASSWORD));
      RegistryReply reply = RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
      assertEquals(
          RegistryReply.Refused.of(
              ErrorCode.BAD_REQUEST,
              "TLS 1.3 is spoken here, and what came is not TLS; if you gave --plaintext, leave it"
                  + " out"),
          reply);
    }
    assertEquals(1, server.failedHandshakes());
    connect(server.port()).close();
  }

  @Test
  void registryWithoutTlsIsRefusedBeforeAnythingIsSaid() throws Exception {
    try (FrameServer plain =
        new FrameServer(0, (request, _) -> request, FrameServer.Limits.DEFAULT)) {
      UntrustedPeerException e =
          assertThrows(UntrustedPeerException.class, () -> connect(plain.port()));
      assertTrue(e.getMessage().contains("give --plaintext here too"), e.getMessage());
      assertFalse(Files.exists(known()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 60})
  void handshakeThatStopsIsClosedInTime(int bytes) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(clientHello(), 0, bytes);
      assertEquals(-1, end(socket));
    }
  }

  @Test
  void handshakeThatTricklesIsClosedAtItsDeadline() throws Exception {
    byte[] hello = clientHello();
    long begun = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20);
      assertThrows(IOException.class, () -> trickle(socket, hello));
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(SHORT) >= 0, "closed before its deadline, after " + took);
      assertTrue(took.compareTo(SHORT.multipliedBy(10)) < 0, "closed only after " + took);
    }
  }

  @Test
  void portThatIsOnlyLookedAtIsNoFailure() throws Exception {
    new Socket(InetAddress.getLoopbackAddress(), server.port()).close();
    connect(server.port()).close();
    assertEquals(0, server.failedHandshakes());
  }

  @Test
  void failedHandshakesHoldNoPlaces() throws Exception {
    for (int i = 0; i < 60; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.getOutputStream().write(i % 2 == 0 ? HELLO : clientHello(), 0, 5);
      }
    }
    connect(server.port()).close();
  }

  /** Who sits between guest and registry and passes everything on learns no password. */
  @Test
  void whoSitsInBetweenReadsNoPassword() throws Exception {
    RegistryRequest login = new RegistryRequest.Login("ana", new Secret(PASSWORD));
    try (Eavesdropper between = new Eavesdropper(server.port())) {
      try (FrameClient client = connect(between.port())) {
        assertArrayEquals(RegistryCodec.write(login), client.call(RegistryCodec.write(login)));
      }
      String heard = between.heard();
      assertTrue(heard.length() > RegistryCodec.write(login).length, heard);
      assertFalse(heard.contains(PASSWORD));
      assertFalse(heard.contains("\"ana\""));
    }
  }

  /** The same without TLS shows that the eavesdropper can hear. */
  @Test
  void withoutTlsWhoSitsInBetweenReadsIt() throws Exception {
    RegistryRequest login = new RegistryRequest.Login("ana", new Secret(PASSWORD));
    try (FrameServer plain =
            new FrameServer(0, (request, _) -> request, FrameServer.Limits.DEFAULT);
        Eavesdropper between = new Eavesdropper(plain.port());
        FrameClient client = connect(between.port(), new Trust.Plaintext())) {
      client.call(RegistryCodec.write(login));
      assertTrue(between.heard().contains(PASSWORD));
    }
  }

  private static byte[] clientHello() throws Exception {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread client =
          Thread.ofVirtual()
              .start(
                  () -> {
                    HostPort peer = new HostPort("127.0.0.1", listener.getLocalPort());
                    Trust trust =
                        new Trust.FirstUse(new KnownHosts(Path.of("none/known_hosts")), _ -> {});
                    assertThrows(IOException.class, () -> FrameClient.connect(peer, LONG, trust));
                  });
      try (Socket socket = listener.accept()) {
        byte[] some = new byte[16_384];
        heard.write(some, 0, socket.getInputStream().read(some));
      }
      client.join();
    }
    return heard.toByteArray();
  }

  private static void trickle(Socket socket, byte[] bytes) throws IOException {
    for (byte one : bytes) {
      socket.getOutputStream().write(one);
      try {
        if (socket.getInputStream().read() < 0) {
          throw new IOException("closed");
        }
      } catch (java.net.SocketTimeoutException e) {
        // Not yet.
      }
    }
  }

  /** The end of the stream, past an alert, or a reset: both are an end. */
  private static int end(Socket socket) throws IOException {
    try {
      socket.getInputStream().skip(10_000);
      return socket.getInputStream().read();
    } catch (java.net.SocketException e) {
      return -1;
    }
  }

  private Path known() {
    return folder.resolve("known_hosts");
  }

  private FrameClient connect(int port) throws IOException {
    return connect(port, new Trust.FirstUse(new KnownHosts(known()), told::add));
  }

  private static FrameClient connect(int port, Trust trust) throws IOException {
    return FrameClient.connect(new HostPort("127.0.0.1", port), LONG, trust);
  }

  private static Identity identity(Path data) throws IOException {
    Identity.Server server =
        new Identity.Server("registry", List.of("localhost"), Duration.ofDays(365));
    return Identity.open(data, server, Instant.now(), new SecureRandom());
  }

  private static FrameServer server(int port, Identity identity, FrameServer.Limits limits)
      throws IOException {
    return new FrameServer(port, (request, _) -> request, limits, Optional.of(identity.tls()));
  }

  /** Passes on whatever comes, both ways, and keeps a copy. */
  private static final class Eavesdropper implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final List<Socket> sockets = new ArrayList<>();

    Eavesdropper(int target) throws IOException {
      this.target = target;
      this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return listener.getLocalPort();
    }

    synchronized String heard() {
      return copy.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private void accept() {
      try {
        Socket guest = listener.accept();
        Socket registry = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(guest, registry));
        Thread.ofVirtual().start(() -> pass(guest, registry));
        pass(registry, guest);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void pass(Socket from, Socket to) {
      byte[] some = new byte[4_096];
      try {
        OutputStream out = to.getOutputStream();
        for (int n = from.getInputStream().read(some);
            n > 0;
            n = from.getInputStream().read(some)) {
          synchronized (this) {
            copy.write(some, 0, n);
          }
          out.write(some, 0, n);
        }
        to.shutdownOutput();
      } catch (IOException e) {
        // One of them has closed.
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
