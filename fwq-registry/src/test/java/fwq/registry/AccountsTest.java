package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.ErrorCode;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the accounts when the database, the disk or the moment is bad. */
final class AccountsTest {
  private static final long NOW = 1_800_000_000_000L;

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir private Path folder;

  @Test
  void failedInsertIsAnsweredAndLocksNobodyOut() throws Exception {
    try (OpenRegistry registry = new OpenRegistry(folder)) {
      Guest guest = registry.guest();
      guest.mustRegister("ana");
      LoggedIn login = guest.mustLogin("ana");
      try (Connection operator = DriverManager.getConnection("jdbc:sqlite:" + registry.file)) {
        run(
            operator,
            "CREATE TRIGGER full BEFORE INSERT ON accounts BEGIN SELECT RAISE(ABORT, 'no'); END");
        run(
            operator,
            "CREATE TRIGGER half BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'no'); END");
        assertEquals(
            ErrorCode.UNAVAILABLE,
            Guest.code(guest.register("bob", "Bob", "bob@example.org", Guest.PASSWORD)));
        assertEquals(ErrorCode.UNAVAILABLE, Guest.code(guest.login("ana", Guest.PASSWORD)));
        guest.mustProfile(login.ticket());
        assertInstanceOf(Done.class, guest.rename(login.ticket(), "Ana"));
        // Another program can write at once: no transaction was left open.
        run(operator, "PRAGMA busy_timeout = 0");
        run(operator, "DROP TRIGGER full");
        run(operator, "DROP TRIGGER half");
      }
      guest.mustRegister("bob");
      assertEquals(login.session().issuedAt() + 1, guest.mustLogin("ana").session().issuedAt());
    }
  }

  @Test
  void fullDiskIsAnsweredAndTheRegistryGoesOnWhenThereIsRoom() throws Exception {
    Path file = folder.resolve("visitors.db");
    Connection writer = Database.open(file, Accounts.MIGRATIONS);
    SqlReaders readers =
        SqlReaders.open(() -> new Sql(file, Database.open(file, Accounts.MIGRATIONS)));
    try (Accounts accounts = new Accounts(new Sql(file, writer), readers, OpenRegistry.AUDIT_KEY)) {
      assertTrue(accounts.add("ana", "Ana", "ana@example.org", "hash", Optional.empty(), NOW));
      run(writer, "PRAGMA max_page_count = 1");
      String huge = "x".repeat(200_000);
      var e =
          assertThrows(
              DatabaseException.class,
              () -> accounts.add("bob", huge, "b@x.org", "hash", Optional.empty(), NOW));
      assertTrue(e.getMessage().contains("disk is full"), e.getMessage());
      assertTrue(e.getMessage().contains("visitors.db"), e.getMessage());
      assertTrue(accounts.find("ana").isPresent());
      assertTrue(accounts.find("bob").isEmpty());
      run(writer, "PRAGMA max_page_count = 1000000");
      assertTrue(accounts.add("bob", huge, "b@x.org", "hash", Optional.empty(), NOW));
    }
  }

  @Test
  void loginThatWasUnderWayWhenThePasswordChangedOpensNoSession() throws Exception {
    try (Accounts accounts = Accounts.open(folder.resolve("visitors.db"), OpenRegistry.AUDIT_KEY)) {
      accounts.add("ana", "Ana", "ana@example.org", "old", Optional.empty(), NOW);
      Account found = accounts.find("ana").orElseThrow();
      Session session = open(accounts, found, NOW);
      assertTrue(accounts.change(session, Optional.empty(), Changes.NONE, Optional.of("new")));
      assertEquals(OptionalLong.empty(), accounts.sessions().open(found, HERE, NOW, 0));
    }
  }

  @Test
  void endedSessionChangesNothing() throws Exception {
    try (Accounts accounts = Accounts.open(folder.resolve("visitors.db"), OpenRegistry.AUDIT_KEY)) {
      accounts.add("ana", "Ana", "ana@example.org", "hash", Optional.empty(), NOW);
      Session session = open(accounts, accounts.find("ana").orElseThrow(), NOW);
      assertTrue(accounts.sessions().end(session));
      assertFalse(accounts.change(session, Optional.of("X"), Changes.NONE, Optional.of("theirs")));
      assertEquals("hash", accounts.find("ana").orElseThrow().passwordHash());
    }
  }

  @Test
  void openSessionsOfOneGuestHaveABoundAndExpiredOnesAreForgotten() throws Exception {
    Path file = folder.resolve("visitors.db");
    try (Accounts accounts = Accounts.open(file, OpenRegistry.AUDIT_KEY)) {
      accounts.add("ana", "Ana", "ana@example.org", "hash", Optional.empty(), NOW);
      accounts.add("bob", "Bob", "bob@example.org", "hash", Optional.empty(), NOW);
      Account ana = accounts.find("ana").orElseThrow();
      Session bobs = open(accounts, accounts.find("bob").orElseThrow(), NOW);
      Session first = open(accounts, ana, NOW);
      Session second = open(accounts, ana, NOW);
      for (int i = 2; i < OpenSessions.EACH_MAX; i++) {
        open(accounts, ana, NOW);
      }
      assertTrue(accounts.profile(first).isPresent());
      open(accounts, ana, NOW);
      assertTrue(accounts.profile(first).isEmpty());
      assertTrue(accounts.profile(second).isPresent());
      assertEquals(OpenSessions.EACH_MAX + 1, sessions(file));
      long later = NOW + 1_000_000;
      assertTrue(accounts.sessions().open(ana, HERE, later, later).isPresent());
      assertEquals(2, sessions(file));
      assertTrue(accounts.profile(bobs).isPresent());
    }
  }

  @Test
  void databaseOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
    Path file = folder.resolve("visitors.db");
    Accounts.open(file, OpenRegistry.AUDIT_KEY).close();
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      run(newer, "PRAGMA user_version = 99");
    }
    assertRefused(file, "newer version");
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      run(newer, "SELECT alias FROM accounts");
    }
  }

  @Test
  void damagedDatabaseIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("visitors.db");
    Files.writeString(file, "this is not a database. ".repeat(1_000));
    assertRefused(file, "damaged");
  }

  private static void assertRefused(Path file, String why) {
    var e =
        assertThrows(
            DatabaseException.class, () -> Accounts.open(file, OpenRegistry.AUDIT_KEY).close());
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
  }

  private static Session open(Accounts accounts, Account account, long now) throws Exception {
    long issuedAt = accounts.sessions().open(account, HERE, now, 0).orElseThrow();
    return new Session(account.alias(), issuedAt, issuedAt + 1);
  }

  private static int sessions(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM sessions")) {
      return result.getInt(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
