package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.signing.SharedSecret;
import fwq.common.signing.WebKey;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.WebTalk;
import fwq.common.talk.registry.WebTalk.Origin;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Secret;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebConversationTest {
  private static final InetAddress WEB = InetAddress.ofLiteral("192.0.2.1");
  private static final byte[] REQUEST =
      RegistryCodec.write(new RegistryRequest.Login("ana", new Secret("pässword")));

  private final WebKey key = new WebKey(SharedSecret.of(new byte[32]));
  private final List<String> seen = new ArrayList<>();
  private final FrameServer.Handler registry =
      (request, from) -> {
        assertEquals(
            new RegistryRequest.Login("ana", new Secret("pässword")),
            RegistryCodec.readRequest(request));
        seen.add(from.getHostAddress());
        return RegistryCodec.write(new RegistryReply.Done());
      };
  private final FrameServer.Handler connection =
      WebConversation.door(registry, key, new SecureRandom()).forConnection(Optional.empty());

  @Test
  void guestsOwnClientIsWhoItIs() throws BadMessageException {
    connection.reply(REQUEST, WEB);
    assertEquals(List.of("192.0.2.1"), seen);
  }

  @Test
  void webProcessSaysWhoseRequestsItBrings() throws BadMessageException {
    byte[] nonce = WebTalk.readNonce(connection.reply(WebTalk.hello(), WEB));
    connection.reply(proven(nonce, "203.0.113.7"), WEB);
    connection.reply(proven(nonce, "2001:db8::1"), WEB);
    assertEquals(List.of("203.0.113.7", "2001:db8:0:0:0:0:0:1"), seen);
  }

  @Test
  void whoHasNotTheKeyCannotBlameAnother() throws BadMessageException {
    byte[] nonce = WebTalk.readNonce(connection.reply(WebTalk.hello(), WEB));
    WebKey other =
        new WebKey(
            SharedSecret.of(
                new byte[] {
                  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                  24, 25, 26, 27, 28, 29, 30, 31, 32
                }));
    byte[] forged =
        WebTalk.with(REQUEST, Origin.of("203.0.113.7", other.proof(nonce, "203.0.113.7")));
    assertRefused(forged);
  }

  @Test
  void proofIsOfOneAddressAndOneConnection() throws BadMessageException {
    byte[] nonce = WebTalk.readNonce(connection.reply(WebTalk.hello(), WEB));
    byte[] proof = key.proof(nonce, "203.0.113.7");
    assertRefused(WebTalk.with(REQUEST, Origin.of("203.0.113.8", proof)));
    byte[] again = WebTalk.readNonce(connection.reply(WebTalk.hello(), WEB));
    assertNotEquals(Arrays.toString(nonce), Arrays.toString(again));
    assertRefused(WebTalk.with(REQUEST, Origin.of("203.0.113.7", proof)));
  }

  @Test
  void proofBeforeAnyNonceIsNone() throws BadMessageException {
    assertRefused(proven(new byte[WebTalk.NONCE_BYTES], "203.0.113.7"));
  }

  @Test
  void nameIsNoAddress() throws BadMessageException {
    byte[] nonce = WebTalk.readNonce(connection.reply(WebTalk.hello(), WEB));
    byte[] named = proven(nonce, "localhost");
    assertThrows(BadMessageException.class, () -> connection.reply(named, WEB));
  }

  private byte[] proven(byte[] nonce, String from) throws BadMessageException {
    return WebTalk.with(REQUEST, Origin.of(from, key.proof(nonce, from)));
  }

  private void assertRefused(byte[] request) throws BadMessageException {
    RegistryReply reply = RegistryCodec.readReply(connection.reply(request, WEB));
    assertEquals(RegistryReply.Refused.class, reply.getClass());
    assertEquals(List.of(), seen);
  }
}
