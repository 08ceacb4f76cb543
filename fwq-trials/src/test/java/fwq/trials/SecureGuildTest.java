package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guild and carts on a broker with users and rights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecureGuildTest {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Programs programs = new Programs();
  private Path data;
  private int port;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    data = folder;
    port = FreePort.find();
    programs
        .start("broker", Integer.toString(port), "--secure", "--data", folder.toString())
        .awaitLine("broker listens on", Programs.PATIENCE);
  }

  @AfterAll
  void close() {
    programs.close();
  }

  @Test
  void cartJoinsAndIsSeenWithAUserForEachProgram() throws Exception {
    String guildPort = Integer.toString(FreePort.find());
    String broker = Integer.toString(port);
    Running guild = start("guild", guildPort, "127.0.0.1", broker);
    guild.awaitLine("guild listens", Programs.PATIENCE);
    String known = data.resolve("known").toString();
    Running cart =
        start(
            "cart",
            "127.0.0.1",
            guildPort,
            "127.0.0.1",
            broker,
            "--plate",
            "PARK-01",
            "--premium",
            "--known-hosts",
            known);
    guild.awaitLine("PARK-01 appeared", Programs.PATIENCE);
    for (Running program : List.of(guild, cart)) {
      assertFalse(program.said().contains("does not let us"), program.said());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cart, Members",
    "cart, Engine",
    "crowd, Members",
    "sensor, Carts",
    "engine, Carts",
    "engine, Members",
    "guild, Engine",
    "guild, Visitor",
    "web, Members"
  })
  void writingIsForThoseWhoMust(String user, String topic) throws Exception {
    try (KafkaProducer<String, byte[]> producer = kafka(user).producer(0)) {
      var sent = producer.send(new ProducerRecord<>(topic, 0, "x", new byte[] {1}));
      ExecutionException e = assertThrows(ExecutionException.class, sent::get);
      assertInstanceOf(AuthorizationException.class, e.getCause());
    }
  }

  @ParameterizedTest
  @CsvSource({"cart, Carts", "cart, Members", "crowd, Carts", "crowd, Members", "engine, Carts"})
  void readingIsForThoseWhoMust(String user, String topic) throws Exception {
    try (KafkaConsumer<String, byte[]> consumer = kafka(user).consumer()) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seek(partition, 0);
      assertThrows(
          AuthorizationException.class,
          () -> {
            long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
              assertEquals(0, consumer.poll(POLL).count());
            }
          });
    }
  }

  private Running start(String program, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--data",
            data.resolve("programs").toString(),
            "--kafka-config",
            userFile(program).toString()));
    return programs.start(program, all.toArray(String[]::new));
  }

  private KafkaClients kafka(String user) {
    try {
      Properties its = CommonOptions.kafkaProperties(userFile(user));
      // Programs would rather give up than wait for a busy machine.
      its.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) Programs.PATIENCE.toMillis());
      return new KafkaClients(Programs.here(port), its);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  private Path userFile(String user) {
    return data.resolve("kafka").resolve(user + ".properties");
  }
}
