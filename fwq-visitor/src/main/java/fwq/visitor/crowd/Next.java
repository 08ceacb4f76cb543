package fwq.visitor.crowd;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.ErrorReply;
import java.util.OptionalLong;

/** What to do for a guest after the registry's answer. */
sealed interface Next {
  /** The guest is logged in. */
  record Arrived(Session session, SessionKey key) implements Next {}

  /** The guest is not known: register. */
  record Register() implements Next {}

  /** The guest is registered by now: log in. */
  record LogIn() implements Next {}

  /** Ask the same again, so many milliseconds later where the registry said that. */
  record Again(OptionalLong millis) implements Next {}

  /** Asking again would not help. */
  record TurnedAway(String why) implements Next {}

  /**
   * Decides.
   *
   * @param registered whether the alias is known to be registered, by us or by somebody else
   */
  static Next after(RegistryReply reply, boolean registered) {
    return switch (reply) {
      case RegistryReply.LoggedIn it -> {
        try {
          yield new Arrived(it.session(), SessionKey.decode(it.sessionKey()));
        } catch (IllegalArgumentException e) {
          yield new TurnedAway("the registry gave a session key that is none");
        }
      }
      case RegistryReply.Done _ -> new LogIn();
      case RegistryReply.ProfileOf _,
          RegistryReply.Sessions _,
          RegistryReply.Exported _,
          RegistryReply.AuditTail _,
          RegistryReply.Engines _ ->
          new TurnedAway("the registry answered something else");
      case RegistryReply.Refused(ErrorReply error) -> after(error, registered);
    };
  }

  private static Next after(ErrorReply error, boolean registered) {
    return switch (error.code()) {
      case "BUSY", "TOO_MANY_ATTEMPTS", "UNAVAILABLE" -> new Again(error.retryAfterMillis());
      case "ALIAS_TAKEN" -> new LogIn();
      case "WRONG_CREDENTIALS" ->
          registered
              ? new TurnedAway(
                  "this username is taken, and has another password; give that with"
                      + " --password-file FILE, or take another username")
              : new Register();
      default -> new TurnedAway(error.message());
    };
  }
}
