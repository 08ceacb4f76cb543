package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.sqlite.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    rides.replace(RideTable.DEFAULT);
  }

  @AfterEach
  void close() throws DatabaseException {
    rides.close();
  }

  @Test
  void ridesComeBackAsTheyWerePut() throws DatabaseException {
    assertEquals(RideTable.DEFAULT, rides.all());
  }

  @Test
  void ridesThatStayKeepReadingAndStatusAndTheOthersGo() throws DatabaseException {
    rides.store(Map.of(0, READING, 1, READING), Map.of(0, 7L));
    rides.setStatus(0, OperatorStatus.DOWN);
    Ride renamed = new Ride(0, "merry", "Merry-go-round", Position.ofCell(3), 5, 40);

    rides.replace(List.of(renamed));

    assertEquals(List.of(renamed), rides.all());
    assertEquals(Map.of(0, READING), rides.readings());
    assertEquals(Map.of(0, OperatorStatus.DOWN), rides.statuses());
  }

  @Test
  void readingsAndOffsetsSurviveARestart() throws DatabaseException {
    rides.store(Map.of(2, READING), Map.of(0, 7L, 3, Long.MAX_VALUE));
    rides.close();
    rides = Rides.open(file);

    assertEquals(Map.of(2, READING), rides.readings());
    assertEquals(Map.of(0, 7L, 3, Long.MAX_VALUE), rides.nextOffsets());
  }

  @Test
  void readingIsNotKeptWithoutItsOffset() throws Exception {
    rides.store(Map.of(0, READING), Map.of(0, 7L));
    execute(
        "CREATE TRIGGER refuse BEFORE UPDATE ON feed_offset BEGIN SELECT RAISE(ABORT, 'no'); END");

    assertThrows(
        DatabaseException.class,
        () -> rides.store(Map.of(0, new LastReading(99, HandClock.START + 1)), Map.of(0, 8L)));

    assertEquals(Map.of(0, READING), rides.readings());
    assertEquals(Map.of(0, 7L), rides.nextOffsets());
  }

  @Test
  void storingGoesOnAfterAFailure() throws Exception {
    execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON feed_offset BEGIN SELECT RAISE(ABORT, 'no'); END");
    assertThrows(DatabaseException.class, () -> rides.store(Map.of(), Map.of(0, 8L)));
    execute("DROP TRIGGER refuse");

    rides.store(Map.of(0, READING), Map.of(0, 8L));

    assertEquals(Map.of(0, 8L), rides.nextOffsets());
  }

  @Test
  void statusWrittenByAnotherProgramIsSeenAtOnce() throws DatabaseException {
    try (Rides operator = Rides.open(file)) {
      assertTrue(operator.setStatus(1, OperatorStatus.CLOSED));
    }

    assertEquals(OperatorStatus.CLOSED, rides.statuses().get(1));
  }

  @Test
  void ridesCanBeReadAndSetWhileReadingsAreWritten() throws Exception {
    CompletableFuture<Void> operator =
        CompletableFuture.runAsync(
            () -> {
              try (Rides other = Rides.open(file)) {
                for (int round = 0; round < 50; round++) {
                  other.setStatus(0, round % 2 == 0 ? OperatorStatus.DOWN : OperatorStatus.OPEN);
                  assertEquals(4, other.statuses().size());
                }
              } catch (DatabaseException e) {
                throw new AssertionError(e);
              }
            });
    for (int round = 0; round < 50; round++) {
      rides.store(Map.of(0, new LastReading(round, HandClock.START)), Map.of(0, (long) round));
      assertEquals(4, rides.statuses().size());
    }

    operator.get(20, TimeUnit.SECONDS);
    assertEquals(49, rides.readings().get(0).people());
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

    String sentence = assertThrows(DatabaseException.class, () -> rides.all()).getMessage();

    assertTrue(sentence.contains("from 0 to 399, got 400"), sentence);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
