package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Logged;
import fwq.kit.program.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DamagedRecordsTest {
  private static final TopicPartition SD = new TopicPartition("S-D.x", 12);

  private final Skipped skipped =
      new Skipped("readings", InstantSource.system(), Metrics.unserved());

  /** Throws at each poll until its owner has sought past the damage, as Kafka's consumer does. */
  private static final class OverDamage extends MockConsumer<String, byte[]> {
    private final KafkaException thrown;
    private final long end;

    OverDamage(KafkaException thrown, long end) {
      super("earliest");
      this.thrown = thrown;
      this.end = end;
      assign(List.of(SD));
      updateBeginningOffsets(Map.of(SD, 4L));
      seek(SD, 4);
      addRecord(new ConsumerRecord<>(SD.topic(), SD.partition(), end, "k", new byte[1]));
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration wait) {
      if (position(SD) < end) {
        throw thrown;
      }
      return super.poll(wait);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Record batch for partition S-D.x-12 at offset 4 is invalid, cause: Record is corrupt",
        "Record for partition S-D.x-12 at offset 4 is invalid, cause: x",
        "Received exception when fetching the next record from S-D.x-12. If needed, please seek past"
            + " the record to continue consumption."
      })
  void damagedBatchIsPassedRecordByRecordAndSaidInOneLine(String words) {
    OverDamage consumer = new OverDamage(new KafkaException(words), 7);
    List<String> said =
        Logged.during(
            () ->
                assertEquals(
                    7,
                    DamagedRecords.poll(consumer, Duration.ZERO).records(SD).getFirst().offset()));
    assertEquals(1, said.size(), said.toString());
    assertTrue(
        said.getFirst().contains("3 records are damaged")
            && said.getFirst().contains("S-D.x-12 offset 4"),
        said.getFirst());
  }

  @Test
  void damagedRecordsAreCountedWhereTheOthersAre() {
    OverDamage consumer =
        new OverDamage(new KafkaException("the next record from S-D.x-12. If needed"), 6);
    assertEquals(1, DamagedRecords.poll(consumer, Duration.ZERO, skipped).count());
    assertEquals(2, skipped.count());
  }

  @Test
  void whatElseGoesWrongIsTheOwnersAffair() {
    for (KafkaException other :
        List.of(
            new WakeupException(),
            new TimeoutException("no next record from S-D.x-12"),
            new KafkaException("the next record from Other-0. If needed"),
            new KafkaException((String) null))) {
      OverDamage consumer = new OverDamage(other, 5);
      KafkaException thrown =
          assertThrows(
              KafkaException.class, () -> DamagedRecords.poll(consumer, Duration.ZERO, skipped));
      assertEquals(other, thrown);
      assertEquals(4, consumer.position(SD));
    }
    assertEquals(0, skipped.count());
  }
}
