package fwq.trips.agency;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the registry whose a ticket is. Nothing of it is kept: a guest may log out at any time.
 *
 * @param registry nowhere, where trips belong to whoever knows their ids
 */
record Owners(Optional<HostPort> registry, Trust trust, Duration timeout) {
  /** The registry cannot be asked just now. */
  static final class AwayException extends Exception {
    private static final long serialVersionUID = 1L;

    private AwayException(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The username of a ticket's owner; nothing when the ticket is not good. */
  Optional<String> of(Secret ticket) throws AwayException {
    if (registry.isEmpty()) {
      throw new AwayException(
          "this agency knows no registry, so it has no list of your trips; their ids open them",
          null);
    }
    try (FrameClient client = FrameClient.connect(registry.get(), timeout, trust)) {
      RegistryReply reply =
          RegistryCodec.readReply(
              client.call(RegistryCodec.write(new RegistryRequest.Profile(ticket))));
      return switch (reply) {
        case RegistryReply.ProfileOf it -> Optional.of(it.alias());
        case RegistryReply.Refused it when !it.error().is(RegistryError.EXPIRED) ->
            throw new AwayException("the registry says: " + it.error().message(), null);
        case RegistryReply.Refused _,
            RegistryReply.Done _,
            RegistryReply.LoggedIn _,
            RegistryReply.Sessions _,
            RegistryReply.Exported _,
            RegistryReply.AuditTail _,
            RegistryReply.Engines _ ->
            Optional.empty();
      };
    } catch (IOException | BadMessageException e) {
      throw new AwayException("the registry cannot be asked just now; try again later", e);
    }
  }
}
