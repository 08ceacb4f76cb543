package fwq.web.guest;

import fwq.common.signing.WebKey;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.WebTalk;
import fwq.common.talk.registry.WebTalk.Origin;
import fwq.guest.PeerAwayException;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.time.Duration;

/**
 * Brings guests' requests to the registry, each with its guest's address and the proof that a web
 * process says so. A connection for each request, as a guest's own client: what may have been
 * carried out must not be sent again. For any number of threads.
 */
public final class RegistryLine {
  /**
   * For the connection, and then for each reply. Many may register at once, and whose request was
   * given up though it was carried out would find its own name taken.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HostPort registry;
  private final Trust trust;
  private final WebKey key;

  /** The line to the registry that listens there, if it is the one that is trusted. */
  public RegistryLine(HostPort registry, Trust trust, WebKey key) {
    this.registry = registry;
    this.trust = trust;
    this.key = key;
  }

  /** Whether a registry answers; costs it next to nothing. */
  boolean isThere() {
    try (FrameClient client = FrameClient.connect(registry, TIMEOUT, trust)) {
      return WebTalk.readNonce(client.call(WebTalk.hello())).length > 0;
    } catch (IOException | BadMessageException e) {
      return false;
    }
  }

  /** Asks for a guest at that address. */
  RegistryReply ask(RegistryRequest request, String from)
      throws PeerAwayException, UntrustedPeerException {
    try (FrameClient client = FrameClient.connect(registry, TIMEOUT, trust)) {
      byte[] nonce = WebTalk.readNonce(client.call(WebTalk.hello()));
      Origin origin = Origin.of(from, key.proof(nonce, from));
      return RegistryCodec.readReply(
          client.call(WebTalk.with(RegistryCodec.write(request), origin)));
    } catch (UntrustedPeerException e) {
      throw e;
    } catch (BadMessageException e) {
      throw new PeerAwayException("what answers at " + registry + " is not a registry", e);
    } catch (IOException e) {
      throw new PeerAwayException(
          "the registry at " + registry + " does not answer; is it running?", e);
    }
  }
}
