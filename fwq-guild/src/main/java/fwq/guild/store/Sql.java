package fwq.guild.store;

import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One connection to a SQLite file, whose failures are sentences. For one thread at a time. */
public final class Sql implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  public Sql(Path file, List<String> migrations) throws DatabaseException {
    this.file = file;
    this.connection = Database.open(file, migrations);
  }

  public <T> List<T> rows(String sql, Row<T> row, Object... arguments) throws DatabaseException {
    List<T> values = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, arguments);
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        values.add(row.read(result));
      }
    } catch (IllegalArgumentException e) {
      throw Database.explain(
          file, new SQLException("it holds what cannot be: " + e.getMessage(), e));
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
    return values;
  }

  public int update(String sql, Object... values) throws DatabaseException {
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

  public void transaction(Changes changes) throws DatabaseException {
    try {
      connection.setAutoCommit(false);
      try {
        changes.make();
        connection.commit();
      } finally {
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

  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  public interface Changes {
    void make() throws DatabaseException;
  }
}
