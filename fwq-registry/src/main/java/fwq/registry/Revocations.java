package fwq.registry;

import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.sql.SQLException;
import java.util.List;

/**
 * What the parks have not been told yet of sessions that are over: one row for each guest, in the
 * table of that name, since a newer ending includes the older ones. Safe for many threads.
 */
final class Revocations {
  /** Who has gone for good is to be told of, too, and nobody is to have that username. */
  static final String OF_GUESTS_WHO_HAVE_GONE_MIGRATION =
      """

      CREATE TABLE endings_of_all (
        alias TEXT PRIMARY KEY COLLATE NOCASE,
        issued_at INTEGER NOT NULL,                  -- this session and all before it are over
        parks INTEGER NOT NULL DEFAULT 0             -- so many have been told
      ) STRICT, WITHOUT ROWID;
      INSERT INTO endings_of_all SELECT alias, issued_at, parks FROM endings
      ;
      DROP TABLE endings
      ;
      ALTER TABLE endings_of_all RENAME TO endings
      ;
      CREATE INDEX endings_by_parks ON endings (parks, issued_at);
      CREATE TABLE gone (alias TEXT PRIMARY KEY COLLATE NOCASE) STRICT, WITHOUT ROWID;
      """;

  private final Sql writer;
  private final SqlReaders readers;

  /**
   * This session of a guest and all before it are over.
   *
   * @param alias as registered
   * @param issuedAt of the newest that is over, epoch milliseconds
   */
  record Revocation(String alias, long issuedAt) {}

  /** Over the connections of the {@link Accounts}. */
  Revocations(Sql writer, SqlReaders readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** To be called in the transaction that ends the sessions: both happen, or neither. */
  void note(String alias, long issuedAt) throws SQLException {
    writer.update(
        """
        INSERT INTO endings (alias, issued_at) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET issued_at = excluded.issued_at, parks = 0
        WHERE excluded.issued_at > issued_at""",
        alias,
        issuedAt);
  }

  /**
   * What is to be told, oldest first.
   *
   * @param max not more than this
   * @param oldestIssuedAt sessions issued before have expired by themselves: nobody need be told
   * @param parks how many parks there are by now: what only fewer were told is among it
   */
  List<Revocation> untold(int max, long oldestIssuedAt, int parks) throws DatabaseException {
    return readers.read(
        reader ->
            reader.all(
                """
                SELECT coalesce(accounts.alias, ended.alias), issued_at
                FROM endings AS ended LEFT JOIN accounts ON accounts.alias = ended.alias
                WHERE parks < ? AND issued_at >= ? ORDER BY issued_at LIMIT ?""",
                row -> new Revocation(row.getString(1), row.getLong(2)),
                parks,
                oldestIssuedAt,
                max));
  }

  /**
   * So many parks have been told; a newer ending of the same guest remains to be. It is kept until
   * the sessions have expired, since a park may be added meanwhile.
   */
  void told(List<Revocation> revocations, long oldestIssuedAt, int parks) throws DatabaseException {
    var _ =
        writer.transaction(
            () -> {
              for (Revocation revocation : revocations) {
                writer.update(
                    "UPDATE endings SET parks = ? WHERE alias = ? AND issued_at = ?",
                    parks,
                    revocation.alias(),
                    revocation.issuedAt());
              }
              return writer.update("DELETE FROM endings WHERE issued_at < ?", oldestIssuedAt);
            });
  }
}
