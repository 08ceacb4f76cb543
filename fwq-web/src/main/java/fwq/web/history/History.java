package fwq.web.history;

import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What this web process saw, in SQLite: a row a ride and minute, one a park and minute; days whose
 * minutes had to make room keep one row a ride. Minutes that nobody saw are absent. For any number
 * of threads.
 */
public final class History implements AutoCloseable {
  /** The file in {@code --data}. */
  public static final String FILE = "history.db";

  private static final List<String> STATUSES = List.of("OPERATING", "DOWN", "CLOSED");

  private static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE rides (
            park INTEGER NOT NULL,
            ride INTEGER NOT NULL,
            minute INTEGER NOT NULL,  -- since 1970
            status INTEGER NOT NULL,  -- 0 operating, 1 down, 2 closed
            wait INTEGER,             -- minutes; NULL when nobody knew
            PRIMARY KEY (park, ride, minute)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE parks (
            park INTEGER NOT NULL,
            minute INTEGER NOT NULL,
            inside INTEGER NOT NULL,
            capacity INTEGER NOT NULL,
            PRIMARY KEY (park, minute)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE days (
            park INTEGER NOT NULL,
            ride INTEGER NOT NULL,
            day INTEGER NOT NULL,     -- since 1970, by the park's zone
            first_operating INTEGER,
            last_closed INTEGER,
            operating INTEGER NOT NULL,
            down INTEGER NOT NULL,
            changes INTEGER NOT NULL,
            min INTEGER, p50 INTEGER, mean INTEGER, p90 INTEGER, max INTEGER,
            PRIMARY KEY (park, ride, day)
          ) STRICT, WITHOUT ROWID;
          """);

  private final Sql sql;

  private History(Sql sql) {
    this.sql = sql;
  }

  /** Opens or creates it. */
  public static History open(Path file) throws DatabaseException {
    return new History(Sql.open(file, MIGRATIONS));
  }

  /** A ride's state in a minute, to be saved. */
  public record RideMinute(int ride, Minute minute) {}

  /** Saves one minute of a park, if it was not saved before. */
  public void save(int park, long minute, int inside, int capacity, List<RideMinute> rides)
      throws DatabaseException {
    sql.change(
        () -> {
          sql.update(
              "INSERT OR IGNORE INTO parks VALUES (?, ?, ?, ?)", park, minute, inside, capacity);
          add(park, rides);
        });
  }

  /** Adds minutes that somebody else saw; where there is one already, that stands. */
  public void fill(int park, List<RideMinute> rides) throws DatabaseException {
    sql.change(() -> add(park, rides));
  }

  private void add(int park, List<RideMinute> rides) throws SQLException {
    for (RideMinute it : rides) {
      OptionalInt wait = it.minute().waitMinutes();
      sql.update(
          "INSERT OR IGNORE INTO rides VALUES (?, ?, ?, ?, ?)",
          park,
          it.ride(),
          it.minute().minute(),
          STATUSES.indexOf(it.minute().status()),
          wait.isPresent() ? wait.getAsInt() : null);
    }
  }

  /**
   * A ride's minutes that were seen, rising.
   *
   * @param from minutes since 1970
   * @param to the first that is too late
   */
  public List<Minute> minutes(int park, int ride, long from, long to) throws DatabaseException {
    return sql.query(
        "SELECT minute, status, wait FROM rides"
            + " WHERE park = ? AND ride = ? AND minute >= ? AND minute < ? ORDER BY minute",
        History::minute,
        park,
        ride,
        from,
        to);
  }

  /** How many were in a park in a minute. */
  public record Inside(long minute, int inside, int capacity) {}

  /** A park's minutes that were seen, rising; from and to as for rides. */
  public List<Inside> inside(int park, long from, long to) throws DatabaseException {
    return sql.query(
        "SELECT minute, inside, capacity FROM parks"
            + " WHERE park = ? AND minute >= ? AND minute < ? ORDER BY minute",
        row -> new Inside(row.getLong(1), row.getInt(2), row.getInt(3)),
        park,
        from,
        to);
  }

  /** The last minute before that one, if any was seen. */
  public Optional<Minute> before(int park, int ride, long minute) throws DatabaseException {
    return sql
        .query(
            "SELECT minute, status, wait FROM rides"
                + " WHERE park = ? AND ride = ? AND minute < ? ORDER BY minute DESC LIMIT 1",
            History::minute,
            park,
            ride,
            minute)
        .stream()
        .findFirst();
  }

  /** First and last minute of a ride that were seen. */
  public Optional<Span> span(int park, int ride) throws DatabaseException {
    return sql
        .query(
            "SELECT min(minute), max(minute) FROM rides WHERE park = ? AND ride = ?"
                + " HAVING count(*) > 0",
            row -> new Span(row.getLong(1), row.getLong(2)),
            park,
            ride)
        .stream()
        .findFirst();
  }

  /** Both ends inclusive, minutes since 1970. */
  public record Span(long first, long last) {}

  /** The days of a ride whose minutes had to make room, rising. */
  public List<Day> days(int park, int ride, LocalDate from, LocalDate to) throws DatabaseException {
    return sql.query(
        "SELECT * FROM days WHERE park = ? AND ride = ? AND day >= ? AND day <= ? ORDER BY day",
        History::day,
        park,
        ride,
        from.toEpochDay(),
        to.toEpochDay());
  }

  /** Bytes in use. */
  public long bytes() throws DatabaseException {
    return sql.query(
            "SELECT (page_count - freelist_count) * page_size"
                + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
            row -> row.getLong(1))
        .getFirst();
  }

  /** The first minute of all that are kept. */
  public OptionalLong firstMinute() throws DatabaseException {
    return sql
        .query("SELECT min(minute) FROM rides HAVING count(*) > 0", row -> row.getLong(1))
        .stream()
        .mapToLong(it -> it)
        .findFirst();
  }

  /** The rides of which there are minutes before that one: park and ride. */
  public List<Key> rides(long before) throws DatabaseException {
    return sql.query(
        "SELECT DISTINCT park, ride FROM rides WHERE minute < ?",
        row -> new Key(row.getInt(1), row.getInt(2)),
        before);
  }

  /** A ride of a park. */
  public record Key(int park, int ride) {}

  /** A ride's day, to be saved. */
  public record KeptDay(Key key, Day day) {}

  /** Keeps these days in place of all minutes before that one. */
  public void reduce(long before, List<KeptDay> days) throws DatabaseException {
    sql.change(
        () -> {
          for (KeptDay it : days) {
            keep(it.key(), it.day());
          }
          sql.update("DELETE FROM rides WHERE minute < ?", before);
          sql.update("DELETE FROM parks WHERE minute < ?", before);
        });
  }

  private void keep(Key key, Day day) throws SQLException {
    Optional<Day.Waits> waits = day.waits();
    sql.update(
        "INSERT OR REPLACE INTO days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.park(),
        key.ride(),
        day.date().toEpochDay(),
        orNull(day.firstOperating()),
        orNull(day.lastClosed()),
        day.operatingMinutes(),
        day.downMinutes(),
        day.changes(),
        waits.map(Day.Waits::min).orElse(null),
        waits.map(Day.Waits::p50).orElse(null),
        waits.map(Day.Waits::mean).orElse(null),
        waits.map(Day.Waits::p90).orElse(null),
        waits.map(Day.Waits::max).orElse(null));
  }

  private static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static Minute minute(ResultSet row) throws SQLException {
    // To be asked right after the column that it is about.
    int wait = row.getInt(3);
    boolean unknown = row.wasNull();
    return new Minute(
        row.getLong(1),
        STATUSES.get(row.getInt(2)),
        unknown ? OptionalInt.empty() : OptionalInt.of(wait));
  }

  private static Day day(ResultSet row) throws SQLException {
    Optional<Day.Waits> waits =
        row.getObject("min") == null
            ? Optional.empty()
            : Optional.of(
                new Day.Waits(
                    row.getInt("min"),
                    row.getInt("p50"),
                    row.getInt("mean"),
                    row.getInt("p90"),
                    row.getInt("max")));
    return new Day(
        LocalDate.ofEpochDay(row.getLong("day")),
        optional(row, "first_operating"),
        optional(row, "last_closed"),
        row.getInt("operating"),
        row.getInt("down"),
        row.getInt("changes"),
        waits);
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  @Override
  public void close() throws DatabaseException {
    sql.close();
  }
}
