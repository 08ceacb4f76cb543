package fwq.common.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A secret that is older than this start: its program has been there before, so its database should
 * have something.
 */
public final class OlderSecret {
  /** Whoever starts for the first time has no records yet. */
  private static final Duration NEW_FOR = Duration.ofMinutes(1);

  private OlderSecret() {}

  /**
   * What to say of an empty database, if the secret is older: a copy of a database alone may lack
   * what was in the files beside it, and one that was lost is made anew without a word.
   *
   * @param what it has none of, such as {@code account}
   */
  public static Optional<String> warning(String what, Path database, Path secret, Instant now) {
    return Files.exists(secret)
            && secret.toFile().lastModified() < now.minus(NEW_FOR).toEpochMilli()
        ? Optional.of(
            "there is no "
                + what
                + " in "
                + database
                + ", though the secret "
                + secret
                + " is older: if the database was lost, or copied without the files beside it, stop"
                + " this program and restore a backup (fwq backup copies it whole while the park"
                + " runs)")
        : Optional.empty();
  }
}
