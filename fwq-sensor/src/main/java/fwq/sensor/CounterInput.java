package fwq.sensor;

import fwq.common.park.Ride;
import fwq.kit.kafka.Skipped;
import fwq.kit.text.Escape;
import java.io.IOException;
import java.io.Reader;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that a real counter writes, one a line; each counts until the next, but not for long: a
 * counter that falls silent, or writes only what is no count, must not look alive.
 */
final class CounterInput implements Counts {
  private static final Logger LOG = LoggerFactory.getLogger(CounterInput.class);

  /** A longer line is no number. */
  private static final int LINE_CHARS_MAX = 100;

  private static final int SHOWN_CHARS_MAX = 40;

  /** A counter that writes faster than the sensor sends is held up. */
  private static final int AHEAD_MAX = 1_000;

  /** A count counts for so long without another. */
  static final long SILENCE_MILLIS = 10_000;

  /** A whole number, also as those write it who know only fractions. */
  private static final Pattern COUNT = Pattern.compile("\\+?(\\d{1,9})(?:\\.0{1,9})?");

  private final BlockingQueue<OptionalInt> numbers = new ArrayBlockingQueue<>(AHEAD_MAX);
  private OptionalInt latest = OptionalInt.empty();
  private long latestAt;
  private boolean isSilent;

  @Override
  public OptionalInt peopleAt(long now) {
    OptionalInt next = numbers.poll();
    if (next != null) {
      latest = next;
      latestAt = now;
      if (isSilent && next.isPresent()) {
        LOG.info("the counter counts again");
        isSilent = false;
      }
    } else if (latest.isPresent() && now - latestAt >= SILENCE_MILLIS) {
      LOG.warn(
          "the counter has written no count for {} s; this sensor is silent until it does",
          SILENCE_MILLIS / 1_000);
      latest = OptionalInt.empty();
      isSilent = true;
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
        String text = line.replace("\uFEFF", "").strip();
        OptionalInt people = people(text);
        if (people.isPresent()) {
          numbers.put(people);
          arrived.run();
        } else if (!text.isEmpty()) {
          skipped.add(
              "a count is a number from 0 to "
                  + Ride.QUEUE_MAX
                  + " on a line of its own, such as"
                  + " 105, got '"
                  + Escape.of(text, SHOWN_CHARS_MAX)
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
    Matcher count = COUNT.matcher(text);
    int people = count.matches() ? Integer.parseInt(count.group(1)) : -1;
    return people < 0 || people > Ride.QUEUE_MAX ? OptionalInt.empty() : OptionalInt.of(people);
  }

  /** The next line, however it ends, cut to a bound however long it is; null at the end. */
  private static String line(Reader input) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = input.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = input.read()) {
      if (line.length() < LINE_CHARS_MAX) {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
