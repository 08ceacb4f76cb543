package fwq.waitingtime;

import fwq.common.options.ParkOption;
import fwq.common.options.RideId;
import fwq.common.park.Ride;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code fwq ride}: the operator opens and closes a ride, server running or not. */
@Command(
    name = "fwq ride",
    description = "Says that a ride runs, has a fault, or does not run today.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class RideMain implements Program.Body {
  @Parameters(
      index = "0",
      paramLabel = "<ride-id>",
      converter = RideId.class,
      description = "the ride's number, such as 0")
  private int id;

  @Parameters(index = "1", paramLabel = "open|down|closed", description = "what it is from now on")
  private OperatorStatus status;

  @Mixin private ParkOption parkOption;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the waiting time server keeps its files (default: ${DEFAULT-VALUE})",
      defaultValue = "data")
  private Path data;

  @Spec private CommandSpec spec;

  RideMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new RideMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    Path file = data.resolve(Rides.FILE);
    if (!Files.exists(file)) {
      throw new Failure(
          "there is no " + file + "; give the waiting time server's folder with --data DIR");
    }
    try (Rides rides = Rides.open(file)) {
      int park = parkOption.park();
      List<Ride> its = rides.byPark().getOrDefault(park, List.of());
      if (!rides.setStatus(new ParkRide(park, id), status)) {
        throw new Failure("there is no ride " + id + inPark(park) + "; there are " + list(its));
      }
      String name =
          its.stream()
              .filter(ride -> ride.id() == id)
              .map(Ride::name)
              .collect(Collectors.joining());
      String word = status.name().toLowerCase(Locale.ROOT);
      spec.commandLine()
          .getOut()
          .println("ride " + id + " (" + name + ")" + inPark(park) + " is " + word);
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** Who runs one park only need not be told its number. */
  private static String inPark(int park) {
    return park == 0 ? "" : " in park " + park;
  }

  private static String list(List<Ride> rides) {
    return rides.isEmpty()
        ? "none: give the number of another park with --park N"
        : rides.stream()
            .map(ride -> ride.id() + " (" + ride.name() + ")")
            .collect(Collectors.joining(", "));
  }
}
