package fwq.common.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/**
 * A secret that is older than this start: its program has been there before, so its database should
 * have something.
 */
public final class OlderSecret {
  /** Whoever starts for the first time has no records yet. */
  private static final Duration NEW_FOR = Duration.ofMinutes(1);

  private OlderSecret() {}

  /**
   * Warns that a database is empty, if the secret is older: a copy of a database alone may lack
   * what was in the files beside it, and one that was lost is made anew without a word.
   *
   * @param what it has none of, such as {@code account}
   */
  public static void warn(Logger log, String what, Path database, Path secret, Instant now) {
    if (secret.toFile().lastModified() < now.minus(NEW_FOR).toEpochMilli()) {
      log.warn(
          "there is no {} in {}, though the secret {} is older: if the database was lost, or copied"
              + " without the files beside it, stop this program and restore a backup (fwq backup"
              + " copies it whole while the park runs)",
          what,
          database,
          secret);
    }
  }
}
