package fwq.registry;

import fwq.common.signing.AuditKey;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.audit.SecurityLine;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.kit.sqlite.Checkpoints;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The guests' accounts and their open sessions, in SQLite. One connection writes and one reads,
 * each behind its own lock, so that a read never waits for a write to reach the disk. Usernames are
 * the same whatever their case. Safe for many threads.
 */
public final class Accounts implements AutoCloseable {
  static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE accounts (
            alias TEXT PRIMARY KEY COLLATE NOCASE,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            password TEXT NOT NULL,        -- PHC string
            registered_at INTEGER NOT NULL,
            last_issued_at INTEGER NOT NULL DEFAULT 0
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE sessions (
            alias TEXT NOT NULL COLLATE NOCASE REFERENCES accounts (alias) ON DELETE CASCADE,
            issued_at INTEGER NOT NULL,
            PRIMARY KEY (alias, issued_at)
          ) STRICT, WITHOUT ROWID;
          """,
          LoginThrottle.MIGRATION,
          """
          ALTER TABLE accounts ADD COLUMN shown_as TEXT; -- '' for not by name, NULL for the alias
          CREATE TABLE endings (                         -- the engines are to be told
            alias TEXT PRIMARY KEY COLLATE NOCASE REFERENCES accounts (alias) ON DELETE CASCADE,
            issued_at INTEGER NOT NULL,                  -- this session and all before it are over
            parks INTEGER NOT NULL DEFAULT 0             -- so many have been told
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX endings_by_parks ON endings (parks, issued_at);
          """,
          Operators.MIGRATION,
          KnownHouseholds.MIGRATION,
          OpenSessions.ADDRESS_MIGRATION + Revocations.OF_GUESTS_WHO_HAVE_GONE_MIGRATION,
          SecurityLine.MIGRATION);

  private static final List<String> DELETIONS =
      List.of(
          "DELETE FROM accounts WHERE alias = ?",
          "DELETE FROM known_households WHERE alias = ?",
          "DELETE FROM failures WHERE alias = ?1 OR alias LIKE ?1 || '/%'",
          "INSERT INTO gone (alias) VALUES (?)");

  /** A nickname that has become somebody's username is that one's alone. */
  private static final String SHOWN_AS =
      """
      CASE WHEN EXISTS
        (SELECT 1 FROM accounts other
         WHERE other.alias = accounts.shown_as AND other.alias <> accounts.alias)
      THEN accounts.alias ELSE coalesce(accounts.shown_as, accounts.alias) END""";

  private final Sql writer;
  private final SqlReaders readers;
  private final Revocations revocations;
  private final Operators operators;
  private final OpenSessions sessions;
  private final SecurityLog log;

  Accounts(Sql writer, SqlReaders readers, AuditKey key) {
    this.writer = writer;
    this.readers = readers;
    this.log = new SecurityLog(writer, key, InstantSource.system());
    this.revocations = new Revocations(writer, readers);
    this.operators = new Operators(writer, readers, revocations, log);
    this.sessions = new OpenSessions(writer, readers, revocations, log);
  }

  /**
   * Opens the accounts in this file, or starts with none.
   *
   * @param key that chains what is noted of them
   */
  public static Accounts open(Path file, AuditKey key) throws DatabaseException {
    SqlReaders.Opener opener = () -> new Sql(file, Database.open(file, MIGRATIONS));
    Sql writer = opener.open();
    try {
      return new Accounts(writer, SqlReaders.open(opener), key);
    } catch (DatabaseException e) {
      writer.close();
      throw e;
    }
  }

  /** Keeps the file itself near to what is committed, for who copies it alone. */
  static Checkpoints checkpoints(Path file) throws DatabaseException {
    return Checkpoints.start(Sql.open(file, MIGRATIONS));
  }

  /** The throttle that remembers in the same file, for as long as this is open. */
  LoginThrottle throttle(int aliasesMax) {
    return new LoginThrottle(writer, readers, aliasesMax);
  }

  /** What the parks are to be told of sessions that this ends. */
  Revocations revocations() {
    return revocations;
  }

  /** Logins that have not ended. */
  OpenSessions sessions() {
    return sessions;
  }

  /** Who runs the park. */
  Operators operators() {
    return operators;
  }

  /** Adds an account, or says no when the username is taken. */
  boolean add(
      String alias,
      String name,
      String email,
      String passwordHash,
      Optional<String> shownAs,
      long nowMillis)
      throws DatabaseException {
    return writer.transaction(
        () -> {
          boolean added =
              writer.update(
                      """
                    INSERT INTO accounts (alias, name, email, password, shown_as, registered_at)
                    SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS
                      (SELECT 1 FROM gone WHERE alias = ?1) ON CONFLICT DO NOTHING""",
                      alias,
                      name,
                      email,
                      passwordHash,
                      shownAs.orElse(null),
                      nowMillis)
                  == 1;
          if (added) {
            log.note(alias, "registered");
          }
          return added;
        });
  }

  /** Whether there is no account at all. */
  boolean isEmpty() throws DatabaseException {
    return one("SELECT 1 FROM accounts LIMIT 1", row -> row.getInt(1)).isEmpty();
  }

  /** The account with this username in any case. */
  Optional<Account> find(String alias) throws DatabaseException {
    return one(
        "SELECT alias, password, "
            + SHOWN_AS
            + ", operators.operator IS NOT NULL"
            + " FROM accounts LEFT JOIN operators ON operator = alias WHERE alias = ?",
        row ->
            new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4) ? Role.OPERATOR : Role.GUEST),
        alias);
  }

  /** Whether this name on the map is the username of another guest. */
  boolean isSomebodyElses(String shownAs, String alias) throws DatabaseException {
    return one(
            "SELECT 1 FROM accounts WHERE alias = ?1 AND alias <> ?2",
            row -> row.getInt(1),
            shownAs,
            alias)
        .isPresent();
  }

  /** The profile of a session's owner, while that session is open. */
  Optional<ProfileOf> profile(Session session) throws DatabaseException {
    return one(
        "SELECT alias, name, email, "
            + SHOWN_AS
            + " FROM accounts JOIN sessions USING (alias) WHERE alias = ? AND issued_at = ?",
        row ->
            new ProfileOf(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        session.alias(),
        session.issuedAt());
  }

  /**
   * Changes what is present. A new password ends the owner's other sessions, whoever opened them.
   *
   * @param name as it is kept
   * @param passwordHash of the new password
   * @return whether the session was still open
   */
  boolean change(
      Session session, Optional<String> name, Changes changes, Optional<String> passwordHash)
      throws DatabaseException {
    return writer.transaction(
        () -> {
          int changed =
              writer.update(
                  """
                  UPDATE accounts SET name = coalesce(?3, name), email = coalesce(?4, email),
                    password = coalesce(?5, password), shown_as = coalesce(?6, shown_as)
                  WHERE alias = ?1 AND EXISTS
                    (SELECT 1 FROM sessions WHERE alias = ?1 AND issued_at = ?2)""",
                  session.alias(),
                  session.issuedAt(),
                  name.orElse(null),
                  changes.email().orElse(null),
                  passwordHash.orElse(null),
                  changes.shownAs().orElse(null));
          if (changed == 1) {
            log.note(session.alias(), changes.summary());
          }
          if (changed == 1 && passwordHash.isPresent()) {
            sessions.endOthers(session);
          }
          return changed == 1;
        });
  }

  /** Puts another hash of the same password in place of this one, unless that changed since. */
  void rehash(Account account, String passwordHash) throws DatabaseException {
    writer.transaction(
        () ->
            writer.update(
                "UPDATE accounts SET password = ? WHERE alias = ? AND password = ?",
                passwordHash,
                account.alias(),
                account.passwordHash()));
  }

  /**
   * Deletes an account and all that is known of its owner, and has the parks told. Nobody gets the
   * username: who finds it in a book or a list must not find another behind it.
   *
   * @return whether the session was still open
   */
  boolean delete(Session session) throws DatabaseException {
    return writer.transaction(
        () -> {
          Optional<Long> newest =
              writer.first(
                  """
                  SELECT last_issued_at FROM accounts WHERE alias = ?1 AND EXISTS
                    (SELECT 1 FROM sessions WHERE alias = ?1 AND issued_at = ?2)""",
                  row -> row.getLong(1),
                  session.alias(),
                  session.issuedAt());
          if (newest.isEmpty()) {
            return false;
          }
          revocations.note(session.alias(), newest.get());
          for (String sql : DELETIONS) {
            writer.update(sql, session.alias());
          }
          log.note(session.alias(), "deleted");
          return true;
        });
  }

  /** When an account was made, epoch milliseconds. */
  long registeredAt(String alias) throws DatabaseException {
    return one("SELECT registered_at FROM accounts WHERE alias = ?", row -> row.getLong(1), alias)
        .orElse(0L);
  }

  /** Where a guest has logged in from. */
  List<String> networks(String alias) throws DatabaseException {
    return new KnownHouseholds(writer, readers).of(alias);
  }

  private <T> Optional<T> one(String sql, Sql.Row<T> row, Object... values)
      throws DatabaseException {
    return readers.read(reader -> reader.first(sql, row, values));
  }

  @Override
  public void close() throws DatabaseException {
    try (writer) {
      readers.close();
    }
  }
}
