package fwq.registry;

import fwq.common.park.Alias;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Slows down who guesses: after five wrong passwords for one username the next try has to wait 1 s,
 * then 2 s, and so on to 60 s, until a right one. Unknown usernames are slowed down alike, so that
 * the delay does not tell them apart. Where a guest has logged in from before, only what was tried
 * from there counts, so that guessing elsewhere locks nobody out. Kept beside the accounts, so that
 * a restart gives nobody new guesses. Takes time as an argument; safe for many threads.
 */
final class LoginThrottle {
  static final int FREE_FAILURES = 4;
  static final long DELAY_MILLIS_FIRST = 1_000;
  static final long DELAY_MILLIS_MAX = 60_000;
  static final long MEMORY_MILLIS = 15 * 60_000;

  static final String MIGRATION =
      """
      CREATE TABLE failures (
        alias TEXT PRIMARY KEY COLLATE NOCASE,
        count INTEGER NOT NULL,
        last_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX failures_by_age ON failures (last_at);
      """;

  private final Sql writer;
  private final SqlReaders readers;
  private final KnownHouseholds known;
  private final int aliasesMax;

  /** Wrong passwords for one username since the last right one. */
  private record Failures(int count, long lastAt) {
    long delayMillis() {
      int doublings = Math.min(count - FREE_FAILURES - 1, 16);
      return doublings < 0 ? 0 : Math.min(DELAY_MILLIS_FIRST << doublings, DELAY_MILLIS_MAX);
    }

    /** Either way: a clock that once was far ahead must not keep a guest out for ever. */
    boolean isForgotten(long nowMillis) {
      return Math.abs(nowMillis - lastAt) > MEMORY_MILLIS;
    }
  }

  /**
   * A throttle with what the database remembers.
   *
   * @param aliasesMax how many usernames are remembered; beyond it the one untried longest is
   *     forgotten
   */
  LoginThrottle(Sql writer, SqlReaders readers, int aliasesMax) {
    this.writer = writer;
    this.readers = readers;
    this.known = new KnownHouseholds(writer, readers);
    this.aliasesMax = aliasesMax;
  }

  /** How long this username may not be tried yet; 0 when it may. */
  long delayMillis(String alias, InetAddress from, long nowMillis) throws DatabaseException {
    Optional<Failures> failures = find(alias, from).filter(it -> !it.isForgotten(nowMillis));
    if (failures.isEmpty()) {
      return 0;
    }
    long delay = failures.get().delayMillis();
    // A clock set back must not lengthen the delay.
    return Math.clamp(failures.get().lastAt() + delay - nowMillis, 0, delay);
  }

  /** A wrong password for this username. */
  void failed(String alias, InetAddress from, long nowMillis) throws DatabaseException {
    // What cannot be a username is nobody's, and could be 64 KiB long.
    if (!Alias.isValid(alias)) {
      return;
    }
    String key = key(alias, from);
    writer.transaction(
        () -> {
          writer.update(
              "DELETE FROM failures WHERE last_at < ?1 - ?2 OR last_at > ?1 + ?2",
              nowMillis,
              MEMORY_MILLIS);
          writer.update(
              """
              INSERT INTO failures (alias, count, last_at) VALUES (?1, 1, ?2)
              ON CONFLICT DO UPDATE SET count = count + 1, last_at = ?2""",
              key,
              nowMillis);
          writer.update(
              """
              DELETE FROM failures WHERE alias IN
                (SELECT alias FROM failures ORDER BY last_at DESC LIMIT -1 OFFSET ?)""",
              aliasesMax);
          return null;
        });
  }

  /** The right password for this username. */
  void succeeded(String alias, InetAddress from, long nowMillis) throws DatabaseException {
    // Most guests do not mistype, and a read is far cheaper than a write.
    if (find(alias, from).isPresent()) {
      String key = key(alias, from);
      writer.transaction(() -> writer.update("DELETE FROM failures WHERE alias = ?", key));
    }
    known.add(alias, KnownHouseholds.name(from), nowMillis);
  }

  /** What is counted under: no username has a slash. */
  private String key(String alias, InetAddress from) throws DatabaseException {
    String household = KnownHouseholds.name(from);
    return known.isKnown(alias, household) ? alias + household : alias;
  }

  private Optional<Failures> find(String alias, InetAddress from) throws DatabaseException {
    if (!Alias.isValid(alias)) {
      return Optional.empty();
    }
    String key = key(alias, from);
    return readers.read(
        reader ->
            reader.first(
                "SELECT count, last_at FROM failures WHERE alias = ?",
                row -> new Failures(row.getInt(1), row.getLong(2)),
                key));
  }
}
