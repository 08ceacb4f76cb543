package fwq.guest;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Asks the registry, with a connection of its own for each request: guests ask seldom, a connection
 * kept open might be dead by the next time, and a request that may have been carried out must not
 * be sent again. For any number of threads at once.
 *
 * <p>Where the registry shows a key that is not trusted, nothing is sent to it: every method throws
 * {@link UntrustedPeerException} then, with a sentence for people.
 */
public final class RegistryClient {
  /** For the connection, and then for the reply. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HostPort registry;
  private final Trust trust;
  private final Duration timeout;

  /** A client of the registry that listens there, if it is the one that is trusted. */
  public RegistryClient(HostPort registry, Trust trust) {
    this(registry, trust, TIMEOUT);
  }

  RegistryClient(HostPort registry, Trust trust, Duration timeout) {
    this.registry = registry;
    this.trust = trust;
    this.timeout = timeout;
  }

  /** Creates an account: {@code Done} or an {@code ErrorReply}. */
  public RegistryReply register(RegistryRequest.Register request)
      throws PeerAwayException, UntrustedPeerException {
    return ask(request);
  }

  /** Asks for a ticket and a session: {@code LoggedIn} or an {@code ErrorReply}. */
  public RegistryReply login(String alias, Secret password)
      throws PeerAwayException, UntrustedPeerException {
    return ask(new RegistryRequest.Login(alias, password));
  }

  /** Asks anything. */
  public RegistryReply ask(RegistryRequest request)
      throws PeerAwayException, UntrustedPeerException {
    try (FrameClient client = FrameClient.connect(registry, timeout, trust)) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    } catch (UntrustedPeerException e) {
      // It is there: to wait for it would not help, and to go on would give the password away.
      throw e;
    } catch (UnknownHostException e) {
      throw new PeerAwayException("the registry's host " + registry.host() + " is not known", e);
    } catch (BadMessageException e) {
      throw new PeerAwayException("what answers at " + registry + " is not a registry", e);
    } catch (IOException e) {
      throw new PeerAwayException(
          "the registry at " + registry + " does not answer; is it running?", e);
    }
  }
}
