package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.RideState;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators say outlives the engine that heard it. */
@Timeout(240)
final class OperatorTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path data;
  private final HostPort broker = Programs.here(FreePort.find());
  private final HostPort registry = Programs.here(FreePort.find());
  private final HostPort waits = Programs.here(FreePort.find());
  private KafkaConsumer<String, byte[]> consumer;

  OperatorTest() throws Exception {}

  @Test
  void closedParkLoweredCapacityAndBrokenRideOutliveTheEngine() throws Exception {
    try (Programs programs = new Programs()) {
      Running accounts = registry(programs);
      programs
          .start("broker", Integer.toString(broker.port()), "--data", data.toString())
          .awaitLine("broker listens", Programs.PATIENCE);
      assertInstanceOf(Done.class, register());
      accounts.kill();
      registry(programs, "--operator", "boss");
      programs
          .start(
              "waitingtimeserver",
              Integer.toString(waits.port()),
              broker.host(),
              Integer.toString(broker.port()),
              "--data",
              data.toString())
          .awaitLine("waiting time server listens", Programs.PATIENCE);
      Running engine = engine(programs);
      try (var read = new KafkaClients(broker, new Properties()).consumer()) {
        consumer = read;
        consumer.assign(List.of(new TopicPartition(VisitTopics.ENGINE.name(), 0)));
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        await(map -> map.rides().size() == 4);
        day(programs, engine);
      }
    }
  }

  private void day(Programs programs, Running engine) throws Exception {
    says(programs, 0, "ride 2 (Roller Coaster) is down", "ride", "2", "down", "--reason", "Chain");
    says(programs, 0, "capacity-3: done", "operate", "capacity", "3");
    says(programs, 1, "only a closed park is cleared", "operate", "clear");
    Path password = Files.writeString(data.resolve("boss.password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    says(
        programs,
        0,
        "close: done",
        "operate",
        "close",
        "--reason",
        "Storm",
        "--registry",
        registry.toString(),
        "--alias",
        "boss",
        "--password-file",
        password.toString(),
        "--plaintext");
    await(OperatorTest::isAsSaid);

    engine.kill();
    engine(programs);
    ParkMap after = await(map -> map.rides().size() == 4);
    assertTrue(isAsSaid(after), after.toString());
    says(programs, 0, "boss: close", "operate");
    says(programs, 0, "open: done", "operate", "open");
    await(map -> map.sign().open() && map.rides().get(2).state() == RideState.DOWN);
  }

  private static boolean isAsSaid(ParkMap map) {
    return !map.sign().open()
        && map.sign().reason().equals(Optional.of("Storm"))
        && map.capacity() == 3
        && map.rides().get(2).reason().equals(Optional.of("Chain"))
        && map.rides().stream().allMatch(ride -> ride.state() == RideState.CLOSED);
  }

  private void says(Programs programs, int exit, String line, String program, String... words)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--broker", broker.toString(), "--data", data.toString()));
    Running operator = programs.start(program, all.toArray(String[]::new));
    operator.awaitLine(line, Programs.PATIENCE);
    assertEquals(exit, operator.awaitExit(Programs.PATIENCE));
  }

  private Running registry(Programs programs, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                Integer.toString(registry.port()),
                "--plaintext",
                "--broker",
                broker.toString(),
                "--data",
                data.toString()));
    words.addAll(List.of(more));
    Running running = programs.start("registry", words.toArray(String[]::new));
    running.awaitLine("registry listens", Programs.PATIENCE);
    return running;
  }

  private RegistryReply register() throws Exception {
    try (FrameClient client = FrameClient.connect(registry, Duration.ofSeconds(10))) {
      return RegistryCodec.readReply(
          client.call(
              RegistryCodec.write(
                  new RegistryRequest.Register(
                      "boss", "Boss", "b@b.org", new Secret(PASSWORD), Optional.empty()))));
    }
  }

  private Running engine(Programs programs) throws Exception {
    Running running =
        programs.start(
            "engine",
            broker.host(),
            Integer.toString(broker.port()),
            "1000",
            waits.host(),
            Integer.toString(waits.port()),
            "--data",
            data.toString());
    running.awaitLine("park 0 is ours", Programs.PATIENCE);
    return running;
  }

  /** The next picture like this. */
  private ParkMap await(Predicate<ParkMap> wanted) throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        if (EngineCodec.read(record.value()) instanceof MapFrame frame
            && wanted.test(frame.map())) {
          return frame.map();
        }
      }
    }
    throw new AssertionError("no such picture within " + Programs.PATIENCE);
  }
}
