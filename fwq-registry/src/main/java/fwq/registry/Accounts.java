package fwq.registry;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.kit.sqlite.Checkpoints;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The guests' accounts and their open sessions, in SQLite. One connection writes and one reads,
 * each behind its own lock, so that a read never waits for a write to reach the disk. Usernames are
 * the same whatever their case. Safe for many threads.
 */
public final class Accounts implements AutoCloseable {
  /** Open sessions of one guest; one more ends the oldest. */
  static final int SESSIONS_MAX = 100;

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
          KnownHouseholds.MIGRATION);

  private final Sql writer;
  private final SqlReaders readers;
  private final Revocations revocations;
  private final Operators operators;

  Accounts(Sql writer, SqlReaders readers) {
    this.writer = writer;
    this.readers = readers;
    this.revocations = new Revocations(writer, readers);
    this.operators = new Operators(writer, readers, revocations);
  }

  /** Opens the accounts in this file, or starts with none. */
  public static Accounts open(Path file) throws DatabaseException {
    SqlReaders.Opener opener = () -> new Sql(file, Database.open(file, MIGRATIONS));
    Sql writer = opener.open();
    try {
      return new Accounts(writer, SqlReaders.open(opener));
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
        () ->
            writer.update(
                    """
                    INSERT INTO accounts (alias, name, email, password, shown_as, registered_at)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                    alias,
                    name,
                    email,
                    passwordHash,
                    shownAs.orElse(null),
                    nowMillis)
                == 1);
  }

  /** Whether there is no account at all. */
  boolean isEmpty() throws DatabaseException {
    return one("SELECT 1 FROM accounts LIMIT 1", row -> row.getInt(1)).isEmpty();
  }

  /** The account with this username in any case. */
  Optional<Account> find(String alias) throws DatabaseException {
    return one(
        """
        SELECT alias, password, coalesce(shown_as, alias), operators.operator IS NOT NULL
        FROM accounts LEFT JOIN operators ON operator = alias WHERE alias = ?""",
        row ->
            new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4) ? Role.OPERATOR : Role.GUEST),
        alias);
  }

  /** The profile of a session's owner, while that session is open. */
  Optional<ProfileOf> profile(Session session) throws DatabaseException {
    return one(
        """
        SELECT alias, name, email, coalesce(shown_as, alias) FROM accounts JOIN sessions USING (alias)
        WHERE alias = ? AND issued_at = ?""",
        row ->
            new ProfileOf(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        session.alias(),
        session.issuedAt());
  }

  /**
   * Opens a session, unless the password changed since the account was found.
   *
   * @param oldestIssuedAt sessions issued before have expired and are forgotten
   * @return when it was issued: now, or a little later so that it is later than any before
   */
  OptionalLong openSession(Account account, long nowMillis, long oldestIssuedAt)
      throws DatabaseException {
    return writer.transaction(
        () -> {
          Optional<Long> issuedAt =
              writer.first(
                  """
                  UPDATE accounts SET last_issued_at = max(last_issued_at + 1, ?)
                  WHERE alias = ? AND password = ? RETURNING last_issued_at""",
                  row -> row.getLong(1),
                  nowMillis,
                  account.alias(),
                  account.passwordHash());
          if (issuedAt.isEmpty()) {
            return OptionalLong.empty();
          }
          writer.update(
              """
              DELETE FROM sessions WHERE alias = ?1 AND (issued_at < ?2 OR issued_at <=
                (SELECT issued_at FROM sessions WHERE alias = ?1
                 ORDER BY issued_at DESC LIMIT 1 OFFSET ?3))""",
              account.alias(),
              oldestIssuedAt,
              SESSIONS_MAX - 1);
          writer.update(
              "INSERT INTO sessions (alias, issued_at) VALUES (?, ?)",
              account.alias(),
              issuedAt.get());
          return OptionalLong.of(issuedAt.get());
        });
  }

  /**
   * Changes what is present. A new password ends the owner's other sessions, whoever opened them.
   *
   * @return whether the session was still open
   */
  boolean change(
      Session session,
      Optional<String> name,
      Optional<String> email,
      Optional<String> passwordHash,
      Optional<String> shownAs)
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
                  email.orElse(null),
                  passwordHash.orElse(null),
                  shownAs.orElse(null));
          if (changed == 1 && passwordHash.isPresent()) {
            writer.update(
                "DELETE FROM sessions WHERE alias = ? AND issued_at <> ?",
                session.alias(),
                session.issuedAt());
            revocations.note(session.alias(), newestOther(session));
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

  /** Ends a session and all of its owner's before it, and says whether it was still open. */
  boolean endSession(Session session) throws DatabaseException {
    return writer.transaction(
        () -> {
          boolean open =
              writer.update(
                      "DELETE FROM sessions WHERE alias = ? AND issued_at = ?",
                      session.alias(),
                      session.issuedAt())
                  == 1;
          if (open) {
            writer.update(
                "DELETE FROM sessions WHERE alias = ? AND issued_at < ?",
                session.alias(),
                session.issuedAt());
            revocations.note(session.alias(), session.issuedAt());
          }
          return open;
        });
  }

  /**
   * The end of a guest's other sessions in one number: where a newer one has been opened, this one
   * must end at the engines with it, and lets its owner into a park only after another login.
   */
  private long newestOther(Session session) throws SQLException {
    long newest =
        writer
            .first(
                "SELECT last_issued_at FROM accounts WHERE alias = ?",
                row -> row.getLong(1),
                session.alias())
            .orElseThrow();
    return newest > session.issuedAt() ? newest : session.issuedAt() - 1;
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
