package fwq.kit.sqlite;

import java.nio.file.Path;

/** A database file cannot be used; the text names it and says what to do. */
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  DatabaseException(Path file, String what, Throwable cause) {
    super("the database " + file + " " + what, cause);
  }
}
