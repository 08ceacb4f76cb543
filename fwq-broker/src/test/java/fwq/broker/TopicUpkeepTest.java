package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Topic;
import fwq.kit.kafka.TopicSettings;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics of former versions, with what lies in them, and records that are small until unpacked. */
@Timeout(240)
final class TopicUpkeepTest {
  private static final int BOMB_BYTES = 24 << 20;
  private static final Duration QUESTION = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void topicsAreSetAnewWhereNothingLargerIsStoredAndThenTakeNoBombs() throws Exception {
    HostPort address = new HostPort("127.0.0.1", FreePort.find());
    try (EmbeddedBroker _ = EmbeddedBroker.start(folder, address);
        Admin admin = new KafkaClients(address, new Properties()).admin(QUESTION);
        KafkaProducer<String, byte[]> stranger = stranger(address)) {
      admin
          .createTopics(
              List.of(
                  older(SensorTopics.SD, Map.of()),
                  older(VisitTopics.VISITOR, Map.of()),
                  older(VisitTopics.PARK, Map.of("cleanup.policy", "compact")),
                  older(VisitTopics.ENGINE, Map.of("retention.ms", "7"))))
          .all()
          .get();
      send(stranger, "Visitor", new byte[BOMB_BYTES]).get();
      byte[] large = new byte[100_000];
      new java.util.SplittableRandom(1).nextBytes(large);
      send(stranger, "Park", large).get();

      new TopicUpkeep(admin, new StoredRecords(folder)).run();

      assertEquals("16384", setting(admin, SensorTopics.SD, "max.message.bytes"));
      assertEquals("16384", setting(admin, SensorTopics.SD, "max.decompressed.message.bytes"));
      assertEquals("1048588", setting(admin, VisitTopics.VISITOR, "max.message.bytes"));
      assertEquals("uncompressed", setting(admin, VisitTopics.VISITOR, "compression.type"));
      assertEquals("1048588", setting(admin, VisitTopics.PARK, "max.message.bytes"));
      assertEquals("7", setting(admin, VisitTopics.ENGINE, "retention.ms"), "somebody's choice");
      assertEquals("65536", setting(admin, VisitTopics.ENGINE, "max.message.bytes"));
      assertRefused(send(stranger, "SD", new byte[BOMB_BYTES]));
      assertEquals(0, records(address, "SD"));
      // Kafka's client divides what is refused, and tries again.
      manySmall(stranger);
      stranger.flush();
      assertTrue(new StoredRecords(folder).largest("SD").bytes() <= 16_384, "all are small");
      assertTrue(records(address, "Visitor") > 0, "what was there stays");
    }
  }

  @Test
  void whatIsTooLargeIsNamedWithWhatToDo() {
    StoredRecords.Largest largest = new StoredRecords.Largest(734_003_200, "Visitor-0 offset 12");
    String visitor = TopicUpkeep.sentence(VisitTopics.VISITOR, largest);
    assertTrue(visitor.contains("734003200 bytes at Visitor-0 offset 12"), visitor);
    assertTrue(visitor.contains("kafka-delete-records.sh"), visitor);
    assertTrue(TopicUpkeep.sentence(VisitTopics.PARK, largest).contains("its key"));
  }

  /** As former versions, or other tools, made it. */
  private static NewTopic older(Topic topic, Map<String, String> settings) {
    return new NewTopic(topic.name(), 1, (short) 1).configs(settings);
  }

  private static String setting(Admin admin, Topic topic, String name) throws Exception {
    return TopicSettings.of(admin, topic).orElseThrow().values().get(name);
  }

  private static Future<?> send(
      KafkaProducer<String, byte[]> stranger, String topic, byte[] value) {
    return stranger.send(new ProducerRecord<>(topic, 0, "key", value));
  }

  /** One packed batch of records none of which is large. */
  private static void manySmall(KafkaProducer<String, byte[]> stranger) {
    for (int i = 0; i < 100; i++) {
      var _ = send(stranger, "SD", new byte[1_000]);
    }
  }

  private static void assertRefused(Future<?> sending) {
    ExecutionException e = assertThrows(ExecutionException.class, sending::get);
    assertInstanceOf(ApiException.class, e.getCause());
  }

  private static long records(HostPort address, String topic) {
    TopicPartition park = new TopicPartition(topic, 0);
    try (var consumer = new KafkaClients(address, new Properties()).consumer()) {
      return consumer.endOffsets(List.of(park)).get(park);
    }
  }

  /** Packs as tightly as can be, and sends as much as it likes. */
  private static KafkaProducer<String, byte[]> stranger(HostPort address) {
    Properties more = new Properties();
    more.put("compression.type", "zstd");
    more.put("max.request.size", Integer.toString(4 * BOMB_BYTES));
    more.put("buffer.memory", Integer.toString(8 * BOMB_BYTES));
    more.put("batch.size", Integer.toString(BOMB_BYTES));
    more.put("linger.ms", "20000");
    more.put("enable.metrics.push", "false");
    return new KafkaClients(address, more).producer(200);
  }
}
