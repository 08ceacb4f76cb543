package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.guest.RegistryClient;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.tls.Trust;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One park, opened as a newcomer opens it, through a day of accidents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParkTest {
  private static final int CROWD = 8;

  private Path data;
  private final Programs programs = new Programs();
  private int brokerPort;
  private int registryPort;
  private int waitsPort;
  private Running park;
  private Frames frames;
  private Set<Path> temporary;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    data = folder;
    brokerPort = FreePort.find();
    registryPort = FreePort.find();
    waitsPort = FreePort.find();
    temporary = temporary();
    park =
        programs.start(
            "park",
            "--headless",
            "--no-caches",
            "--crowd",
            Integer.toString(CROWD),
            "--minute",
            "200ms",
            "--data",
            data.toString(),
            "--broker-port",
            Integer.toString(brokerPort),
            "--registry-port",
            Integer.toString(registryPort),
            "--web-port",
            "0",
            "--wts-port",
            Integer.toString(waitsPort));
    park.awaitLine("park is open", Programs.PATIENCE);
    frames = new Frames(Programs.here(brokerPort));
    Programs.progress("the park is open");
  }

  @AfterAll
  void close() throws Exception {
    try (programs) {
      if (frames != null) {
        frames.close();
      }
    }
  }

  @Test
  @Order(1)
  void theCrowdIsInsideAndWalks() {
    MapFrame before = full();
    frames.await(
        "somebody elsewhere", Programs.PATIENCE, frame -> !places(frame).equals(places(before)));
  }

  @Test
  @Order(2)
  void everyRideHasAWaitAndWaitsChange() {
    MapFrame before =
        frames.await(
            "all rides open",
            Programs.PATIENCE,
            frame ->
                frame.map().rides().size() == 4
                    && frame.map().rides().stream()
                        .allMatch(ride -> ride.state() == RideState.OPEN));
    frames.await(
        "other queues",
        Programs.PATIENCE,
        frame -> !frame.map().rides().equals(before.map().rides()));
  }

  @Test
  @Order(3)
  void aSensorThatNobodyHereWroteIsUnderstoodAndNonsenseIsSkipped() throws Exception {
    ProcessHandle sensor = child("sensor", " 0 127");
    try (var producer = kafka().producer(0)) {
      // The park's own sensor of ride 0 starts again a second after this: the gap is ours.
      sensor.destroyForcibly();
      sensor.onExit().join();
      for (String text : List.of("[1]", "\"x\"", "[99,5]", "[0,-3]", "", "[0,1e9]", "[0,2.5]")) {
        producer.send(record(text.getBytes(StandardCharsets.UTF_8))).get();
      }
      producer.send(record(null)).get();
      producer.send(record("[0, 105]".getBytes(StandardCharsets.UTF_8))).get();
    }
    MapFrame frame =
        frames.await(
            "105 people at ride 0",
            Programs.PATIENCE,
            it -> Frames.ride(it, 0).queue().orElse(-1) == 105);
    assertEquals(55, Frames.ride(frame, 0).waitMinutes().getAsInt());
    assertTrue(log("waiting-time-server").contains("readings skipped so far: "));
    park.awaitLine("sensor 0 died", Programs.PATIENCE);
  }

  @Test
  @Order(4)
  void aKilledEngineLosesNobody() {
    MapFrame before = full();
    child("engine", "EngineMain").destroyForcibly();
    MapFrame after =
        frames.await("a newer epoch", Programs.PATIENCE, frame -> frame.epoch() > before.epoch());
    assertEquals(CROWD, after.map().inside());
    assertEquals(names(before), names(after));
    // Had they been let in anew, all would stand at the gate.
    assertTrue(places(after).values().stream().anyMatch(place -> !place.equals(Position.GATE)));
  }

  @Test
  @Order(5)
  void withoutTheWaitingTimeServerTheMapGoesOnAndRidesHaveNoData() throws Exception {
    // Frozen, not killed: a dead one would be started again before its rides have no data.
    ProcessHandle server = child("waiting time server", "WaitingTimeServerMain");
    MapFrame before = full();
    signal("STOP", server);
    try {
      MapFrame without =
          frames.await("no ride with data", Programs.PATIENCE, all(RideState.NO_DATA));
      assertEquals(before.epoch(), without.epoch());
      assertEquals(CROWD, without.map().inside());
      assertEquals(before.map().rides().size(), without.map().rides().size());
    } finally {
      signal("CONT", server);
    }
    frames.await("all rides open again", Programs.PATIENCE, all(RideState.OPEN));
    server.destroyForcibly();
    park.awaitLine("waiting time server died", Programs.PATIENCE);
    frames.skipToNow();
    frames.await("all rides open, from a new server", Programs.PATIENCE, all(RideState.OPEN));
  }

  @Test
  @Order(6)
  void aKilledBrokerComesBackAndEverythingGoesOn() {
    MapFrame before = full();
    child("broker", "BrokerMain").destroyForcibly();
    frames.await(
        "everybody inside after the broker's return",
        Programs.PATIENCE,
        frame -> frame.at() > before.at() + 3_000 && frame.map().inside() == CROWD);
  }

  @Test
  @Order(7)
  void backupOfTheOpenParkRestoredElsewhereHasItsAccountsRidesAndSecrets(@TempDir Path elsewhere)
      throws Exception {
    Path backup = elsewhere.resolve("a backup");
    Path restored = elsewhere.resolve("another park");
    run("backup", backup.toString(), "--data", data.toString());
    run("restore", backup.toString(), "--data", restored.toString());
    for (String secret :
        List.of("keys/session.key", "keys/ticket.key", "web.key", "registry.key")) {
      assertEquals(-1, Files.mismatch(data.resolve(secret), restored.resolve(secret)), secret);
    }
    int registry = FreePort.find();
    int waits = FreePort.find();
    Running[] both = {
      programs.start("registry", Integer.toString(registry), "--data", restored.toString()),
      programs.start(
          "waitingtimeserver",
          Integer.toString(waits),
          "127.0.0.1",
          "9",
          "--data",
          restored.toString())
    };
    both[0].awaitLine("registry listens", Programs.PATIENCE);
    both[1].awaitLine("waiting time server listens", Programs.PATIENCE);
    Secret password =
        new Secret(Files.readString(restored.resolve("visitors/guest.password")).strip());
    RegistryReply reply =
        new RegistryClient(
                Programs.here(registry), Trust.Only.read(restored.resolve("registry.crt")))
            .login("guest-1", password);
    assertInstanceOf(RegistryReply.LoggedIn.class, reply, reply.toString());
    try (FrameClient client =
        FrameClient.connect(
            Programs.here(waits),
            Programs.PATIENCE,
            Trust.Only.read(restored.resolve("waitingtimeserver.crt")))) {
      WaitsReply told = WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(0))));
      List<RideStatus> rides = assertInstanceOf(WaitsReply.Waits.class, told).rides();
      assertEquals(RideTable.DEFAULT, rides.stream().map(RideStatus::ride).toList());
    }
    for (Running one : both) {
      one.terminate();
      assertEquals(0, one.awaitExit(Programs.PATIENCE), one.said());
    }
  }

  private void run(String program, String... arguments) throws Exception {
    Running running = programs.start(program, arguments);
    assertEquals(0, running.awaitExit(Programs.PATIENCE), running.said());
  }

  @Test
  @Order(8)
  void closingLeavesNothingBehind() throws Exception {
    List<ProcessHandle> children = park.handle().descendants().toList();
    assertFalse(children.isEmpty());
    park.terminate();
    assertEquals(0, park.awaitExit(Programs.PATIENCE), park.said());
    for (ProcessHandle child : children) {
      child.onExit().orTimeout(Programs.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
    for (int port : new int[] {brokerPort, registryPort, waitsPort}) {
      assertTrue(Programs.isFree(port), "port " + port + " is still taken");
    }
    Set<Path> left = temporary();
    left.removeAll(temporary);
    assertEquals(Set.of(), left, "left in the temporary folder, also by programs that were killed");
  }

  /** Where SQLite's driver and JLine would unpack their native libraries. */
  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("(sqlite-|libjlinenative|jlinenative).*"))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  @Test
  @Order(9)
  void theAuditTellsWhoRegisteredLoggedInAndEntered() throws Exception {
    Map<Action, Set<String>> done = new EnumMap<>(Action.class);
    for (String program : List.of("registry", "engine")) {
      Path file = data.resolve("audit").resolve(program + ".jsonl");
      for (String line : Files.readAllLines(file)) {
        AuditEntry entry = AuditJson.read(line.getBytes(StandardCharsets.UTF_8));
        if (entry.outcome() == Outcome.DONE) {
          done.computeIfAbsent(entry.action(), _ -> new HashSet<>()).add(entry.alias());
        }
      }
    }
    for (Action action : List.of(Action.REGISTER, Action.LOGIN, Action.ENTER)) {
      assertEquals(CROWD, done.get(action).size(), () -> action + " in " + done);
    }
  }

  private MapFrame full() {
    frames.skipToNow();
    return frames.await(
        "the whole crowd", Programs.PATIENCE, frame -> frame.map().inside() == CROWD);
  }

  private KafkaClients kafka() {
    return new KafkaClients(Programs.here(brokerPort), new Properties());
  }

  private ProcessHandle child(String name, String argument) {
    return park.handle()
        .descendants()
        .filter(
            process ->
                process.info().arguments().stream()
                    .anyMatch(all -> String.join(" ", all).contains(argument)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no process of the " + name));
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor());
  }

  private static Predicate<MapFrame> all(RideState state) {
    return frame -> frame.map().rides().stream().allMatch(ride -> ride.state() == state);
  }

  private String log(String program) throws IOException {
    return Files.readString(data.resolve("logs").resolve(program + ".log"));
  }

  private static ProducerRecord<String, byte[]> record(byte[] value) {
    return new ProducerRecord<>(SensorTopics.SD.name(), null, value);
  }

  private static Map<String, Position> places(MapFrame frame) {
    return frame.map().visitors().stream()
        .collect(Collectors.toMap(ParkMap.Whereabouts::name, ParkMap.Whereabouts::position));
  }

  private static Set<String> names(MapFrame frame) {
    return places(frame).keySet();
  }
}
