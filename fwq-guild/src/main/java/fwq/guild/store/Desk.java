package fwq.guild.store;

import fwq.common.park.Plate;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.GuildNews;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What those who ask over TCP need of {@code guild.db}, on a connection of its own. For any thread.
 */
public final class Desk implements AutoCloseable {
  /** Applications of a park that may wait at once. */
  public static final int WAITING_MAX = 1_000;

  private final Sql sql;

  /** Takes the connection over. */
  public Desk(Sql sql) {
    this.sql = sql;
  }

  /**
   * How an application stands.
   *
   * @param state {@link Membership#WAITING} also before the log has it
   */
  public record Known(int park, Membership state, Optional<Rejection> why) {}

  /** Keeps an application: before anybody is told of it, and before it is written to the log. */
  public void insert(MemberWord.Join join, Secret nationalId, Secret email)
      throws DatabaseException {
    sql.change(
        () ->
            sql.update(
                "INSERT INTO application (mark, park, plate, person, premium, restock, name, surname,"
                    + " national_id, email) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                join.mark(),
                join.park(),
                join.plate().text(),
                join.person(),
                join.premium() ? 1 : 0,
                join.restock(),
                join.name(),
                join.surname(),
                nationalId.reveal(),
                email.reveal()));
  }

  /** How many of a park's applications wait. */
  public int waiting(int park) throws DatabaseException {
    return sql.query(
            "SELECT count(*) FROM application WHERE park = ?"
                + " AND (state IS NULL OR state = 'WAITING')",
            row -> row.getInt(1),
            park)
        .getFirst();
  }

  /** Whether another park has this plate or person, or has sent one of them away. */
  public boolean isElsewhere(int park, Plate plate, String person) throws DatabaseException {
    return !sql.query(
            "SELECT 1 FROM application WHERE park <> ? AND (plate = ? OR person = ?)"
                + " AND (state IS NULL OR state IN ('WAITING', 'ACCEPTED', 'EXPELLED')) LIMIT 1",
            row -> row.getInt(1),
            park,
            plate.text(),
            person)
        .isEmpty();
  }

  /** An application, if there is such a one. */
  public Optional<Known> find(String mark) throws DatabaseException {
    return sql
        .query(
            "SELECT park, state, why FROM application WHERE mark = ?",
            row ->
                new Known(
                    row.getInt(1),
                    Optional.ofNullable(row.getString(2))
                        .map(Membership::valueOf)
                        .orElse(Membership.WAITING),
                    Optional.ofNullable(row.getString(3)).map(Rejection::valueOf)),
            mark)
        .stream()
        .findFirst();
  }

  /**
   * A member is to leave.
   *
   * @return what is to be written to the log; nothing where there is no such member
   */
  public Optional<Departing> leave(int park, Plate plate, boolean expelled, String reason)
      throws DatabaseException {
    sql.change(
        () ->
            sql.update(
                "UPDATE application SET leaving = ?, leave_reason = ?"
                    + " WHERE park = ? AND plate = ? AND state = 'ACCEPTED'",
                (expelled ? Membership.EXPELLED : Membership.RESIGNED).name(),
                reason,
                park,
                plate.text()));
    return unwrittenLeaves(park).stream()
        .filter(it -> it.leave().plate().equals(plate))
        .findFirst();
  }

  /**
   * A member who is to leave.
   *
   * @param premium which partition has the application
   */
  public record Departing(MemberWord.Leave leave, boolean premium) {}

  /** Applications that the log has not brought back yet. */
  public List<MemberWord.Join> unwrittenJoins(int park) throws DatabaseException {
    return sql.query(
        "SELECT * FROM application WHERE park = ? AND state IS NULL ORDER BY rowid",
        ApplicationRow::join,
        park);
  }

  /** Members who are to leave and whose leaving the log has not brought back yet. */
  public List<Departing> unwrittenLeaves(int park) throws DatabaseException {
    return sql.query(
        "SELECT mark, plate, leaving, leave_reason, premium FROM application"
            + " WHERE park = ? AND leaving IS NOT NULL AND state = 'ACCEPTED' ORDER BY rowid",
        row ->
            new Departing(
                new MemberWord.Leave(
                    row.getString(1),
                    new Plate(row.getString(2)),
                    Membership.valueOf(row.getString(3)) == Membership.EXPELLED,
                    row.getString(4)),
                row.getInt(5) == 1),
        park);
  }

  /** What happened. */
  public List<GuildNews> news(int park, OptionalLong after, int most) throws DatabaseException {
    return NewsTable.read(sql, park, after, most);
  }

  /** A day's figures. */
  public DayReport day(int park, LocalDate date) throws DatabaseException {
    return DayTable.report(sql, park, date);
  }

  @Override
  public void close() throws DatabaseException {
    sql.close();
  }
}
