package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.programs.Installation;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.file.OwnerOnly;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker with users and rights: each program may do what it must, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecureBrokerTest {
  private static final Duration QUESTION = Duration.ofSeconds(20);

  private final Programs programs = new Programs();
  private Path data;
  private int port;
  private Running broker;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    data = folder;
    port = FreePort.find();
    broker =
        programs.start(
            "broker",
            Integer.toString(port),
            "--secure",
            "--parks",
            "2",
            "--data",
            folder.toString());
    broker.awaitLine("broker listens on", Programs.PATIENCE);
  }

  @AfterAll
  void close() {
    programs.close();
  }

  @Test
  void wholeParkWorksWithAUserForEachProgram() throws Exception {
    String registry = Integer.toString(FreePort.find());
    String waits = Integer.toString(FreePort.find());
    start("registry", registry);
    Running server = start("waitingtimeserver", waits, "127.0.0.1", port(), "--unsigned-sensors");
    start("sensor", "0", "127.0.0.1", port(), "--minute", "200ms");
    Running engine = start("engine", "127.0.0.1", port(), "10", "127.0.0.1", waits);
    server.awaitLine("waiting time server listens", Programs.PATIENCE);
    Running guest =
        start(
            "visitor",
            "127.0.0.1",
            registry,
            "127.0.0.1",
            port(),
            "--auto",
            "ana",
            "--minute",
            "200ms",
            "--known-hosts",
            data.resolve("known").toString());
    try (Frames frames = new Frames(kafka("admin"), 0)) {
      frames.await(
          "a guest who has left the gate, and a ride that is counted",
          Programs.PATIENCE,
          frame ->
              hasWalked(frame)
                  && Frames.ride(frame, 0).state() == RideState.OPEN
                  && Frames.ride(frame, 1).state() == RideState.NO_DATA);
    }
    for (Running program : List.of(server, engine, guest)) {
      assertFalse(program.said().contains("does not let us"), program.said());
      program.terminate();
      assertEquals(0, program.awaitExit(Programs.PATIENCE), program.said());
    }
  }

  private static boolean hasWalked(MapFrame frame) {
    return frame.map().visitors().stream()
        .map(ParkMap.Whereabouts::position)
        .anyMatch(place -> !place.equals(Position.GATE));
  }

  @Test
  void topicsAreThereForAllParksBeforeAnyProgramIs() throws Exception {
    try (Admin admin = kafka("admin").admin(QUESTION)) {
      admin
          .describeTopics(List.of("SD", "Visitor", "Engine", "Park"))
          .allTopicNames()
          .get()
          .forEach((name, topic) -> assertTrue(topic.partitions().size() >= 2, name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "crowd, Engine",
    "crowd, SD",
    "crowd, Park",
    "sensor, Visitor",
    "sensor, Engine",
    "waitingtimeserver, Engine",
    "waitingtimeserver, SD",
    "engine, SD",
    "registry, Engine",
    "registry, Park",
    "engine, Ended"
  })
  void writingIsForThoseWhoMust(String user, String topic) throws Exception {
    try (KafkaProducer<String, byte[]> producer = kafka(user).producer(0)) {
      var sent = producer.send(new ProducerRecord<>(topic, 0, "x", new byte[] {1}));
      ExecutionException e = assertThrows(ExecutionException.class, sent::get);
      assertInstanceOf(AuthorizationException.class, e.getCause());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "crowd, Visitor",
    "crowd, Park",
    "crowd, SD",
    "sensor, SD",
    "sensor, Visitor",
    "sensor, Engine",
    "waitingtimeserver, Visitor",
    "engine, SD",
    "registry, Visitor",
    "registry, Park",
    "registry, Ended"
  })
  void readingIsForThoseWhoMust(String user, String topic) {
    try (KafkaConsumer<String, byte[]> consumer = kafka(user).consumer()) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seek(partition, 0);
      assertThrows(
          AuthorizationException.class,
          () -> {
            long deadline = System.nanoTime() + QUESTION.toNanos();
            while (System.nanoTime() < deadline) {
              assertEquals(0, consumer.poll(Duration.ofMillis(200)).count());
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crowd", "sensor", "registry", "waitingtimeserver"})
  void nobodyElseJoinsTheEnginesOrNotesForThem(String user) {
    try (KafkaConsumer<String, byte[]> member = kafka(user).groupConsumer("fwq-engine", 6_000)) {
      member.subscribe(List.of(user.equals("waitingtimeserver") ? "SD" : "Visitor"));
      assertThrows(
          AuthorizationException.class,
          () -> {
            for (int i = 0; i < 50; i++) {
              var _ = member.poll(Duration.ofMillis(200));
            }
          });
    }
    try (KafkaProducer<String, byte[]> owner = kafka(user).transactionalProducer("fwq-park-0")) {
      assertThrows(TransactionalIdAuthorizationException.class, owner::initTransactions);
    }
  }

  @Test
  void enginesOwnNothingBeyondTheirGroupAndTheirTransactions() {
    try (KafkaConsumer<String, byte[]> member = kafka("engine").groupConsumer("others", 6_000)) {
      member.subscribe(List.of("Visitor"));
      assertThrows(
          GroupAuthorizationException.class,
          () -> {
            for (int i = 0; i < 50; i++) {
              var _ = member.poll(Duration.ofMillis(200));
            }
          });
    }
    try (KafkaProducer<String, byte[]> owner = kafka("engine").transactionalProducer("others")) {
      assertThrows(TransactionalIdAuthorizationException.class, owner::initTransactions);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crowd", "sensor", "registry"})
  void topicsAreMadeAlteredAndDeletedByNobodyElse(String user) {
    try (Admin admin = kafka(user).admin(QUESTION)) {
      assertRefused(
          admin.createPartitions(Map.of("Visitor", NewPartitions.increaseTo(9))).all()::get);
      assertRefused(admin.createTopics(List.of(new NewTopic("Mine", 1, (short) 1))).all()::get);
      assertRefused(admin.deleteTopics(List.of("Visitor")).all()::get);
      assertRefused(admin.describeUserScramCredentials().all()::get);
    }
  }

  private interface Question {
    void ask() throws Exception;
  }

  private static void assertRefused(Question question) {
    ExecutionException e = assertThrows(ExecutionException.class, question::ask);
    assertInstanceOf(AuthorizationException.class, e.getCause());
  }

  @Test
  void wrongPasswordIsRefused() throws Exception {
    Properties properties = CommonOptions.kafkaProperties(wrongPassword());
    try (Admin admin = new KafkaClients(Programs.here(port), properties).admin(QUESTION)) {
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> admin.listTopics().names().get());
      assertInstanceOf(SaslAuthenticationException.class, e.getCause());
    }
  }

  @Test
  void nobodyGetsInWithTlsAlone() throws Exception {
    Properties tls = CommonOptions.kafkaProperties(userFile("crowd"));
    tls.setProperty("security.protocol", "SSL");
    try (Admin admin = new KafkaClients(Programs.here(port), tls).admin(Duration.ofSeconds(2))) {
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> admin.listTopics().names().get());
      assertTrue(
          e.getCause() instanceof TimeoutException
              || e.getCause() instanceof AuthenticationException,
          e.toString());
    }
  }

  @Test
  void filesAreForTheirOwnerAloneAndPasswordsAreInNoLogAndNoArgument() throws Exception {
    try (Stream<Path> files = Files.list(data.resolve("kafka"))) {
      List<Path> all = files.filter(it -> !it.endsWith("guest.properties")).toList();
      var withRights =
          Installation.here().table().rows().stream().filter(row -> !row.rights().isEmpty());
      long users = withRights.flatMap(row -> row.users().stream()).distinct().count();
      assertEquals(users, all.size(), "with the operator's, without guests', of " + all);
      for (Path file : all) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = Files.readString(file).replaceAll("(?s).*password=\"([^\"]+)\".*", "$1");
        assertTrue(password.length() >= 40, file.toString());
        assertFalse(broker.said().contains(password));
        assertFalse(broker.handle().info().commandLine().orElse("").contains(password));
      }
    }
  }

  /** What a program says of the wrong file, and then goes on trying. */
  private enum Mistake {
    OTHER_USER("crowd", "does not let us write to the topic SD"),
    NO_USER("", "speaks TLS and we do not"),
    WRONG_PASSWORD("wrong", "does not know us by this user and password");

    private final String user;
    private final String says;

    Mistake(String user, String says) {
      this.user = user;
      this.says = says;
    }
  }

  @ParameterizedTest
  @EnumSource(Mistake.class)
  void sensorWithTheWrongFileSaysSo(Mistake mistake) throws Exception {
    String[] arguments = {"0", "127.0.0.1", port(), "--data", data.resolve("sensor").toString()};
    Path file = mistake == Mistake.WRONG_PASSWORD ? wrongPassword() : userFile(mistake.user);
    Running sensor =
        mistake.user.isEmpty()
            ? programs.start("sensor", arguments)
            : programs.start(
                "sensor",
                Stream.concat(Stream.of(arguments), Stream.of("--kafka-config", file.toString()))
                    .toArray(String[]::new));
    String line = sensor.awaitLine(mistake.says, Programs.PATIENCE);
    assertTrue(line.contains("--kafka-config"), line);
    assertTrue(line.contains("trying until it works"), line);
    sensor.terminate();
    assertEquals(0, sensor.awaitExit(Programs.PATIENCE), sensor.said());
    assertFalse(sensor.said().contains("\tat "), sensor.said());
  }

  @Test
  void engineWithTheWrongUserSaysSo() throws Exception {
    Running engine =
        programs.start(
            "engine",
            "127.0.0.1",
            port(),
            "10",
            "127.0.0.1",
            "9",
            "--data",
            data.resolve("other").toString(),
            "--kafka-config",
            userFile("crowd").toString());
    engine.awaitLine("does not let us read the topic Visitor", Programs.PATIENCE);
    engine.terminate();
    assertEquals(0, engine.awaitExit(Programs.PATIENCE), engine.said());
    assertFalse(engine.said().contains("\tat "), engine.said());
  }

  @Test
  void settingsOfNoUseEndTheProgramWithASentence() throws Exception {
    Path bad =
        Files.writeString(
            data.resolve("bad.properties"),
            "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/no/such\n");
    Running sensor =
        programs.start(
            "sensor",
            "0",
            "127.0.0.1",
            port(),
            "--kafka-config",
            bad.toString(),
            "--data",
            data.toString());
    assertEquals(1, sensor.awaitExit(Programs.PATIENCE), sensor.said());
    assertTrue(sensor.said().contains("/no/such"), sensor.said());
    assertFalse(sensor.said().contains("\tat "), sensor.said());
  }

  private Path wrongPassword() throws Exception {
    String right = Files.readString(userFile("sensor"));
    Path wrong = data.resolve("wrong.properties");
    OwnerOnly.replace(wrong, right.replaceAll("password=\"[^\"]+\"", "password=\"wrong\""));
    return wrong;
  }

  private Running start(String program, String... arguments) throws Exception {
    String user = program.equals("visitor") ? "crowd" : program;
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.resolve("programs").toString()));
    all.addAll(List.of("--kafka-config", userFile(user).toString()));
    return programs.start(program, all.toArray(String[]::new));
  }

  private KafkaClients kafka(String user) {
    try {
      return new KafkaClients(Programs.here(port), CommonOptions.kafkaProperties(userFile(user)));
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  private Path userFile(String user) {
    return data.resolve("kafka").resolve(user + ".properties");
  }

  private String port() {
    return Integer.toString(port);
  }
}
