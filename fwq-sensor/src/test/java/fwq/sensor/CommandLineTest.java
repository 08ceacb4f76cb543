package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.recorded.RowReader;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x 127.0.0.1 9092",
        "0 127.0.0.1 word",
        "0 127.0.0.1 0",
        "10000 127.0.0.1 9092 --random",
        "1.5 127.0.0.1 9092 --random",
        "-1 127.0.0.1 9092 --random",
        "0 127.0.0.1 9092 --random --stdin",
        "0 127.0.0.1 9092 --speed 2",
        "0 127.0.0.1 9092 --replay day.csv --speed 0",
        "0 127.0.0.1 9092 --replay day.csv --speed NaN",
        "0 127.0.0.1 9092 --replay day.csv --random",
        "0 127.0.0.1 9092 --cycle 0",
        "0 127.0.0.1 9092 --capacity many",
        "0 127.0.0.1 9092 --minute soon",
        "42 127.0.0.1 9092",
        "0 127.0.0.1 9092 --park 1000",
        "0 127.0.0.1 9092 --park -1",
        "0 127.0.0.1 9092 --park north"
      })
  void badUsageIsExplainedWithTheUsage(String line) {
    assertEquals(Program.BAD_USAGE, run(line), err.toString());
    assertTrue(err.toString().contains("Usage: fwq sensor"), err.toString());
  }

  @Test
  void rideThatIsNotKnownIsExplained() {
    run("42 127.0.0.1 9092");

    assertTrue(
        err.toString().contains("there is no ride 42 among the rides of park 0"), err.toString());
  }

  @Test
  void ridesOfAnotherParkAreNotThoseOfThisOne() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("rides.csv"),
            "id,key,name,position,cycle_minutes,capacity,park" + "\n42,a,A,21,10,20,3\n");

    assertEquals(Program.OK, run("42 127.0.0.1 1 --park 3 --rides " + file), err.toString());
    assertEquals(Program.BAD_USAGE, run("42 127.0.0.1 1 --park 2 --rides " + file));
    assertTrue(err.toString().contains("no ride 42 among the rides of park 2"), err.toString());
  }

  @Test
  void addressThatIsEmptyIsExplained() {
    assertEquals(Program.BAD_USAGE, run("0  9092"));
    assertTrue(err.toString().contains("127.0.0.1, and the port stands apart"), err.toString());
  }

  @Test
  void recordedDayThatCannotBeReadIsNamed() {
    Path missing = folder.resolve("missing.csv");

    assertEquals(Program.FAILED, run("0 127.0.0.1 9092 --replay " + missing));
    assertTrue(err.toString().contains("there is no recorded day " + missing), err.toString());
  }

  @Test
  void fileThatIsNoRecordedDayIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("day.csv"), "time,wait\n");

    assertEquals(Program.FAILED, run("0 127.0.0.1 9092 --replay " + file));
    assertTrue(err.toString().contains(RowReader.HEADER), err.toString());
  }

  @Test
  void rideWithoutRecordedRowsIsNoFailure() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("day.csv"),
            "\uFEFF" + RowReader.HEADER + "\r\n2018-12-27T08:00:00,x,5,\r\n");

    assertEquals(Program.OK, run("0 127.0.0.1 1 --replay " + file), err.toString());
  }

  @Test
  void keyThatIsNotThereIsNamedWithWhatWritesIt() {
    Path missing = folder.resolve("0-0.key");

    assertEquals(Program.FAILED, run("0 127.0.0.1 9092 --key " + missing));
    assertTrue(
        err.toString().contains("fwq keys give " + missing + " --park 0 --ride 0"), err.toString());
  }

  @Test
  void keyThatOthersCanReadIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("0-0.key"), "a key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertEquals(Program.FAILED, run("0 127.0.0.1 9092 --key " + file));
    assertTrue(err.toString().contains("chmod 600"), err.toString());
  }

  /** Runs the program, with the end requested from the beginning. */
  private int run(String line) {
    Stop stop = new Stop();
    stop.request();
    return Program.run(
        new SensorMain(),
        stop,
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        line.isEmpty() ? new String[0] : line.split(" "));
  }
}
