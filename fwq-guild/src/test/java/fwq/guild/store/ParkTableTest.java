package fwq.guild.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.GuildNews;
import fwq.common.talk.guild.MemberWord;
import fwq.guild.rules.Application;
import fwq.guild.rules.Days;
import fwq.guild.rules.GuildEvent;
import fwq.guild.rules.ParkGuild;
import fwq.guild.rules.ParkState;
import fwq.guild.rules.Terms;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParkTableTest {
  private static final Terms TERMS =
      new Terms(
          new Days(ZoneId.of("UTC"), Days.MIDNIGHT),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          20);
  private static final String MARK = "00112233445566778899aabbccddeeff";
  private static final Plate PLATE = Plate.of("CART-1");

  @TempDir private Path folder;
  private long now = Instant.parse("2026-11-28T22:00:00Z").toEpochMilli();
  private long at = 1;

  private void tick(ParkGuild guild, long seconds) {
    for (long i = 0; i < seconds; i++) {
      now += 1_000;
      guild.pass(now);
    }
  }

  private void sell(ParkGuild guild, String client, int quantity) {
    tick(guild, 1);
    CartWord sale = new CartWord.Sale(PLATE, at++, client, quantity, 30, Position.ofCell((int) at));
    guild.hear(sale, MARK::equals);
  }

  private ParkGuild busy(ParkGuild guild) {
    tick(guild, 1);
    guild.hear(new MemberWord.Join(MARK, MARK, "José", "Gil", PLATE, true, 3, 50), now);
    guild.hear(
        new MemberWord.Join("1" + MARK.substring(1), MARK, "Eva", "Ñandú", PLATE, false, 3, 50),
        now);
    sell(guild, "ana", 2);
    sell(guild, "bob", 15);
    sell(guild, "ana", 3);
    guild.report(Position.ofCell(300), now);
    return guild;
  }

  private List<GuildEvent> store(Sql sql, ParkGuild guild) throws DatabaseException {
    List<GuildEvent> events = guild.takeEvents();
    ParkState changes = guild.takeChanges();
    sql.change(
        () -> {
          new ParkTable(sql, 3).store(changes);
          new NewsTable(sql, 3).store(events);
          for (GuildEvent event : events) {
            if (event instanceof GuildEvent.DayClosed it) {
              new DayTable(sql, 3).close(it.report().date());
            }
          }
        });
    return events;
  }

  /** Pitfall 50. */
  @Test
  void guildGoesOnFromWhatIsStoredAsIfNothingHadBeen() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder)) {
      ParkGuild guild = busy(new ParkGuild(3, TERMS, ParkState.empty()));
      store(sql, guild);
      ParkGuild again = new ParkGuild(3, TERMS, new ParkTable(sql, 3).load());
      long then = now;
      tick(guild, 700);
      now = then;
      tick(again, 700);
      guild.pass(then + 3 * 3_600_000);
      again.pass(then + 3 * 3_600_000);
      List<GuildEvent> events = guild.takeEvents();
      assertTrue(events.stream().anyMatch(GuildEvent.Delivered.class::isInstance));
      assertTrue(events.stream().anyMatch(GuildEvent.DayClosed.class::isInstance));
      assertEquals(events, again.takeEvents());
      assertEquals(List.copyOf(guild.applications()), List.copyOf(again.applications()));
      assertEquals(List.copyOf(guild.carts()), List.copyOf(again.carts()));
    }
  }

  @Test
  void otherParksAreNotTouched() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder)) {
      store(sql, busy(new ParkGuild(3, TERMS, ParkState.empty())));
      assertEquals(ParkState.empty(), new ParkTable(sql, 2).load());
    }
  }

  @Test
  void dayIsToldFromWhatIsStored() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder)) {
      ParkGuild guild = busy(new ParkGuild(3, TERMS, ParkState.empty()));
      DayReport today = guild.today().orElseThrow();
      store(sql, guild);
      assertEquals(today, DayTable.report(sql, 3, today.date()));
      guild.pass(now + 3 * 3_600_000);
      store(sql, guild);
      assertTrue(DayTable.report(sql, 3, today.date()).isClosed());
      assertEquals(List.of(today.date()), new DayTable(sql, 3).unfiled());
      assertEquals(
          20, DayTable.report(sql, 3, today.date()).carts().getFirst().sold(), "nothing is lost");
    }
  }

  @Test
  void newsIsToldOldestFirstAndAfterANumber() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder)) {
      store(sql, busy(new ParkGuild(3, TERMS, ParkState.empty())));
      List<GuildNews> all = NewsTable.read(sql, 3, OptionalLong.empty(), 100);
      assertEquals(GuildNews.Kind.ACCEPTED, all.getFirst().kind());
      assertEquals(
          all.subList(1, all.size()),
          NewsTable.read(sql, 3, OptionalLong.of(all.getFirst().id()), 100));
    }
  }

  /** Pitfall 61. */
  @Test
  void nationalIdAndMailStayInTheirTwoColumns() throws DatabaseException {
    try (Desk desk = new Desk(GuildFile.open(folder))) {
      desk.insert(
          new MemberWord.Join(MARK, MARK, "Ana", "Gil", PLATE, false, 3, 50),
          new Secret("12345678-9"),
          new Secret("ana@example.org"));
      assertEquals(1, desk.waiting(3));
      assertEquals(1, desk.unwrittenJoins(3).size());
      assertTrue(desk.isElsewhere(2, PLATE, "nobody"));
      assertTrue(!desk.unwrittenJoins(3).toString().contains("12345678"));
    }
  }

  @Test
  void whoWasRejectedIsForgottenWithNameAndMailAfterThirtyDays() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder);
        Desk desk = new Desk(GuildFile.open(folder))) {
      ParkGuild guild = busy(new ParkGuild(3, TERMS, ParkState.empty()));
      String second = "f".repeat(32);
      guild.hear(new MemberWord.Join(second, second, "Bob", "Gil", PLATE, true, 3, 50), now);
      ParkTable table = new ParkTable(sql, 3);
      sql.change(() -> table.store(guild.takeChanges()));
      assertEquals(
          fwq.common.talk.guild.Membership.REJECTED, desk.find(second).orElseThrow().state());
      guild.pass(now + Application.REMEMBERED_MILLIS + 1);
      sql.change(() -> table.store(guild.takeChanges()));
      assertTrue(desk.find(second).isEmpty());
      assertTrue(desk.find(MARK).isPresent(), "a member is not forgotten");
    }
  }

  /** A guild.db of an hour ago does not know this application; the log does. */
  @Test
  void applicationComesBackFromTheLogWithoutWhatOnlyTheRowHad() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder);
        Desk desk = new Desk(GuildFile.open(folder))) {
      store(sql, busy(new ParkGuild(3, TERMS, ParkState.empty())));
      assertEquals(
          fwq.common.talk.guild.Membership.ACCEPTED, desk.find(MARK).orElseThrow().state());
    }
  }

  @Test
  void termsAreStoredForThoseWhoReadOn() throws DatabaseException {
    try (Sql sql = GuildFile.open(folder)) {
      assertTrue(TermsTable.load(sql).isEmpty());
      TermsTable.store(sql, TERMS);
      assertEquals(TERMS, TermsTable.load(sql).orElseThrow());
    }
  }
}
