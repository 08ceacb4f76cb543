package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.Frames;
import fwq.kit.tls.Identity;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames over TLS on real loopback sockets, with keys as the registry makes them. */
@Timeout(240)
final class RegistryTlsTest extends RegistryTlsFixture {
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
            "the server at "
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
          "the server at 127.0.0.1:"
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
}
