package fwq.engine;

import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static fwq.engine.Visited.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.Changes;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Ownership;
import fwq.engine.park.Guest;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class ParkLogTest {
  private static final TopicPartition PARK = new TopicPartition("Park", 0);
  private static final GuestEntry INSIDE =
      new GuestEntry(ANA, 7, NOW, Optional.of(Position.ofCell(21)));
  private static final GuestEntry OUTSIDE = new GuestEntry(BEN, 8, 0, Optional.empty());
  private static final Ownership OWNERSHIP = new Ownership(5, 42, NOW);
  private static final ConsumerGroupMetadata OWNER =
      new MockConsumer<String, byte[]>("earliest").groupMetadata();

  private final MockConsumer<String, byte[]> reader = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> writer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final ParkLog log = new ParkLog(reader, _ -> writer, "");
  private final Park park = new Park(10);

  private boolean save(Map<String, Optional<GuestEntry>> changes) {
    return log.save(0, OWNERSHIP, new Changes(changes, Optional.empty()), OWNER);
  }

  private Ownership restore(List<ProducerRecord<String, byte[]>> records)
      throws BadMessageException {
    reader.updateBeginningOffsets(Map.of(PARK, 0L));
    reader.updateEndOffsets(Map.of(PARK, (long) records.size()));
    reader.schedulePollTask(
        () -> {
          for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            reader.addRecord(new ConsumerRecord<>("Park", 0, i, record.key(), record.value()));
          }
        });
    LoggedPark logged = log.read(0);
    park.restore(logged.guests(), logged.ownership().time());
    return logged.ownership();
  }

  private static ProducerRecord<String, byte[]> record(String key, byte[] value) {
    return new ProducerRecord<>("Park", 0, key, value);
  }

  @Test
  void guestsReignAndOffsetAreNotedTogether() throws BadMessageException {
    log.take(0);
    assertTrue(save(Map.of("ana", Optional.of(INSIDE))));
    assertEquals(1, writer.commitCount());
    assertEquals(2, writer.history().size());
    var offsets = writer.consumerGroupOffsetsHistory().getFirst().get(OWNER.groupId());
    assertEquals(42, offsets.get(new TopicPartition("Visitor", 0)).offset());
    assertEquals(OWNERSHIP, restore(writer.history()));
    assertEquals(NOW, park.time());
    assertEquals(1, park.population());
  }

  @Test
  void claimIsNotedAtOnce() throws BadMessageException {
    log.take(0);
    log.claim(0, OWNERSHIP);
    assertEquals(1, writer.commitCount());
    assertEquals(OWNERSHIP, restore(writer.history()));
  }

  @Test
  void guestToForgetIsATombstone() throws BadMessageException {
    log.take(0);
    save(Map.of("ana", Optional.of(INSIDE)));
    save(Map.of("ana", Optional.empty()));
    assertNull(writer.history().getLast().value());
    restore(writer.history());
    assertEquals(0, park.population());
  }

  @Test
  void newestEntryOfEachGuestCounts() throws BadMessageException {
    restore(
        List.of(
            record(
                "ben",
                ChangelogCodec.write(new GuestEntry(BEN, 1, NOW, Optional.of(Position.GATE)))),
            record(
                "ana",
                ChangelogCodec.write(new GuestEntry(ANA, 1, NOW, Optional.of(Position.GATE)))),
            record("ana", ChangelogCodec.write(INSIDE)),
            record("ben", ChangelogCodec.write(OUTSIDE))));
    assertEquals(1, park.population());
    assertEquals(Position.ofCell(21), park.map(List.of()).visitors().getFirst().position());
    assertEquals(Optional.empty(), park.guest("ben").map(Guest::session));
  }

  @Test
  void unreadableEntriesAreSkipped() throws BadMessageException {
    restore(
        List.of(
            record("eva", new byte[0]),
            record("zoe", "nonsense".getBytes(UTF_8)),
            record(null, new byte[] {1}),
            record("ana", ChangelogCodec.write(INSIDE))));
    assertEquals(1, park.population());
  }

  @Test
  void unreadableReignIsNotTakenForNone() {
    assertThrows(
        BadMessageException.class,
        () -> restore(List.of(record(ParkLog.OWNERSHIP_KEY, "soon".getBytes(UTF_8)))));
  }

  @Test
  void onlyWhatIsNewIsReadUntilTheParkIsClaimed() throws BadMessageException {
    log.take(0);
    restore(List.of(record("ana", ChangelogCodec.write(INSIDE))));
    reader.updateEndOffsets(Map.of(PARK, 2L));
    reader.schedulePollTask(
        () -> {
          assertEquals(1, reader.position(PARK));
          reader.addRecord(
              new ConsumerRecord<>("Park", 0, 1, "ben", ChangelogCodec.write(OUTSIDE)));
        });
    assertEquals(2, log.read(0).guests().size());
    log.claim(0, OWNERSHIP);
    reader.updateEndOffsets(Map.of(PARK, 0L));
    assertEquals(List.of(), log.read(0).guests());
  }

  @Test
  void emptyLogIsAnEmptyPark() throws BadMessageException {
    assertEquals(Ownership.NONE, restore(List.of()));
    assertEquals(0, park.population());
  }

  @Test
  void restoringDoesNotWaitForEverForABrokerThatWentAway() {
    reader.updateBeginningOffsets(Map.of(PARK, 0L));
    reader.updateEndOffsets(Map.of(PARK, 3L));
    assertThrows(TimeoutException.class, () -> log.read(0));
  }

  @Test
  void saveThatFailsLeavesNothingAndCanBeRepeated() {
    log.take(0);
    writer.commitTransactionException = new KafkaException("a record was lost");
    assertFalse(save(Map.of("ana", Optional.of(INSIDE))));
    assertTrue(writer.transactionAborted());
    assertEquals(List.of(), writer.history());
    writer.commitTransactionException = null;
    assertTrue(save(Map.of("ana", Optional.of(INSIDE))));
    assertEquals(2, writer.history().size());
  }

  @Test
  void saveWhileTheGroupAgreesAnewIsTriedAgain() {
    log.take(0);
    writer.sendOffsetsToTransactionException = new CommitFailedException("another generation");
    assertFalse(save(Map.of("ana", Optional.of(INSIDE))));
    assertTrue(writer.transactionAborted());
  }

  @Test
  void saveWhoseOutcomeNobodyKnowsIsNotRepeated() {
    log.take(0);
    writer.commitTransactionException = new TimeoutException("no answer");
    assertThrows(TimeoutException.class, () -> save(Map.of("ana", Optional.of(INSIDE))));
  }

  @Test
  void fencedWriterIsNotUsedAgain() {
    log.take(0);
    writer.fenceProducer();
    assertThrows(ProducerFencedException.class, () -> save(Map.of("ana", Optional.of(INSIDE))));
  }
}
