package fwq.guild.store;

import fwq.common.talk.guild.DayReport;
import fwq.guild.rules.DayBook;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The days that are over, and whether their file is written. */
public final class DayTable {
  /** Days of which the sums are kept; their files stay. */
  static final int KEPT_DAYS = 400;

  private final Sql sql;
  private final int park;

  public DayTable(Sql sql, int park) {
    this.sql = sql;
    this.park = park;
  }

  /** A day is over, as part of a transaction that is under way. */
  public void close(LocalDate date) throws SQLException {
    sql.update(
        "INSERT OR IGNORE INTO day (park, date, is_filed) VALUES (?, ?, 0)", park, text(date));
    String oldest = text(date.minusDays(KEPT_DAYS));
    sql.update("DELETE FROM tally WHERE park = ? AND date < ?", park, oldest);
    sql.update("DELETE FROM day WHERE park = ? AND date < ?", park, oldest);
  }

  /** Days whose file has yet to be written, the oldest first. */
  public List<LocalDate> unfiled() throws DatabaseException {
    return sql.query(
        "SELECT date FROM day WHERE park = ? AND is_filed = 0 ORDER BY date",
        row -> LocalDate.parse(row.getString(1)),
        park);
  }

  /** A day's file is written. */
  public void filed(LocalDate date) throws DatabaseException {
    sql.change(
        () ->
            sql.update(
                "UPDATE day SET is_filed = 1 WHERE park = ? AND date = ?", park, text(date)));
  }

  /** A day's figures; of one that nobody sold anything on, or that is not known, there are none. */
  public static DayReport report(Sql sql, int park, LocalDate date) throws DatabaseException {
    boolean isClosed =
        !sql.query(
                "SELECT 1 FROM day WHERE park = ? AND date = ?",
                row -> row.getInt(1),
                park,
                text(date))
            .isEmpty();
    return new DayBook(park, date, ParkTable.tallies(sql, park, date)).report(isClosed);
  }

  private static String text(LocalDate date) {
    return date.toString();
  }
}
