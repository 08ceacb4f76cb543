package fwq.kit.kafka;

import static org.apache.kafka.common.IsolationLevel.READ_COMMITTED;
import static org.apache.kafka.common.IsolationLevel.READ_UNCOMMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fwq.kit.net.HostPort;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ClientSettingsTest {
  private static final HostPort BROKER = new HostPort("broker.example", 9092);

  @Test
  void operatorsChoicesReplaceOurs() {
    ClientSettings settings =
        with(Map.of("linger.ms", "50", "request.timeout.ms", "9000", "max.poll.records", "7"));
    Map<String, Object> producer = settings.producer(Map.of("linger.ms", 0));
    assertEquals("50", producer.get("linger.ms"));
    assertEquals("9000", producer.get("request.timeout.ms"));
    assertEquals("7", settings.consumer(READ_UNCOMMITTED, Map.of()).get("max.poll.records"));
  }

  @Test
  void ourChoicesStandWhereTheOperatorHasNone() {
    ClientSettings settings = with(Map.of("security.protocol", "SSL"));
    assertEquals(5, settings.producer(Map.of("linger.ms", 5)).get("linger.ms"));
    assertEquals(1_000, settings.consumer(READ_UNCOMMITTED, Map.of()).get("max.poll.records"));
    assertEquals("SSL", settings.producer(Map.of()).get("security.protocol"));
    assertEquals("SSL", settings.consumer(READ_UNCOMMITTED, Map.of()).get("security.protocol"));
  }

  @Test
  void whatAProducersCorrectnessRestsOnStays() {
    Map<String, Object> producer =
        with(Map.of(
                "acks", "0",
                "enable.idempotence", "false",
                "transactional.id", "mine",
                "bootstrap.servers", "elsewhere:1"))
            .producer(Map.of());
    assertEquals("all", producer.get("acks"));
    assertEquals(true, producer.get("enable.idempotence"));
    assertFalse(producer.containsKey("transactional.id"));
    assertEquals("broker.example:9092", producer.get("bootstrap.servers"));
  }

  @Test
  void whatAConsumersCorrectnessRestsOnStays() {
    Map<String, Object> consumer =
        with(Map.of(
                "isolation.level", "read_uncommitted",
                "enable.auto.commit", "true",
                "auto.offset.reset", "latest",
                "allow.auto.create.topics", "true",
                "group.id", "mine",
                "group.instance.id", "me",
                "group.protocol", "consumer"))
            .consumer(READ_COMMITTED, Map.of());
    assertEquals("read_committed", consumer.get("isolation.level"));
    assertEquals(false, consumer.get("enable.auto.commit"));
    assertEquals("none", consumer.get("auto.offset.reset"));
    assertEquals(false, consumer.get("allow.auto.create.topics"));
    assertFalse(consumer.containsKey("group.id"));
    assertFalse(consumer.containsKey("group.instance.id"));
    assertEquals("classic", consumer.get("group.protocol"));
  }

  @Test
  void readerOfWhatIsWrittenWithoutTransactionsWaitsForNobodysOpenOne() {
    assertEquals(
        "read_uncommitted",
        with(Map.of("isolation.level", "read_committed"))
            .consumer(READ_UNCOMMITTED, Map.of())
            .get("isolation.level"));
  }

  private static ClientSettings with(Map<String, String> properties) {
    Properties more = new Properties();
    more.putAll(properties);
    return new ClientSettings(BROKER, more);
  }
}
