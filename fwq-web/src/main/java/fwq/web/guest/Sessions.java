package fwq.web.guest;

import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.web.http.Call;
import fwq.web.http.ProblemException;
import java.util.Optional;

/**
 * Whose request it is. A login that this process meets for the first time is shown to the registry,
 * which knows whether it has been ended; while the registry is away it is believed, for the engine
 * knows, too.
 */
final class Sessions {
  private final Desk desk;
  private final Registry registry;
  private final Cookies cookies;

  Sessions(Desk desk, Registry registry, Cookies cookies) {
    this.desk = desk;
    this.registry = registry;
    this.cookies = cookies;
  }

  /** The login that the request brings, which is known at the desk from now on. */
  Login of(Call call) throws ProblemException, InterruptedException {
    Login login = cookies.read(call).orElseThrow(() -> new ProblemException(Registry.loggedOut()));
    if (desk.ask((guests, _) -> guests.find(login.id()).isPresent())) {
      return login;
    }
    Optional<ProfileOf> profile = profile(login, call.address());
    desk.ask((guests, nanos) -> guests.meet(login, profile, nanos));
    return login;
  }

  /** What the registry knows of a guest; nothing while it is away. */
  Optional<ProfileOf> profile(Login login, String from) throws ProblemException {
    try {
      return Optional.of(
          registry.ask(ProfileOf.class, new RegistryRequest.Profile(login.ticket()), from));
    } catch (ProblemException e) {
      if (e.problem().status() != 503) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
