package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideTable;
import fwq.kit.feed.FeedPositions;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RidesTest {
  private static final LastReading READING = new LastReading(54, HandClock.START);

  @TempDir private Path folder;
  private Path file;
  private Rides rides;

  @BeforeEach
  void open() throws DatabaseException {
    file = folder.resolve(Rides.FILE);
    rides = Rides.open(file);
    rides.replace(Map.of(0, RideTable.DEFAULT));
  }

  @AfterEach
  void close() throws DatabaseException {
    rides.close();
  }

  @Test
  void ridesComeBackAsTheyWerePut() throws DatabaseException {
    assertEquals(Map.of(0, RideTable.DEFAULT), rides.byPark());
  }

  @Test
  void ridesThatStayKeepTheirReadingAndTheOthersGo() throws DatabaseException {
    store(ride(0), READING);
    store(ride(1), READING);
    Ride renamed = new Ride(7, "carousel", "Merry-go-round", Position.ofCell(3), 5, 40);

    rides.replace(Map.of(0, List.of(renamed)));

    assertEquals(Map.of(0, List.of(renamed)), rides.byPark());
    assertEquals(Map.of(ride(7), READING), rides.readings());
  }

  @Test
  void whatBelongsToARideDoesNotFollowItsNumber() throws DatabaseException {
    Ride a = new Ride(0, "a", "A", Position.ofCell(21), 10, 20);
    Ride b = new Ride(1, "b", "B", Position.ofCell(58), 10, 20);
    rides.replace(Map.of(0, List.of(a, b)));
    store(ride(1), READING);

    rides.replace(
        Map.of(
            0,
            List.of(
                new Ride(0, "b", "B", Position.ofCell(58), 10, 20),
                new Ride(1, "c", "C", Position.ofCell(21), 10, 20))));

    assertEquals(Map.of(ride(0), READING), rides.readings(), "c was never read");
  }

  @Test
  void ridesOfSeveralParksHaveTheirOwnReadings() throws DatabaseException {
    rides.replace(Map.of(0, RideTable.DEFAULT, 3, RideTable.DEFAULT));
    ParkRide third = new ParkRide(3, 0);
    store(third, READING);

    assertEquals(Set.of(0, 3), rides.byPark().keySet());
    assertEquals(Map.of(third, READING), rides.readings());
    rides.replace(Map.of(0, RideTable.DEFAULT));
    assertEquals(Map.of(), rides.readings(), "park 3 is gone");
  }

  @Test
  void fileFromBeforeThereWereSeveralParksBecomesPark0() throws Exception {
    file = folder.resolve("old.db");
    execute(
        """
        CREATE TABLE ride (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL,
          name TEXT NOT NULL,
          position INTEGER NOT NULL,
          cycle_minutes INTEGER NOT NULL,
          capacity INTEGER NOT NULL,
          queue INTEGER,
          read_at INTEGER,
          status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOWN', 'CLOSED'))
        ) STRICT
        """);
    execute("CREATE TABLE feed_offset (partition INTEGER PRIMARY KEY, next_offset INTEGER) STRICT");
    execute("INSERT INTO ride VALUES (7, 'a', 'A b', 399, 5, 80, 54, 1800000000000, 'DOWN')");
    execute("INSERT INTO ride VALUES (8, 'b', 'B', 0, 1, 1, NULL, NULL, 'OPEN')");
    execute("INSERT INTO feed_offset VALUES (0, 12)");
    execute("PRAGMA user_version = 1");

    try (Rides old = Rides.open(file)) {
      Ride first = new Ride(7, "a", "A b", Position.ofCell(399), 5, 80);
      Ride second = new Ride(8, "b", "B", Position.GATE, 1, 1);
      assertEquals(Map.of(0, List.of(first, second)), old.byPark());
      assertEquals(Map.of(ride(7), READING), old.readings());
      assertEquals(Map.of(ride(7), RideState.DOWN), old.oldWords());
      old.forgetOldWords();
      assertEquals(Map.of(), old.oldWords());
      assertEquals(
          Map.of(new TopicPartition("SD", 0), 12L),
          new FeedPositions(old.sql()).of("SD", Uuid.randomUuid()),
          "whatever the topic's id: it was not known then");
      old.replace(Map.of(0, List.of(first), 1, List.of(first)));
      assertEquals(Map.of(0, List.of(first), 1, List.of(first)), old.byPark());
    }
  }

  @Test
  void damagedFileIsNamedInASentence() throws Exception {
    Path damaged = folder.resolve("damaged.db");
    Files.writeString(
        damaged, "this is no database, however long the text in it may be".repeat(99));

    String sentence = assertThrows(DatabaseException.class, () -> Rides.open(damaged)).getMessage();

    assertTrue(sentence.contains("damaged.db is damaged"), sentence);
  }

  @Test
  void rideThatCannotBeIsReportedInASentence() throws Exception {
    execute("UPDATE ride SET position = 400 WHERE id = 1");

    String sentence = assertThrows(DatabaseException.class, () -> rides.byPark()).getMessage();

    assertTrue(sentence.contains("from 0 to 399, got 400"), sentence);
  }

  private void store(ParkRide ride, LastReading reading) throws DatabaseException {
    rides.sql().change(() -> rides.store(ride, reading));
  }

  private static ParkRide ride(int id) {
    return new ParkRide(0, id);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
