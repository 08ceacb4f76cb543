package fwq.common.talk.registry;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.Pass;
import fwq.common.signing.Session;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.util.List;
import java.util.Optional;

/** What the registry answers: one reply to each request. */
public sealed interface RegistryReply {
  /** The request was not carried out. */
  record Refused(ErrorReply error) implements RegistryReply {
    /** An error without field or retry time. */
    public static Refused of(Enum<?> code, String message) {
      return new Refused(ErrorReply.of(code, message));
    }

    /** A field that breaks its rule. */
    public static Refused invalid(String field, String message) {
      return new Refused(ErrorReply.invalid(field, message));
    }

    /** Something to try again later. */
    public static Refused later(Enum<?> code, String message, long retryAfterMillis) {
      return new Refused(ErrorReply.later(code, message, retryAfterMillis));
    }
  }

  /** It is done, and there is nothing to add. */
  record Done() implements RegistryReply {}

  /**
   * A good login.
   *
   * @param ticket shown to the registry with later requests
   * @param session what the guest presents at the park's gate; not a secret
   * @param sessionKey signs what the guest says to the engine; URL-safe base64 of 32 bytes
   * @param pass shown to a broker with users, as {@link Pass} says; nothing from older registries
   */
  record LoggedIn(Secret ticket, Session session, Secret sessionKey, Optional<Secret> pass)
      implements RegistryReply {
    /** A login without a pass. */
    public LoggedIn(Secret ticket, Session session, Secret sessionKey) {
      this(ticket, session, sessionKey, Optional.empty());
    }
  }

  /**
   * The audit's last lines, oldest first, as they are in its file.
   *
   * @param lines at most {@link #LINES_MAX}
   */
  record AuditTail(List<String> lines) implements RegistryReply {
    /** Lines that are told. */
    public static final int LINES_MAX = 100;

    public AuditTail {
      lines = List.copyOf(lines);
      if (lines.size() > LINES_MAX) {
        throw new IllegalArgumentException("at most 100 lines of the audit are told");
      }
    }
  }

  /**
   * Logins that have not ended.
   *
   * @param sessions newest first
   */
  record Sessions(List<OpenSession> sessions) implements RegistryReply {
    public Sessions {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * By which keys engines are known.
   *
   * @param keys none where the registry does not know them: then whatever is said is believed
   * @param at now, in epoch milliseconds by the registry's clock
   */
  record Engines(EngineKeys keys, long at) implements RegistryReply {
    /** Refuses a time before 1970. */
    public Engines {
      if (at < 0) {
        throw new IllegalArgumentException("at is milliseconds since 1970, got " + at);
      }
    }
  }

  /** All that the registry has of a guest. */
  record Exported(AccountData data) implements RegistryReply {}

  /**
   * What the registry knows of a guest.
   *
   * @param shownAs what others see on the map from the next login on; empty for not by name
   */
  record ProfileOf(String alias, String name, String email, String shownAs)
      implements RegistryReply {}
}
