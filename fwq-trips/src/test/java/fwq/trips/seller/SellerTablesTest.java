package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse by themselves, whatever a program tells them. */
final class SellerTablesTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = SimulatedTables.connection();
    run(
        "INSERT INTO offer (id, day, service, price, stock, good_until) VALUES (1,1,x'7b7d',5,3,9)");
    run("INSERT INTO trip VALUES ('a', 'HELD', '', NULL, 1, 2), ('b', 'HELD', '', NULL, 1, 2)");
    run("INSERT INTO part VALUES ('a', 1, 2, 5)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private int taken() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT taken FROM offer WHERE id = 1")) {
      return row.getInt(1);
    }
  }

  @Test
  void partsTakeAndGiveBack() throws SQLException {
    assertEquals(2, taken());
    run("INSERT INTO part VALUES ('b', 1, 1, 5)");
    assertEquals(3, taken());
    run("DELETE FROM part WHERE trip = 'a'");
    assertEquals(1, taken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO part VALUES ('b', 1, 2, 5)",
        "INSERT INTO part VALUES ('b', 1, 0, 5)",
        "INSERT INTO part VALUES ('b', 1, 10, 5)",
        "INSERT INTO part VALUES ('b', 1, -1, 5)",
        "INSERT INTO part VALUES ('b', 2, 1, 5)",
        "INSERT INTO part VALUES ('c', 1, 1, 5)",
        "INSERT INTO part VALUES ('a', 1, 1, 5)",
        "INSERT OR REPLACE INTO part VALUES ('a', 1, 4, 5)",
        "UPDATE part SET quantity = 1",
        "UPDATE OR REPLACE part SET trip = 'b'",
        "UPDATE offer SET taken = 0",
        "UPDATE offer SET taken = 3",
        "UPDATE offer SET stock = 1",
        "UPDATE offer SET stock = -1",
        "UPDATE offer SET price = -1",
        "DELETE FROM offer",
        "DELETE FROM trip",
        "INSERT OR REPLACE INTO offer VALUES (1,1,x'7b7d',5,3,0,0,9)",
        "INSERT INTO offer VALUES (2,1,x'7b7d',5,3,1,0,9)",
        "UPDATE trip SET state = 'GONE'",
      })
  void nothingElseChangesWhatIsTaken(String sql) throws SQLException {
    assertThrows(SQLException.class, () -> run(sql));
    assertEquals(2, taken());
  }

  @Test
  void rowThatIsPushedOutGivesBackWhatItTook() throws SQLException {
    run("INSERT OR REPLACE INTO part VALUES ('a', 1, 3, 5)");
    assertEquals(3, taken());
  }

  @Test
  void withoutItsGuardARowWouldSlipPastTheTrigger() throws SQLException {
    run("PRAGMA recursive_triggers = OFF");
    run("DROP TRIGGER taken_is_the_sum");
    SQLException no =
        assertThrows(
            SQLException.class, () -> run("INSERT OR REPLACE INTO part VALUES ('a', 1, 3, 5)"));
    assertTrue(no.getMessage().contains("CHECK"), no.getMessage());
  }
}
