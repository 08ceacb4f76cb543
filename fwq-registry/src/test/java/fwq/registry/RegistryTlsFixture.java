package fwq.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Identity;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of RegistryTls share. */
abstract class RegistryTlsFixture {
  static final Duration LONG = Duration.ofSeconds(10);

  static final Duration SHORT = Duration.ofMillis(300);

  static final byte[] HELLO = "hello".getBytes(UTF_8);

  static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  final List<String> told = new CopyOnWriteArrayList<>();

  Identity identity;

  FrameServer server;

  @BeforeEach
  void open() throws Exception {
    identity = identity(folder);
    server = server(0, identity, new FrameServer.Limits(20, LONG, LONG));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  /** Where the machine is busy, a server this impatient may close on those who did no wrong. */
  byte[] callUntilAnswered(int port) throws IOException {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (true) {
      try (FrameClient client = connect(port)) {
        return client.call(HELLO);
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  /** Others would lose their replies where the machine is busy for longer than that. */
  FrameServer impatient() throws IOException {
    return server(0, identity, new FrameServer.Limits(20, LONG, SHORT));
  }

  static byte[] clientHello() throws Exception {
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

  static void trickle(Socket socket, byte[] bytes) throws IOException {
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
  static int end(Socket socket) throws IOException {
    try {
      socket.getInputStream().skip(10_000);
      return socket.getInputStream().read();
    } catch (java.net.SocketException e) {
      return -1;
    }
  }

  Path known() {
    return folder.resolve("known_hosts");
  }

  FrameClient connect(int port) throws IOException {
    return connect(port, new Trust.FirstUse(new KnownHosts(known()), told::add));
  }

  static FrameClient connect(int port, Trust trust) throws IOException {
    return FrameClient.connect(new HostPort("127.0.0.1", port), LONG, trust);
  }

  static Identity identity(Path data) throws IOException {
    Identity.Server server =
        new Identity.Server("registry", List.of("localhost"), Duration.ofDays(365));
    return Identity.open(data, server, Instant.now(), new SecureRandom());
  }

  static FrameServer server(int port, Identity identity, FrameServer.Limits limits)
      throws IOException {
    return new FrameServer(port, (request, _) -> request, limits, Optional.of(identity.tls()));
  }

  /** Passes on whatever comes, both ways, and keeps a copy. */
  static final class Eavesdropper implements AutoCloseable {
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
