package fwq.operator.operate;

import fwq.common.park.RideState;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The rides of a waiting time server that has no park to tell yet. A word that is kept there is
 * shown by the server, and told once to the park at its next start beside one.
 */
record RidesFile(Path file) {
  /**
   * Keeps it.
   *
   * @return the ride's name
   * @throws Failure when there is no such ride, or the file cannot be written
   */
  String say(int park, int ride, RideState state) throws Failure {
    try (Sql rides = Sql.existing(file)) {
      Optional<String> name =
          rides.transaction(
              () -> {
                int _ =
                    rides.update(
                        "UPDATE ride SET status = ? WHERE park = ? AND id = ?",
                        state.name(),
                        park,
                        ride);
                return name(rides, park, ride);
              });
      return name.orElseThrow(
          () -> new Failure("there is no ride " + ride + " of park " + park + " in " + file));
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private static Optional<String> name(Sql rides, int park, int ride) throws SQLException {
    return rides.first(
        "SELECT name FROM ride WHERE park = ? AND id = ?", row -> row.getString(1), park, ride);
  }
}
