package fwq.registry;

import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection that one thread at a time uses, with its prepared statements kept. All values are
 * bound; no text that came from outside becomes SQL.
 */
final class LockedConnection implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /** Some statements that belong together. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  LockedConnection(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Runs all of it, or none: a failure leaves neither changes nor a lock behind. */
  <T> T transaction(Work<T> work) throws DatabaseException {
    return alone(
        () -> {
          // In SQL: JDBC's auto-commit switch gets stuck when SQLite has rolled back by itself.
          execute("BEGIN IMMEDIATE");
          try {
            T result = work.run();
            execute("COMMIT");
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
          }
        });
  }

  /** Runs it with nobody else on this connection. */
  <T> T alone(Work<T> work) throws DatabaseException {
    lock.lock();
    try {
      return work.run();
    } catch (SQLException e) {
      // The driver leaves some statements unusable after a failure.
      forgetStatements(e);
      throw Database.explain(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** The first row, if any. Inside {@link #alone} or {@link #transaction}. */
  <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /** All rows. Inside {@link #alone} or {@link #transaction}. */
  <T> List<T> all(String sql, Row<T> row, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(row.read(rows));
      }
    }
    return found;
  }

  /** The number of rows changed. Inside {@link #alone} or {@link #transaction}. */
  int update(String sql, Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void rollBack(Exception because) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // With a full disk SQLite has done so already.
      because.addSuppressed(e);
    }
  }

  private void forgetStatements(SQLException because) {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
    statements.clear();
  }

  /** Waits for who is using it. */
  @Override
  public void close() throws DatabaseException {
    alone(
        () -> {
          connection.close();
          return null;
        });
  }
}
