package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void serverWithoutArgumentsShowsItsUsage() {
    assertEquals(Program.BAD_USAGE, server());
    assertTrue(err.toString().contains("Usage: fwq waitingtimeserver"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({"word,9092", "0,9092", "65536,9092", "1500,word"})
  void wrongPortIsExplained(String port, String brokerPort) {
    assertEquals(Program.BAD_USAGE, server(port, "127.0.0.1", brokerPort));
    assertTrue(err.toString().contains("a port is a number from 1 to 65535"), err.toString());
  }

  @Test
  void takenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertEquals(
          Program.FAILED,
          server(Integer.toString(port), "127.0.0.1", "1", "--data", folder.toString()));
      assertTrue(err.toString().contains("port " + port), err.toString());
    }
  }

  @Test
  void dataFolderThatCannotBeMadeIsNamed() throws Exception {
    Path notFolder = Files.writeString(folder.resolve("file"), "");

    assertEquals(Program.FAILED, server("1500", "127.0.0.1", "1", "--data", notFolder.toString()));
    assertTrue(err.toString().contains(notFolder.toString()), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"400", "420", "-1", "x", "1.5", ""})
  void rideOffTheParkIsRefusedWithItsLine(String position) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("rides.csv"),
            "id,key,name,position,cycle_minutes,capacity" + "\n0,a,A," + position + ",10,20\n");

    assertEquals(
        Program.FAILED,
        server("1500", "127.0.0.1", "1", "--rides", file.toString(), "--data", folder.toString()));
    assertTrue(err.toString().contains("line 2: "), err.toString());
  }

  @ParameterizedTest
  @CsvSource({"--parks,0", "--parks,1001", "--parks,two"})
  void impossibleNumberOfParksIsExplained(String option, String value) {
    assertEquals(Program.BAD_USAGE, server("1500", "127.0.0.1", "1", option, value));
    assertTrue(err.toString().contains("there are 1 to 1000 parks"), err.toString());
  }

  @Test
  void rideWhoseSensorBeginsAnewIsNamedAsOptionsAndFilesNameIt() throws Exception {
    assertEquals(Program.BAD_USAGE, server("1500", "127.0.0.1", "1", "--forget-signed", "1000-2"));
    assertTrue(err.toString().contains("or with its park, such as 1-2"), err.toString());
    Path given = folder.resolve("given");
    serve("--forget-signed", "2", "--forget-signed=0-3", "--give-keys", given.toString());
    assertTrue(Files.exists(given.resolve("0-3.key")));
  }

  @Test
  void parksAreFilledWithTheUsualRidesAndMoreParksLater() throws Exception {
    serve("--parks", "2");
    assertEquals(Map.of(0, RideTable.DEFAULT, 1, RideTable.DEFAULT), stored());
    serve("--parks", "3");
    assertEquals(Set.of(0, 1, 2), stored().keySet());
    serve();
    assertEquals(Set.of(0, 1, 2), stored().keySet(), "nothing is taken away");
  }

  @Test
  void parksThatWereFilledFromAFileKeepItsRidesWhenMoreParksCome() throws Exception {
    String line = "\n7,a,A,21,10,20";
    Path file =
        Files.writeString(
            folder.resolve("rides.csv"), "id,key,name,position,cycle_minutes,capacity" + line);
    serve("--parks", "2", "--rides", file.toString());
    List<Ride> its = stored().get(0);
    assertEquals(7, its.getFirst().id());
    assertEquals(Map.of(0, its, 1, its), stored());
    serve("--parks", "3");
    assertEquals(Map.of(0, its, 1, its, 2, RideTable.DEFAULT), stored());
    Files.writeString(file, "id,key,name,position,cycle_minutes,capacity,park" + line + ",4");
    serve("--rides", file.toString());
    assertEquals(Map.of(4, its), stored(), "a file that names parks says all");
  }

  /** Starts the server with the end requested from the beginning. */
  private void serve(String... options) throws Exception {
    Stop stop = new Stop();
    stop.request();
    List<String> arguments = new ArrayList<>();
    try (ServerSocket free = new ServerSocket(0)) {
      arguments.add(Integer.toString(free.getLocalPort()));
    }
    arguments.addAll(List.of("127.0.0.1", "1", "--data", folder.toString()));
    arguments.addAll(List.of(options));
    assertEquals(
        Program.OK,
        Program.run(
            new WaitingTimeServerMain(),
            stop,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new)),
        err.toString());
  }

  private Map<Integer, List<Ride>> stored() throws Exception {
    try (Rides rides = Rides.open(folder.resolve(Rides.FILE))) {
      return rides.byPark();
    }
  }

  private int server(String... args) {
    return run(new WaitingTimeServerMain(), args);
  }

  private int run(Program.Body body, String... args) {
    return Program.run(
        body, new Stop(), new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
