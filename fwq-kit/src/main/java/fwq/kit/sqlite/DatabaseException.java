package fwq.kit.sqlite;

import java.nio.file.Path;

/** A database file cannot be used; the text names it and says what to do. */
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean busy;

  DatabaseException(Path file, String what, Throwable cause) {
    super("the database " + file + " " + what, cause);
    this.busy = Database.isBusy(cause);
  }

  /** Whether another program holds it just now, so that it may work later. */
  public boolean isBusy() {
    return busy;
  }
}
