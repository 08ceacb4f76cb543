package fwq.guild.store;

import fwq.common.park.Plate;
import fwq.common.talk.guild.GuildNews;
import fwq.common.talk.guild.GuildNews.Kind;
import fwq.common.talk.guild.Membership;
import fwq.guild.rules.GuildEvent;
import fwq.guild.rules.GuildEvent.Oddity;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What happened in a park's guild: the newest of it. */
public final class NewsTable {
  /** Events of a park that are kept. */
  static final int KEPT_MAX = 10_000;

  private final Sql sql;
  private final int park;

  public NewsTable(Sql sql, int park) {
    this.sql = sql;
    this.park = park;
  }

  /** Stores what happened, as part of a transaction that is under way. */
  public void store(List<GuildEvent> events) throws SQLException {
    for (GuildEvent event : events) {
      Optional<GuildNews> news = news(event);
      if (news.isPresent()) {
        GuildNews it = news.get();
        sql.update(
            "INSERT INTO news (park, at, kind, plate, detail) VALUES (?, ?, ?, ?, ?)",
            park,
            it.at(),
            it.kind().name(),
            it.plate().map(Plate::text).orElse(null),
            it.detail());
      }
    }
    if (!events.isEmpty()) {
      sql.update(
          "DELETE FROM news WHERE park = ? AND id <="
              + " (SELECT id FROM news WHERE park = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
          park,
          park,
          KEPT_MAX);
    }
  }

  /**
   * What an event is to operators; nothing where others say the same. Its number is yet to come.
   */
  public static Optional<GuildNews> news(GuildEvent event) {
    return switch (event) {
      case GuildEvent.Decided it -> Optional.of(decided(it));
      case GuildEvent.Sat _ -> Optional.empty();
      case GuildEvent.Appeared it ->
          Optional.of(news(it.at(), Kind.APPEARED, it.plate(), "at cell " + it.position().cell()));
      case GuildEvent.Disappeared it ->
          Optional.of(
              news(it.at(), Kind.DISAPPEARED, it.plate(), "at cell " + it.position().cell()));
      case GuildEvent.Sighted it ->
          Optional.of(
              new GuildNews(
                  0, it.at(), Kind.SIGHTED, Optional.empty(), "at cell " + it.position().cell()));
      case GuildEvent.Ordered it ->
          Optional.of(
              new GuildNews(
                  0,
                  it.at(),
                  Kind.ORDERED,
                  Optional.empty(),
                  "batch "
                      + it.batch()
                      + " for "
                      + it.plates().stream().map(Plate::text).collect(Collectors.joining(", "))));
      case GuildEvent.Delivered it ->
          Optional.of(
              news(
                  it.at(),
                  Kind.DELIVERED,
                  it.plate(),
                  it.pieces() + " pieces of batch " + it.batch()));
      case GuildEvent.Strange it ->
          Optional.of(news(it.at(), kind(it.what()), it.plate(), it.detail()));
      case GuildEvent.DayClosed it ->
          Optional.of(
              new GuildNews(
                  0, it.at(), Kind.DAY_CLOSED, Optional.empty(), it.report().date().toString()));
    };
  }

  private static GuildNews decided(GuildEvent.Decided it) {
    Plate plate = it.application().join().plate();
    String what = it.application().join().premium() ? "premium" : "ordinary";
    String why = it.application().why().map(reason -> ", " + reason.name()).orElse("");
    return news(it.at(), kind(it.application().state()), plate, what + why);
  }

  private static Kind kind(Membership state) {
    return switch (state) {
      case ACCEPTED -> Kind.ACCEPTED;
      case REJECTED -> Kind.REJECTED;
      case RESIGNED -> Kind.RESIGNED;
      case EXPELLED -> Kind.EXPELLED;
      case WAITING -> throw new IllegalStateException("nothing was decided");
    };
  }

  private static Kind kind(Oddity what) {
    return switch (what) {
      case SOLD_TOO_MUCH -> Kind.SOLD_TOO_MUCH;
      case JUMPED -> Kind.JUMPED;
      case SOLD_FAR_AWAY -> Kind.SOLD_FAR_AWAY;
    };
  }

  private static GuildNews news(long at, Kind kind, Plate plate, String detail) {
    return new GuildNews(0, at, kind, Optional.of(plate), detail);
  }

  /**
   * Events, the oldest first.
   *
   * @param after those with a higher number; nothing for the newest ones
   */
  public static List<GuildNews> read(Sql sql, int park, OptionalLong after, int most)
      throws DatabaseException {
    String columns = "id, at, kind, plate, detail FROM news WHERE park = ?";
    Sql.Row<GuildNews> row =
        it ->
            new GuildNews(
                it.getLong(1),
                it.getLong(2),
                Kind.valueOf(it.getString(3)),
                Optional.ofNullable(it.getString(4)).map(Plate::new),
                it.getString(5));
    return after.isPresent()
        ? sql.query(
            "SELECT " + columns + " AND id > ? ORDER BY id LIMIT ?",
            row,
            park,
            after.getAsLong(),
            most)
        : sql.query("SELECT " + columns + " ORDER BY id DESC LIMIT ?", row, park, most).reversed();
  }
}
