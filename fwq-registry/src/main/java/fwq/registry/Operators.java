package fwq.registry;

import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The accounts that may run the park, as the registry's owner named them. */
final class Operators {
  static final String MIGRATION =
      """
      CREATE TABLE operators (
        operator TEXT PRIMARY KEY COLLATE NOCASE REFERENCES accounts (alias) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      """;

  private final Sql writer;
  private final SqlReaders readers;
  private final Revocations revocations;
  private final SecurityLog log;

  Operators(Sql writer, SqlReaders readers, Revocations revocations, SecurityLog log) {
    this.writer = writer;
    this.readers = readers;
    this.revocations = revocations;
    this.log = log;
  }

  /** Those of these aliases that have no account: nobody becomes an operator by registering. */
  List<String> withoutAccount(List<String> aliases) throws DatabaseException {
    List<String> missing = new ArrayList<>();
    for (String alias : aliases) {
      if (readers
          .read(
              reader ->
                  reader.first(
                      "SELECT 1 FROM accounts WHERE alias = ?", row -> row.getInt(1), alias))
          .isEmpty()) {
        missing.add(alias);
      }
    }
    return missing;
  }

  /**
   * Makes these the operators, and no others. Whose role begins or ends has to log in anew: a login
   * keeps the role that it began with.
   */
  void set(List<String> aliases) throws DatabaseException {
    Set<String> wanted = new TreeSet<>(aliases.stream().map(Operators::folded).toList());
    writer.change(
        () -> {
          Set<String> before = new TreeSet<>();
          writer.all("SELECT operator FROM operators", row -> before.add(folded(row.getString(1))));
          for (String alias : before) {
            if (!wanted.contains(alias)) {
              writer.update("DELETE FROM operators WHERE operator = ?", alias);
              endSessions(alias);
              log.note(alias, "no operator");
            }
          }
          for (String alias : wanted) {
            if (writer.update("INSERT OR IGNORE INTO operators (operator) VALUES (?)", alias)
                == 1) {
              log.note(alias, "operator");
            }
          }
        });
  }

  private void endSessions(String alias) throws SQLException {
    writer.update("DELETE FROM sessions WHERE alias = ?", alias);
    Optional<Long> newest =
        writer.first(
            "SELECT last_issued_at FROM accounts WHERE alias = ?", row -> row.getLong(1), alias);
    if (newest.isPresent()) {
      revocations.note(alias, newest.get());
    }
  }

  private static String folded(String alias) {
    return alias.toLowerCase(Locale.ROOT);
  }
}
