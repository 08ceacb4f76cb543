package fwq.common.talk.audit;

import fwq.common.park.Alias;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who did what, when, from where, and what came of it: for those who look after the park. It never
 * holds what must not be seen, nor anything that a terminal would obey.
 *
 * @param at to the millisecond
 * @param source who noted it
 * @param alias the guest's username, or {@link #NOBODY} where what was given is not one
 * @param reason why it was refused, or why the guest left, such as {@code WRONG_CREDENTIALS}
 * @param times how often in the minute before, where that is a line of its own
 */
public record AuditEntry(
    Instant at,
    Source source,
    String alias,
    Action action,
    Outcome outcome,
    Optional<String> reason,
    int times) {
  /** In place of what cannot be a username: who types a password there must not find it noted. */
  public static final String NOBODY = "?";

  private static final Pattern PLAIN = Pattern.compile("[!-~]{1,64}");

  /** Refuses missing fields and reasons that are no plain word. */
  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    Objects.requireNonNull(source, "source");
    alias = Alias.isValid(alias) ? alias : NOBODY;
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(outcome, "outcome");
    reason.ifPresent(AuditEntry::checkPlain);
    if (times < 1) {
      throw new IllegalArgumentException("what is noted happened at least once");
    }
  }

  /** That it happened once. */
  public AuditEntry(
      Instant at,
      Source source,
      String alias,
      Action action,
      Outcome outcome,
      Optional<String> reason) {
    this(at, source, alias, action, outcome, reason, 1);
  }

  /** The same at another time. */
  AuditEntry at(Instant other) {
    return new AuditEntry(other, source, alias, action, outcome, reason, times);
  }

  /** The same so often. */
  AuditEntry times(int many) {
    return new AuditEntry(at, source, alias, action, outcome, reason, many);
  }

  /** Who noted it. */
  public sealed interface Source {}

  /**
   * The registry.
   *
   * @param address the guest's, such as {@code 127.0.0.1}
   */
  public record Registry(String address) implements Source {
    /** Refuses what is no plain word. */
    public Registry {
      checkPlain(address);
    }
  }

  /**
   * The guild of food carts, which notes plates in place of usernames.
   *
   * @param address of the one who asked
   */
  public record Guild(String address) implements Source {
    /** Refuses what is no plain word. */
    public Guild {
      checkPlain(address);
    }
  }

  /**
   * An engine.
   *
   * @param park number
   * @param epoch of the park's owner
   */
  public record Engine(int park, long epoch) implements Source {}

  /**
   * An agency of trips.
   *
   * @param address the guest's, such as {@code 127.0.0.1}
   */
  public record Agency(String address) implements Source {
    /** Refuses what is no plain word. */
    public Agency {
      checkPlain(address);
    }
  }

  /** What was done. */
  public enum Action {
    /** An account was asked for. */
    REGISTER,
    /** A ticket was asked for. */
    LOGIN,
    /** A profile or password was to change. */
    UPDATE,
    /** A ticket was given up. */
    LOGOUT,
    /** An account was to be deleted. */
    DELETE,
    /** A guest asked for all that is known of them. */
    EXPORT,
    /** A guest stood at the park's gate. */
    ENTER,
    /** A guest is no longer inside. */
    LEAVE,
    /** A food cart was to become a member of the guild. */
    APPLY,
    /** A member was to leave the guild. */
    RESIGN,
    /** A member was to be sent away. */
    EXPEL,
    /** A trip was to be booked. */
    BOOK,
    /** A trip was given back. */
    CANCEL,
    /** An operator told the park something. */
    OPERATE
  }

  /** What came of it. */
  public enum Outcome {
    /** It is so. */
    DONE,
    /** It is not. */
    REFUSED
  }

  private static void checkPlain(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("a plain word was expected, such as 127.0.0.1");
    }
  }
}
