package fwq.registry;

import fwq.common.signing.WebKey;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.common.talk.registry.WebTalk;
import fwq.common.talk.registry.WebTalk.Origin;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.tls.KeyPin;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * One connection, which may be a web process's: limits and audit are then for the guest whose
 * request it brings, and not for the web process. For one thread.
 */
final class WebConversation implements FrameServer.Handler {
  private final FrameServer.Handler registry;
  private final WebKey key;
  private final SecureRandom random;
  private Optional<byte[]> nonce = Optional.empty();
  private boolean proven;

  WebConversation(FrameServer.Handler registry, WebKey key, SecureRandom random) {
    this.registry = registry;
    this.key = key;
    this.random = random;
  }

  /** A registry whose every connection may be a web process's. */
  static FrameServer.Handler door(FrameServer.Handler registry, WebKey key, SecureRandom random) {
    return new FrameServer.Handler() {
      @Override
      public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
        return registry.reply(request, from);
      }

      @Override
      public FrameServer.Handler forConnection(Optional<KeyPin> peersKey) {
        return new WebConversation(registry, key, random);
      }
    };
  }

  /** Guests ask once or twice over a connection; a web process's stays. */
  @Override
  public boolean knowsPeer() {
    return proven;
  }

  @Override
  public byte[] reply(byte[] request, InetAddress peer) throws BadMessageException {
    if (WebTalk.isHello(request)) {
      byte[] fresh = new byte[WebTalk.NONCE_BYTES];
      random.nextBytes(fresh);
      nonce = Optional.of(fresh);
      return WebTalk.nonce(fresh);
    }
    Optional<Origin> origin = WebTalk.origin(request);
    if (origin.isEmpty()) {
      return registry.reply(request, peer);
    }
    try {
      InetAddress from = InetAddress.ofLiteral(origin.get().from());
      proven = isProven(origin.get());
      return proven
          ? registry.reply(request, from)
          : RegistryCodec.write(
              Refused.of(
                  ErrorCode.UNAVAILABLE,
                  "this web process has another web.key than the registry: give it a copy of the"
                      + " registry's"));
    } catch (IllegalArgumentException e) {
      throw new BadMessageException(
          "fields 'from' and 'proof' must be an address such as 192.0.2.7 and base64", e);
    }
  }

  private boolean isProven(Origin origin) {
    return nonce.isPresent() && key.verify(nonce.get(), origin.from(), origin.proofBytes());
  }
}
