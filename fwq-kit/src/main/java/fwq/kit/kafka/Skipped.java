package fwq.kit.kafka;

import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import fwq.kit.text.Escape;
import io.prometheus.metrics.core.metrics.Counter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the records that cannot be used, and says so at most once a second. For one thread. */
public final class Skipped {
  private static final Logger LOG = LoggerFactory.getLogger(Skipped.class);

  private static final int WHY_CHARS_MAX = 300;
  private static final int SHOWN_BYTES_MAX = 40;

  private final String what;
  private final InstantSource clock;
  private final Counter counter;
  private long count;
  private long told;
  private Supplier<String> last = () -> "";
  private final Once words = new Once(Duration.ofSeconds(1));

  /**
   * A count from 0.
   *
   * @param what what is skipped, such as {@code readings}
   */
  public Skipped(String what, InstantSource clock, Metrics metrics) {
    this.what = what;
    this.clock = clock;
    this.counter =
        metrics.counter("fwq_" + what + "_skipped_total", "Records of this kind not usable.");
  }

  /** Counts one more. */
  public void add(String why) {
    add(() -> why);
  }

  private void add(Supplier<String> why) {
    count++;
    counter.inc();
    last = why;
    tell();
  }

  /**
   * Counts one more, and says where it is and how it begins. Of a flood hardly any is told, so what
   * would be told of one is only thought of then.
   */
  public void add(ConsumerRecord<?, byte[]> record, String why) {
    add(() -> sentence(record, why));
  }

  private static String sentence(ConsumerRecord<?, byte[]> record, String why) {
    byte[] value = record.value();
    return "%s, at %s-%d offset %d%s"
        .formatted(
            why,
            record.topic(),
            record.partition(),
            record.offset(),
            value == null ? "" : ", which begins " + beginning(value, SHOWN_BYTES_MAX));
  }

  /** The first bytes, as text where they are UTF-8, or else as {@code 0x00ff}. */
  static String beginning(byte[] bytes, int bytesMax) {
    int length = Math.min(bytes.length, bytesMax);
    String more = length < bytes.length ? "…" : "";
    CharBuffer text = CharBuffer.allocate(length);
    boolean isText =
        !StandardCharsets.UTF_8
            .newDecoder()
            // The last character may have been cut off.
            .decode(ByteBuffer.wrap(bytes, 0, length), text, more.isEmpty())
            .isError();
    return (isText
            ? "'" + Escape.of(text.flip().toString()) + "'"
            : "0x" + HexFormat.of().formatHex(bytes, 0, length))
        + more;
  }

  /** Says how many there are, if that is news and the last word on it a second old. */
  public void tell() {
    if (count > told && words.isDue(clock.millis())) {
      told = count;
      LOG.warn(
          "{} skipped so far: {}; the last because {}",
          what,
          count,
          Escape.of(last.get(), WHY_CHARS_MAX));
    }
  }

  /** How many so far. */
  public long count() {
    return count;
  }
}
