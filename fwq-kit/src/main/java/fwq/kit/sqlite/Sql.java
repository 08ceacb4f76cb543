package fwq.kit.sqlite;

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
 * A connection that one thread at a time uses, with its prepared statements cached. All values are
 * bound; no text that came from outside becomes SQL. Whatever fails is a {@link DatabaseException}
 * with a sentence that names the file.
 */
public final class Sql implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /** Some statements that belong together. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs them. */
    T run() throws SQLException;
  }

  /** The same, without a result. */
  @FunctionalInterface
  public interface Changes {
    /** Runs them. */
    void run() throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none that this program could have written
     */
    T read(ResultSet row) throws SQLException;
  }

  /** Takes over a connection to this file. */
  public Sql(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens or creates a database, as {@link Database#open} does. */
  public static Sql open(Path file, List<String> migrations) throws DatabaseException {
    return new Sql(file, Database.open(file, migrations));
  }

  /** Opens another program's database, as {@link Database#existing} does. */
  public static Sql existing(Path file) throws DatabaseException {
    return new Sql(file, Database.existing(file));
  }

  /** Runs all of it, or none: a failure leaves neither changes nor a lock behind. */
  public <T> T transaction(Work<T> work) throws DatabaseException {
    return alone(() -> transacted(work));
  }

  private <T> T transacted(Work<T> work) throws SQLException {
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
  }

  /**
   * The same, but a power cut right after may leave nothing of it. For what its caller would do
   * again by itself, from what was committed before.
   */
  public <T> T transactionWithoutSync(Work<T> work) throws DatabaseException {
    return alone(
        () -> {
          execute("PRAGMA synchronous = NORMAL");
          try {
            return transacted(work);
          } finally {
            execute("PRAGMA synchronous = FULL");
          }
        });
  }

  /** The same, without a result. */
  public void change(Changes changes) throws DatabaseException {
    transaction(
        () -> {
          changes.run();
          return null;
        });
  }

  /** Runs it with nobody else on this connection. */
  public <T> T alone(Work<T> work) throws DatabaseException {
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
  public <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(read(row, rows)) : Optional.empty();
    }
  }

  /** All rows. Inside {@link #alone} or {@link #transaction}. */
  public <T> List<T> all(String sql, Row<T> row, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(read(row, rows));
      }
    }
    return found;
  }

  /** All rows, by themselves. */
  public <T> List<T> query(String sql, Row<T> row, Object... values) throws DatabaseException {
    return alone(() -> all(sql, row, values));
  }

  /** The number of rows changed. Inside {@link #alone} or {@link #transaction}. */
  public int update(String sql, Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  private static <T> T read(Row<T> row, ResultSet rows) throws SQLException {
    try {
      return row.read(rows);
    } catch (IllegalArgumentException e) {
      throw new SQLException("it holds a row that cannot be: " + e.getMessage(), e);
    }
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
