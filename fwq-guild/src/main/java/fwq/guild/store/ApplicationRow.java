package fwq.guild.store;

import fwq.common.park.Plate;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import fwq.guild.rules.Application;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Applications as rows. One without a time has yet to be written to the log. */
final class ApplicationRow {
  private ApplicationRow() {}

  /** Those of a park that the log has, in its order. */
  static List<Application> all(Sql sql, int park) throws DatabaseException {
    return sql.query(
        "SELECT * FROM application WHERE park = ? AND state IS NOT NULL"
            + " ORDER BY written_at, premium DESC, rowid",
        ApplicationRow::read,
        park);
  }

  /**
   * What the log says of an application; where the row is gone, as after an older copy was
   * restored, it comes back without what only the row had.
   */
  static void store(Sql sql, Application it) throws SQLException {
    MemberWord.Join join = it.join();
    sql.update(
        "INSERT INTO application (mark, park, plate, person, premium, restock, name, surname,"
            + " written_at, state, why, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (mark) DO UPDATE SET written_at = excluded.written_at,"
            + " state = excluded.state, why = excluded.why, decided_at = excluded.decided_at",
        join.mark(),
        join.park(),
        join.plate().text(),
        join.person(),
        join.premium() ? 1 : 0,
        join.restock(),
        join.name(),
        join.surname(),
        it.writtenAt(),
        it.state().name(),
        it.why().map(Rejection::name).orElse(null),
        it.decidedAt());
  }

  /** Who was rejected or has resigned is forgotten, as the rules do: once a day is enough. */
  static void forget(Sql sql, int park, long time) throws SQLException {
    sql.update(
        "DELETE FROM application WHERE park = ? AND state IN ('REJECTED', 'RESIGNED')"
            + " AND decided_at < ?",
        park,
        time - Application.REMEMBERED_MILLIS);
  }

  static MemberWord.Join join(ResultSet row) throws SQLException {
    return new MemberWord.Join(
        row.getString("mark"),
        row.getString("person"),
        row.getString("name"),
        row.getString("surname"),
        new Plate(row.getString("plate")),
        row.getInt("premium") == 1,
        row.getInt("park"),
        row.getInt("restock"));
  }

  static Application read(ResultSet row) throws SQLException {
    return new Application(
        join(row),
        row.getLong("written_at"),
        Membership.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("why")).map(Rejection::valueOf),
        row.getLong("decided_at"));
  }
}
