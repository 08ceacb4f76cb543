package fwq.sensor;

import fwq.common.park.Ride;
import fwq.kit.kafka.Skipped;
import java.io.IOException;
import java.io.Reader;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers that a real counter writes, one a line; each counts until the next. */
final class CounterInput implements Counts {
  private static final Logger LOG = LoggerFactory.getLogger(CounterInput.class);

  /** A longer line is no number. */
  private static final int LINE_CHARS_MAX = 100;

  /** A counter that writes faster than the sensor sends is held up. */
  private static final int AHEAD_MAX = 1_000;

  private final BlockingQueue<OptionalInt> numbers = new ArrayBlockingQueue<>(AHEAD_MAX);
  private OptionalInt latest = OptionalInt.empty();

  @Override
  public OptionalInt peopleAt(long now) {
    OptionalInt next = numbers.poll();
    if (next != null) {
      latest = next;
    }
    return latest;
  }

  /**
   * Reads until the input ends, on a thread of its own.
   *
   * @param arrived called once for each number, and once at the end
   */
  void read(Reader input, Skipped skipped, Runnable arrived) throws InterruptedException {
    try {
      for (String line = line(input); line != null; line = line(input)) {
        OptionalInt people = people(line.strip());
        if (people.isPresent()) {
          numbers.put(people);
          arrived.run();
        } else if (!line.isBlank()) {
          skipped.add(
              "a count is a number from 0 to "
                  + Ride.QUEUE_MAX
                  + " on a line of its own, such as"
                  + " 105, got '"
                  + line.strip()
                  + "'");
        }
      }
      LOG.info("the counter's input has ended; this sensor is silent from now on");
    } catch (IOException e) {
      LOG.warn(
          "the counter's input cannot be read ({}); this sensor is silent from now on",
          e.getMessage());
    }
    numbers.put(OptionalInt.empty());
    arrived.run();
  }

  private static OptionalInt people(String text) {
    try {
      int people = Integer.parseInt(text);
      return people < 0 || people > Ride.QUEUE_MAX ? OptionalInt.empty() : OptionalInt.of(people);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** The next line, cut to a bound however long it is; null at the end. */
  private static String line(Reader input) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = input.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = input.read()) {
      if (line.length() < LINE_CHARS_MAX) {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
