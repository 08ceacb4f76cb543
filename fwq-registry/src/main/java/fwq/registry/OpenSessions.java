package fwq.registry;

import fwq.common.signing.Session;
import fwq.common.talk.registry.OpenSession;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Logins that have not ended, in the table {@code sessions}. What ends here the parks are to be
 * told, which is noted in the same transaction. Safe for many threads.
 */
final class OpenSessions {
  /** Of one guest; one more ends the oldest. */
  static final int EACH_MAX = 100;

  static final String ADDRESS_MIGRATION =
      "ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT ''; -- '' where not noted";

  private final Sql writer;
  private final SqlReaders readers;
  private final Revocations revocations;
  private final SecurityLog log;

  /** Over the connections of the {@link Accounts}. */
  OpenSessions(Sql writer, SqlReaders readers, Revocations revocations, SecurityLog log) {
    this.writer = writer;
    this.readers = readers;
    this.revocations = revocations;
    this.log = log;
  }

  /**
   * Opens one, unless the password changed since the account was found.
   *
   * @param oldestIssuedAt sessions issued before have expired and are forgotten
   * @return when it was issued: now, or a little later so that it is later than any before
   */
  OptionalLong open(Account account, InetAddress from, long nowMillis, long oldestIssuedAt)
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
              EACH_MAX - 1);
          writer.update(
              "INSERT INTO sessions (alias, issued_at, address) VALUES (?, ?, ?)",
              account.alias(),
              issuedAt.get(),
              from.getHostAddress());
          log.note(account.alias(), "logged in");
          return OptionalLong.of(issuedAt.get());
        });
  }

  /**
   * The owner's sessions, newest first; nothing when this one is over.
   *
   * @param oldestIssuedAt sessions issued before have expired
   */
  Optional<List<OpenSession>> list(Session session, long oldestIssuedAt) throws DatabaseException {
    List<OpenSession> all =
        readers.read(
            reader ->
                reader.all(
                    """
                    SELECT issued_at, address FROM sessions WHERE alias = ? AND issued_at >= ?
                    ORDER BY issued_at DESC""",
                    row ->
                        new OpenSession(
                            row.getLong(1), row.getString(2), row.getLong(1) == session.issuedAt()),
                    session.alias(),
                    oldestIssuedAt));
    return all.stream().anyMatch(OpenSession::yours) ? Optional.of(all) : Optional.empty();
  }

  /** Ends one and all of its owner's before it, and says whether it was still open. */
  boolean end(Session session) throws DatabaseException {
    return writer.transaction(
        () -> {
          boolean open = isOpen(session, session.issuedAt());
          if (open) {
            delete(session.alias(), session.issuedAt(), -1);
            log.note(session.alias(), "logged out");
          }
          return open;
        });
  }

  /**
   * Ends another one and those before it, but for the one that asks, which lets its owner into a
   * park only after another login where it is older: a park knows of each guest the newest that is
   * over.
   *
   * @return whether the one that asks was still open
   */
  boolean endOther(Session asking, long issuedAt) throws DatabaseException {
    return writer.transaction(
        () -> {
          boolean open = isOpen(asking, asking.issuedAt());
          if (open && issuedAt != asking.issuedAt() && isOpen(asking, issuedAt)) {
            delete(asking.alias(), issuedAt, asking.issuedAt());
            log.note(asking.alias(), "ended a login");
          }
          return open;
        });
  }

  private void delete(String alias, long newest, long but) throws SQLException {
    writer.update(
        "DELETE FROM sessions WHERE alias = ? AND issued_at <= ? AND issued_at <> ?",
        alias,
        newest,
        but);
    revocations.note(alias, newest);
  }

  private boolean isOpen(Session session, long issuedAt) throws SQLException {
    return writer
        .first(
            "SELECT 1 FROM sessions WHERE alias = ? AND issued_at = ?",
            row -> row.getInt(1),
            session.alias(),
            issuedAt)
        .isPresent();
  }

  /**
   * Ends all others. To be called in the transaction that changes the password. Where a newer one
   * has been opened, this one ends at the engines with it.
   */
  void endOthers(Session session) throws SQLException {
    writer.update(
        "DELETE FROM sessions WHERE alias = ? AND issued_at <> ?",
        session.alias(),
        session.issuedAt());
    long newest =
        writer
            .first(
                "SELECT last_issued_at FROM accounts WHERE alias = ?",
                row -> row.getLong(1),
                session.alias())
            .orElseThrow();
    revocations.note(
        session.alias(), newest > session.issuedAt() ? newest : session.issuedAt() - 1);
  }
}
