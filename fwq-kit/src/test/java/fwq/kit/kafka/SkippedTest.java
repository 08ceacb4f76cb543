package fwq.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Logged;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class SkippedTest {
  private final AtomicLong now = new AtomicLong(1_700_000_000_000L);
  private final Skipped skipped =
      new Skipped("readings", () -> Instant.ofEpochMilli(now.get()), Metrics.unserved());

  @Test
  void thousandBadRecordsInASecondAreOneLineAndAllCounted() {
    List<String> lines =
        Logged.during(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                skipped.add("it is no number");
                now.getAndUpdate(millis -> Math.min(millis + 1, 1_700_000_000_999L));
              }
            });
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(
        lines.getFirst().endsWith("readings skipped so far: 1; the last because it is no number"));
    assertEquals(1_000, skipped.count());
  }

  @Test
  void recordIsNamedByItsPlaceAndHowItBegins() {
    List<String> lines =
        Logged.during(
            () ->
                skipped.add(
                    new ConsumerRecord<>("SD", 3, 77, "k", "not \u001b[2J\n".getBytes(UTF_8)),
                    "this is not JSON"));
    assertTrue(
        lines
            .getFirst()
            .endsWith("this is not JSON, at SD-3 offset 77, which begins 'not \\u001b[2J\\n'"),
        lines.getFirst());
  }

  /** A flood of a hundred thousand records a second is one sentence a second. */
  @Test
  void whatIsNotToldIsNotPutIntoWords() {
    AtomicLong asked = new AtomicLong();
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("SD", 3, 77, "k", new byte[9]) {
          @Override
          public String topic() {
            asked.incrementAndGet();
            return super.topic();
          }
        };
    List<String> lines =
        Logged.during(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                skipped.add(record, "it is not signed");
              }
            });
    assertEquals(1, lines.size(), lines.toString());
    assertEquals(1, asked.get());
    assertEquals(1_000, skipped.count());
  }

  @Test
  void nextSecondHasItsOwnLineWithTheWholeCount() {
    List<String> lines =
        Logged.during(
            () -> {
              skipped.add("a");
              now.addAndGet(999);
              skipped.add("b");
              now.addAndGet(1);
              skipped.add("c");
            });
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.getLast().endsWith("readings skipped so far: 3; the last because c"));
  }

  @Test
  void restOfABurstIsToldAfterwardsAndOnce() {
    List<String> lines =
        Logged.during(
            () -> {
              skipped.add("a");
              skipped.add("b");
              skipped.tell();
              now.addAndGet(1_000);
              skipped.tell();
              now.addAndGet(1_000);
              skipped.tell();
            });
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.getLast().endsWith("readings skipped so far: 2; the last because b"));
  }

  @Test
  void bytesAreShownAsTextWhereTheyAreText() {
    assertEquals("'[3,\\u001bX'…", Skipped.beginning("[3,\u001bX1]".getBytes(UTF_8), 5));
    assertEquals("0xfffe00", Skipped.beginning(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, 9));
    assertEquals("'ñ'…", Skipped.beginning("ññ".getBytes(UTF_8), 3), "a character cut in two");
    assertEquals("''", Skipped.beginning(new byte[0], 9));
  }
}
