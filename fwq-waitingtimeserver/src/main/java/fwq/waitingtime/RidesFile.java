package fwq.waitingtime;

import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One connection to {@code rides.db}, whose failures are sentences. For one thread at a time. */
final class RidesFile implements AutoCloseable {
  private static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE ride (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            cycle_minutes INTEGER NOT NULL,
            capacity INTEGER NOT NULL,
            queue INTEGER,
            read_at INTEGER,
            status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOWN', 'CLOSED'))
          ) STRICT;
          CREATE TABLE feed_offset (
            partition INTEGER PRIMARY KEY,
            next_offset INTEGER NOT NULL
          ) STRICT;
          """,
          // What was there before is park 0. SQLite cannot give a table another key, so it is made
          // anew.
          """
          CREATE TABLE ride_of_park (
            park INTEGER NOT NULL,
            id INTEGER NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            cycle_minutes INTEGER NOT NULL,
            capacity INTEGER NOT NULL,
            queue INTEGER,
            read_at INTEGER,
            status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOWN', 'CLOSED')),
            PRIMARY KEY (park, id)
          ) STRICT;
          INSERT INTO ride_of_park
            SELECT 0, id, key, name, position, cycle_minutes, capacity, queue, read_at, status
            FROM ride;
          DROP TABLE ride;
          ALTER TABLE ride_of_park RENAME TO ride;
          """);

  private final Path file;
  private final Connection connection;

  /** Opens the file, or makes it without any ride. */
  RidesFile(Path file) throws DatabaseException {
    this.file = file;
    this.connection = Database.open(file, MIGRATIONS);
  }

  /**
   * What a query gives, row by row.
   *
   * @param arguments for the query's question marks
   */
  <T> List<T> rows(String sql, Row<T> row, Object... arguments) throws DatabaseException {
    List<T> values = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, arguments);
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        values.add(row.read(result));
      }
    } catch (IllegalArgumentException e) {
      throw Database.explain(
          file, new SQLException("it holds a ride that cannot be: " + e.getMessage(), e));
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
    return values;
  }

  /** Changes rows, and says how many: at once, or as part of a transaction that is under way. */
  int update(String sql, Object... values) throws DatabaseException {
    try (PreparedStatement update = prepared(sql, values)) {
      return update.executeUpdate();
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Makes all of these changes or none. */
  void transaction(Changes changes) throws DatabaseException {
    try {
      connection.setAutoCommit(false);
      try {
        changes.make();
        connection.commit();
      } finally {
        // Nothing is left to undo after a commit.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  @Override
  public void close() throws DatabaseException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none that this program could have written
     */
    T read(ResultSet row) throws SQLException;
  }

  /** Several updates. */
  @FunctionalInterface
  interface Changes {
    /** Makes them. */
    void make() throws DatabaseException;
  }
}
