package fwq.common.signing;

import java.time.Duration;
import java.util.Locale;

/** What one of a park's keys is for. Each is in a file of its own: no program needs them all. */
public enum KeyPurpose {
  /** Signs tickets; the registry's alone, so that nobody else can make a login. */
  TICKET("the registry", Lives.SESSION, true),
  /** Guests' session keys come of it; the registry hands them out and the engine checks them. */
  SESSION("registry, engine", Lives.RECORD, true),
  /** The registry says with it which sessions are over. */
  REVOCATION("registry, engine", Lives.RECORD, true),
  /** An operator at the park's own machine says with it what is to be. */
  CONSOLE("engine, operate", Lives.RECORD, true),
  /** An engine proves with it that it is one: the private half of a key pair. */
  ENGINE("engine", Lives.RECORD, false),
  /** The keys of all rides' sensors come of it. */
  SENSOR("waiting time server, sensors", Lives.RECORD, false),
  /**
   * Signs the passes that guests show to a broker with users: the private half of a key pair, and
   * the registry's alone.
   */
  PASS("the registry", Lives.SESSION, false);

  private final String users;
  private final Duration lives;
  private final boolean wasOne;

  /** How long what a key has made may still be met. */
  private static final class Lives {
    /** A day in the park. */
    static final Duration SESSION = Session.LIFETIME;

    /** As long as what guests say is kept on the broker. */
    static final Duration RECORD = Duration.ofHours(24);
  }

  KeyPurpose(String users, Duration lives, boolean wasOne) {
    this.users = users;
    this.lives = lives;
    this.wasOne = wasOne;
  }

  /** The programs that need it, for people. */
  public String users() {
    return users;
  }

  /** What it made lives no longer, so a key that was replaced is accepted this long. */
  public Duration lives() {
    return lives;
  }

  /** Whether older versions had the one {@code secret} for it. */
  boolean wasOne() {
    return wasOne;
  }

  /** The file's name. */
  public String fileName() {
    return this + ".key";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
