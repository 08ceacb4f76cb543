package fwq.registry;

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
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that speak TLS badly, slowly, or not at all. */
@Timeout(240)
final class RegistryTlsTroubleTest extends RegistryTlsFixture {
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
      assertArrayEquals(large, callUntilAnswered(one.port()));
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
    try (FrameServer impatient = impatient();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(clientHello(), 0, bytes);
      assertEquals(-1, end(socket));
    }
  }

  @Test
  void handshakeThatTricklesIsClosedAtItsDeadline() throws Exception {
    byte[] hello = clientHello();
    long begun = System.nanoTime();
    try (FrameServer impatient = impatient();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
      socket.setSoTimeout(20);
      assertThrows(IOException.class, () -> trickle(socket, hello));
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(SHORT) >= 0, "closed before its deadline, after " + took);
      assertTrue(took.compareTo(LONG) < 0, "closed only after " + took);
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
}
