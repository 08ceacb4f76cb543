package fwq.kit.sqlite;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * Opens SQLite files: write-ahead log, full synchronisation (what is committed survives a power
 * cut), foreign keys, migrations counted by {@code PRAGMA user_version}, and for their owner's eyes
 * only.
 */
public final class Database {
  private static final int BUSY_MILLIS = 5_000;

  /** How a database file begins. */
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final String NOT_WRITABLE =
      "cannot be opened for writing: check its permissions, or give another with --data DIR";

  static {
    NativeLibrary.use();
  }

  private Database() {}

  /**
   * Opens or creates a database and brings it up to date.
   *
   * @param file where; its folder is made if missing
   * @param migrations the n-th brings version n to n + 1; each is one transaction
   * @return a connection in auto-commit mode, the caller's to close
   * @throws DatabaseException when the file cannot be used, is damaged, or comes from a newer
   *     program
   */
  public static Connection open(Path file, List<String> migrations) throws DatabaseException {
    return open(file, Optional.of(migrations));
  }

  /** Opens another program's database, whatever its version. */
  public static Connection existing(Path file) throws DatabaseException {
    return open(file, Optional.empty());
  }

  private static Connection open(Path file, Optional<List<String>> migrations)
      throws DatabaseException {
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new DatabaseException(
          file, "cannot be made: its folder cannot be created; give another with --data DIR", e);
    }
    closeToOthers(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file);
      if (migrations.isPresent()) {
        migrate(connection, file, migrations.get());
      }
      return connection;
    } catch (SQLException e) {
      DatabaseException why = explain(file, e);
      close(connection, why);
      throw why;
    } catch (DatabaseException e) {
      close(connection, e);
      throw e;
    }
  }

  /** Whether a file is a database, or will be one as soon as what is beside it is in it. */
  public static boolean isOne(Path file) throws IOException {
    if (Files.exists(beside(file, "-wal"))) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** The files that SQLite keeps beside a database; they mean nothing without it. */
  public static List<Path> besides(Path file) {
    return Stream.of("-wal", "-shm", "-journal").map(it -> beside(file, it)).toList();
  }

  /**
   * Copies a database as it is at one moment, while others go on reading and writing it.
   *
   * @param to where nothing is yet; for its owner's eyes only
   * @throws DatabaseException when one of the two cannot be used, or what is copied is damaged
   */
  public static void copy(Path from, Path to) throws DatabaseException {
    closeToOthers(to);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + from);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, to.toString());
      copy.executeUpdate();
    } catch (SQLException e) {
      throw explain(from, e);
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** SQLite gives the files that it makes beside a database the mode which that has. */
  private static void closeToOthers(Path file) throws DatabaseException {
    try {
      try {
        Files.createFile(file, OwnerOnly.FILE);
      } catch (FileAlreadyExistsException e) {
        OwnerOnly.tighten(file);
        for (Path part : besides(file)) {
          OwnerOnly.tighten(part);
        }
      }
    } catch (IOException e) {
      throw new DatabaseException(file, NOT_WRITABLE, e);
    }
  }

  /** A sentence for people about what SQLite said. */
  public static DatabaseException explain(Path file, SQLException e) {
    int code = e.getErrorCode() & 0xff;
    String what;
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      what = "is damaged or not a database: restore it from a copy, or move it away to start anew";
    } else if (isBusy(e)) {
      what = "is in use by another program: stop that one first";
    } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      what = "cannot grow: the disk is full; make room and start again";
    } else if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      what = NOT_WRITABLE;
    } else {
      what = "cannot be used: " + e.getMessage();
    }
    return new DatabaseException(file, what, e);
  }

  static boolean isBusy(Throwable cause) {
    int code = cause instanceof SQLException e ? e.getErrorCode() & 0xff : 0;
    return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
  }

  private static void migrate(Connection connection, Path file, List<String> migrations)
      throws SQLException, DatabaseException {
    if (version(connection) > migrations.size()) {
      throw new DatabaseException(
          file, "was written by a newer version of FWQ: use that one, or another file", null);
    }
    while (version(connection) < migrations.size()) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("BEGIN IMMEDIATE");
        try {
          // Asked again under the lock: another program may have done this step meanwhile.
          int version = version(connection);
          if (version < migrations.size()) {
            statement.executeUpdate(migrations.get(version));
            statement.executeUpdate("PRAGMA user_version = " + (version + 1));
          }
          statement.executeUpdate("COMMIT");
        } catch (SQLException e) {
          rollback(statement, e);
          throw e;
        }
      }
    }
  }

  private static void rollback(Statement statement, SQLException because) {
    try {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as after a full disk.
      because.addSuppressed(e);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }

  private static void close(Connection connection, Exception because) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
  }
}
