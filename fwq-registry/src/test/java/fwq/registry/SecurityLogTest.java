package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.talk.audit.SecurityLine;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the registry notes with each change, and that it is with the change or not at all. */
final class SecurityLogTest extends RegistryFixture {
  private String lines() throws Exception {
    return sql("SELECT group_concat(alias || ' ' || what || ' ' || address, ', ') FROM security");
  }

  @Test
  void eachChangeIsNotedWithWhoAndWhereFrom() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    guest.ask(
        new RegistryRequest.Update(
            login.ticket(),
            Changes.NONE.withEmail("a@b.org").withName("A"),
            Optional.of(new Secret(Guest.PASSWORD))));
    guest.login("ana", "wrong");
    guest.logout(login.ticket());
    registry.accounts.operators().set(List.of("ana"));
    assertEquals(
        "ana registered 127.0.0.1, ana logged in 127.0.0.1, ana changed name email 127.0.0.1, "
            + "ana logged out 127.0.0.1, ana operator ",
        lines());
  }

  @Test
  void changeThatFailsLeavesNoLineAndALineThatFailsNoChange() throws Exception {
    guest.mustRegister("ana");
    String before = lines();
    guest.register("ANA", "Ana", "a@b.org", Guest.PASSWORD);
    assertEquals(before, lines());
    sql("CREATE TRIGGER full BEFORE INSERT ON security BEGIN SELECT RAISE (ABORT, 'no'); END");
    assertThrows(
        DatabaseException.class,
        () -> registry.accounts.add("ben", "B", "b@b.org", "hash", Optional.empty(), 1));
    assertEquals("1", sql("SELECT count(*) FROM accounts"));
  }

  @Test
  void oldestLinesGoAndTheChainSaysFromWhereItIsWhole() throws Exception {
    try (Sql database = Sql.open(folder.resolve("another.db"), List.of(SecurityLine.MIGRATION))) {
      SecurityLog log = new SecurityLog(database, OpenRegistry.AUDIT_KEY, () -> Instant.EPOCH, 10);
      for (int i = 0; i < 19; i++) {
        database.change(() -> log.note("ana", "logged in"));
      }
      assertEquals(19, count(database));
      database.change(() -> log.note("ana", "logged in"));
      assertEquals(10, count(database));
      assertEquals(
          Optional.of(10L),
          database.alone(
              () -> database.first("SELECT before FROM security_ends", row -> row.getLong(1))));
    }
  }

  private static long count(Sql database) throws DatabaseException {
    return database
        .alone(() -> database.first("SELECT count(*) FROM security", row -> row.getLong(1)))
        .orElseThrow();
  }

  @Test
  void linkIsOfTheLineAndTheOneBefore() {
    SecurityLine line = new SecurityLine(1, 2, "ana", "logged in", "127.0.0.1");
    byte[] link = OpenRegistry.AUDIT_KEY.link(new byte[0], line.text());
    byte[] after = OpenRegistry.AUDIT_KEY.link(new byte[] {1}, line.text());
    assertNotEquals(List.of(link), List.of(after));
    assertEquals(32, link.length);
  }
}
