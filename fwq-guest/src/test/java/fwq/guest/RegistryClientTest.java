package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.EngineKeys;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.Secret;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class RegistryClientTest {
  private static final Secret PASSWORD = new Secret("correct horse");
  private static final Trust PLAINTEXT = new Trust.Plaintext();
  private static final Secret TICKET = new Secret("ticket");

  private static RegistryRequest.Register registration(String name, String email) {
    return new RegistryRequest.Register("ana", name, email, PASSWORD, Optional.empty());
  }

  @Test
  void eachRequestGetsItsAnswer() throws Exception {
    FrameServer.Handler answers =
        (request, _) ->
            RegistryCodec.write(
                switch (RegistryCodec.readRequest(request)) {
                  case RegistryRequest.Register it ->
                      RegistryReply.Refused.invalid(
                          "email", it.alias() + " " + it.name() + " " + it.email());
                  case RegistryRequest.Login it ->
                      RegistryReply.Refused.of(RegistryError.WRONG_CREDENTIALS, it.alias());
                  case RegistryRequest.Profile _ ->
                      new RegistryReply.ProfileOf("ana", "Ana", "ana@example.org", "ana");
                  case RegistryRequest.Update it ->
                      RegistryReply.Refused.invalid("name", it.changes().name().get());
                  case RegistryRequest.ListSessions _, RegistryRequest.EndSession _ ->
                      new RegistryReply.Sessions(List.of());
                  case RegistryRequest.Export _,
                      RegistryRequest.Delete _,
                      RegistryRequest.Logout _ ->
                      new RegistryReply.Done();
                  case RegistryRequest.ReadAudit _ -> new RegistryReply.AuditTail(List.of("{}"));
                  case RegistryRequest.AskEngines _ ->
                      new RegistryReply.Engines(EngineKeys.NONE, 1);
                });
    try (FrameServer server = new FrameServer(0, answers, FrameServer.Limits.DEFAULT)) {
      RegistryClient client = new RegistryClient(at(server.port()), PLAINTEXT);
      assertEquals(
          RegistryReply.Refused.invalid("email", "ana Ana María a@example.org"),
          client.register(registration("Ana María", "a@example.org")));
      assertEquals(
          RegistryReply.Refused.of(RegistryError.WRONG_CREDENTIALS, "ana"),
          client.login("ana", PASSWORD));
      assertEquals(
          new RegistryReply.AuditTail(List.of("{}")),
          client.ask(new RegistryRequest.ReadAudit(TICKET)));
      assertEquals(
          new RegistryReply.ProfileOf("ana", "Ana", "ana@example.org", "ana"),
          client.ask(new RegistryRequest.Profile(TICKET)));
      assertEquals(
          RegistryReply.Refused.invalid("name", "Eva"),
          client.ask(
              new RegistryRequest.Update(TICKET, Changes.NONE.withName("Eva"), Optional.empty())));
      assertEquals(new RegistryReply.Done(), client.ask(new RegistryRequest.Logout(TICKET)));
    }
  }

  @Test
  void aRegistryThatIsAwayIsToldInASentence() throws Exception {
    int free = FreePort.find();
    PeerAwayException away =
        assertThrows(
            PeerAwayException.class,
            () -> new RegistryClient(at(free), PLAINTEXT).login("ana", PASSWORD));
    assertEquals(
        "the registry at 127.0.0.1:" + free + " does not answer; is it running?",
        away.getMessage());
  }

  @Test
  void aRegistryThatComesBackIsReachedByTheNextRequest() throws Exception {
    int port;
    RegistryClient client;
    try (FrameServer server = done(0)) {
      port = server.port();
      client = new RegistryClient(at(port), PLAINTEXT);
      client.ask(new RegistryRequest.Logout(TICKET));
    }
    assertThrows(PeerAwayException.class, () -> client.ask(new RegistryRequest.Logout(TICKET)));
    try (FrameServer _ = done(port)) {
      assertEquals(new RegistryReply.Done(), client.ask(new RegistryRequest.Logout(TICKET)));
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerInTimeCountsAsAway() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      RegistryClient client =
          new RegistryClient(at(silent.getLocalPort()), PLAINTEXT, Duration.ofMillis(200));
      assertThrows(PeerAwayException.class, () -> client.ask(new RegistryRequest.Profile(TICKET)));
    }
  }

  @Test
  void aRequestThatMayHaveBeenCarriedOutIsNotSentAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var _ =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        try (var socket = closing.accept()) {
                          asked.addAndGet(socket.getInputStream().read() >= 0 ? 1 : 0);
                          // Half a frame, then the end.
                          socket.getOutputStream().write(new byte[] {0, 0, 0, 9, '{'});
                        }
                      }
                    } catch (IOException e) {
                      // The test is over.
                    }
                  });
      RegistryClient client = new RegistryClient(at(closing.getLocalPort()), PLAINTEXT);
      assertThrows(
          PeerAwayException.class, () -> client.register(registration("Ana", "ana@example.org")));
      assertEquals(1, asked.get());
    }
  }

  @Test
  void somethingElseThatAnswersIsNotTakenForARegistry() throws Exception {
    FrameServer.Handler hello = (_, _) -> "hello".getBytes(StandardCharsets.UTF_8);
    try (FrameServer server = new FrameServer(0, hello, FrameServer.Limits.DEFAULT)) {
      RegistryClient client = new RegistryClient(at(server.port()), PLAINTEXT);
      PeerAwayException e =
          assertThrows(
              PeerAwayException.class, () -> client.ask(new RegistryRequest.Profile(TICKET)));
      assertTrue(e.getMessage().endsWith("is not a registry"), e.getMessage());
    }
  }

  @Test
  void aRegistryWithoutTlsIsRefusedAndNotTakenForAway(@TempDir Path folder) throws Exception {
    try (FrameServer server = done(0)) {
      Trust first = new Trust.FirstUse(new KnownHosts(folder.resolve("known")), _ -> {});
      RegistryClient client = new RegistryClient(at(server.port()), first);
      UntrustedPeerException e =
          assertThrows(UntrustedPeerException.class, () -> client.login("ana", PASSWORD));
      assertTrue(e.getMessage().contains("does not speak TLS"), e.getMessage());
      assertTrue(e.getMessage().contains("--plaintext"), e.getMessage());
    }
  }

  @Test
  void aRegistryThatIsAwayIsAwayWithTlsToo(@TempDir Path folder) throws Exception {
    Trust first = new Trust.FirstUse(new KnownHosts(folder.resolve("known")), _ -> {});
    RegistryClient client = new RegistryClient(at(FreePort.find()), first);
    assertThrows(PeerAwayException.class, () -> client.login("ana", PASSWORD));
    try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var _ =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        closing.accept().close();
                      }
                    } catch (IOException e) {
                      // The test is over.
                    }
                  });
      RegistryClient other = new RegistryClient(at(closing.getLocalPort()), first);
      assertThrows(PeerAwayException.class, () -> other.login("ana", PASSWORD));
    }
  }

  @Test
  void noSentenceGivesThePasswordAway() throws Exception {
    RegistryClient client = new RegistryClient(at(FreePort.find()), PLAINTEXT);
    PeerAwayException e =
        assertThrows(PeerAwayException.class, () -> client.login("ana", PASSWORD));
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertFalse(String.valueOf(cause.getMessage()).contains(PASSWORD.reveal()));
    }
  }

  private static FrameServer done(int port) throws Exception {
    return new FrameServer(
        port, (_, _) -> RegistryCodec.write(new RegistryReply.Done()), FrameServer.Limits.DEFAULT);
  }

  private static HostPort at(int port) {
    return new HostPort("127.0.0.1", port);
  }
}
