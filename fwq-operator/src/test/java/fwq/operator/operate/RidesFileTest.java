package fwq.operator.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideState;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RidesFileTest {
  private static final String TABLE =
      "CREATE TABLE ride (park INTEGER, id INTEGER, name TEXT, status TEXT);"
          + " INSERT INTO ride VALUES (0, 1, 'Carousel', 'OPEN'), (3, 1, 'Tower', 'OPEN')";

  @TempDir private Path folder;

  @Test
  void wordIsKeptForTheRideOfItsParkAndItsNameTold() throws Exception {
    Path file = folder.resolve("rides.db");
    try (Sql rides = Sql.open(file, List.of(TABLE))) {
      assertEquals("Tower", new RidesFile(file).say(3, 1, RideState.DOWN));
      assertEquals(
          List.of("OPEN", "DOWN"),
          rides.query("SELECT status FROM ride ORDER BY park", row -> row.getString(1)));
      Failure none =
          assertThrows(Failure.class, () -> new RidesFile(file).say(0, 9, RideState.DOWN));
      assertTrue(none.getMessage().contains("no ride 9 of park 0"), none.getMessage());
    }
  }
}
