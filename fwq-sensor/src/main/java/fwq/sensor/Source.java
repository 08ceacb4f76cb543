package fwq.sensor;

import fwq.common.park.Ride;
import fwq.common.recorded.RowReader;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where the numbers come from; without any they are simulated. */
final class Source {
  @Option(names = "--random", description = "any number from 10 to 120")
  private boolean random;

  @Option(
      names = "--stdin",
      description = "numbers that a real counter writes to standard input, one a line")
  private boolean stdin;

  @ArgGroup(exclusive = false)
  private Recording recording;

  /** Whether any number will do. */
  boolean random() {
    return random;
  }

  /** Whether a counter writes them. */
  boolean stdin() {
    return stdin;
  }

  /** The recorded day to replay, or null. */
  Recording recording() {
    return recording;
  }

  /** The options of a replay. */
  static final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    @Option(
        names = "--replay",
        required = true,
        paramLabel = "FILE",
        description = "a recorded day, as CSV: " + RowReader.HEADER)
    private Path file;

    @Option(
        names = "--ride",
        paramLabel = "KEY",
        description = "which of the recorded rides (default: the key of <ride-id>)")
    private String key;

    @Option(
        names = "--speed",
        paramLabel = "N",
        description = "how many times as fast as it was (default: ${DEFAULT-VALUE})",
        defaultValue = "1")
    private double speed;

    @Option(names = "--replay-from", paramLabel = "EPOCH_MILLIS", hidden = true)
    private Long from;

    /** Whether the speed is one to replay at. */
    boolean hasSpeed() {
      return speed > 0 && speed <= 1_000_000;
    }

    /**
     * Opens the recording and says what is in it.
     *
     * @param ride whose line it is taken for
     * @param now when the day begins, in epoch milliseconds, unless told otherwise
     */
    Replay open(Ride ride, long now) throws Failure {
      String wanted = key == null ? ride.key() : key;
      RecordedDay day = read();
      tell(day, wanted);
      return new Replay(
          day, wanted, ride.cycleMinutes(), ride.capacity(), from == null ? now : from, speed);
    }

    private void tell(RecordedDay day, String wanted) {
      int rows = day.posted(wanted).size();
      if (rows == 0) {
        LOG.info(
            "{} has no posted wait of ride {} on {}; this sensor stays silent",
            file,
            wanted,
            day.date());
      } else {
        LOG.info(
            "{}: {} rows of ride {} on {}; in the whole file {}",
            file,
            rows,
            wanted,
            day.date(),
            day.skips());
      }
    }

    private RecordedDay read() throws Failure {
      try {
        return RecordedDay.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
      } catch (NoSuchFileException e) {
        throw new Failure("there is no recorded day " + file + "; give another with --replay", e);
      } catch (IOException e) {
        throw new Failure(
            "the recorded day "
                + file
                + " cannot be read as UTF-8 text; give another with"
                + " --replay",
            e);
      } catch (IllegalArgumentException e) {
        throw new Failure("the recorded day " + file + " is not right: " + e.getMessage(), e);
      }
    }
  }
}
