package fwq.trials;

import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.programs.Programs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What engines have noted of park 0. */
final class Noted implements AutoCloseable {
  private static final Pattern OFFSET = Pattern.compile("\"offset\":([0-9]+)");

  private final KafkaConsumer<String, byte[]> consumer;

  Noted(KafkaClients kafka) {
    consumer = kafka.committedConsumer();
    List<TopicPartition> park = List.of(new TopicPartition(VisitTopics.PARK.name(), 0));
    consumer.assign(park);
    consumer.seekToBeginning(park);
  }

  /** Waits until so many of the guests' records are noted. */
  void awaitOffset(long offset) {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.value() != null) {
          Matcher matcher = OFFSET.matcher(new String(record.value(), StandardCharsets.UTF_8));
          if (matcher.find() && Long.parseLong(matcher.group(1)) >= offset) {
            return;
          }
        }
      }
    }
    throw new AssertionError("nothing is noted up to offset " + offset);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
