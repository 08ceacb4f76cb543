package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideState;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parks that are added to a running one, which goes on. */
class ManyParksTest {
  @TempDir private Path data;

  @Test
  void parkThatIsAddedGetsItsOwnGuestsRidesAndCapacityWithoutARestartOfTheOthers()
      throws Exception {
    String waits = Integer.toString(FreePort.find());
    String registry = Integer.toString(FreePort.find());
    try (TestKafka kafka = TestKafka.start(data.resolve("kafka"));
        Programs programs = new Programs()) {
      HostPort address = kafka.address();
      String host = address.host();
      String port = Integer.toString(address.port());
      start(programs, "registry", registry).awaitLine("registry listens", Programs.PATIENCE);
      start(programs, "waitingtimeserver", waits, host, port, "--parks=4", "--unsigned-sensors")
          .awaitLine("16 rides in 4 parks", Programs.PATIENCE);
      Running first = start(programs, "engine", host, port, "10", "127.0.0.1", waits);
      first.awaitLine("park 0 is ours", Programs.PATIENCE);
      Running ana =
          start(programs, "visitor", "127.0.0.1", registry, host, port, "--auto=ana", "--park=3");
      ana.awaitLine("there is no park 3", Programs.PATIENCE);
      awaitPartitions(address, Map.of("SD", 4, "Visitor", 1, "Engine", 1, "Park", 1));

      String[] four = {"--parks=4", "--capacity=3=5"};
      start(programs, "engine", host, port, "10", "127.0.0.1", waits, four[0], four[1])
          .awaitLine("is ours", Programs.PATIENCE);
      first.terminate();
      start(programs, "sensor", "0", host, port, "--park", "3");
      try (Frames third = new Frames(address, 3);
          Frames zeroth = new Frames(address, 0)) {
        MapFrame frame =
            third.await(
                "ana in park 3",
                Programs.PATIENCE,
                it ->
                    it.map().inside() == 1
                        && it.map().rides().size() == 4
                        && Frames.ride(it, 0).state() == RideState.OPEN);
        assertEquals(3, frame.park());
        assertEquals(5, frame.map().capacity());
        MapFrame other = zeroth.await("any", Programs.PATIENCE, it -> it.map().rides().size() == 4);
        assertEquals(10, other.map().capacity());
        assertEquals(0, other.map().inside());
        assertEquals(RideState.NO_DATA, Frames.ride(other, 0).state());
      }
      awaitPartitions(address, Map.of("SD", 4, "Visitor", 4, "Engine", 4, "Park", 4));
    }
  }

  @Test
  void topicsGetThePartitionsTheyLackAndAreBroughtUpToTheLargest() throws Exception {
    try (TestKafka kafka = TestKafka.start(data.resolve("kafka"))) {
      KafkaClients clients = new KafkaClients(kafka.address(), new Properties());
      assertTrue(clients.awaitTopics(new Stop(), 1, SensorTopics.SD.read()));
      assertTrue(
          clients.awaitTopics(new Stop(), 5, VisitTopics.VISITOR.read(), SensorTopics.SD.read()));
      assertTrue(
          clients.awaitTopics(
              new Stop(), 2, VisitTopics.VISITOR.read(), VisitTopics.ENGINE.read()));
      assertTrue(clients.awaitPark(new Stop(), 4, VisitTopics.VISITOR.read()));
      assertTrue(clients.awaitPark(new Stop(), 0, VisitTopics.PARK.read()));
      awaitPartitions(kafka.address(), Map.of("SD", 5, "Visitor", 5, "Engine", 5, "Park", 1));
    }
  }

  @Test
  void readingsOnAPartitionThatIsAddedAreReadWithoutARestart() throws Exception {
    try (TestKafka kafka = TestKafka.start(data.resolve("kafka"));
        Programs programs = new Programs()) {
      String host = kafka.address().host();
      String port = Integer.toString(kafka.address().port());
      String waits = Integer.toString(FreePort.find());
      Running server = start(programs, "waitingtimeserver", waits, host, port);
      start(programs, "sensor", "0", host, port).awaitLine("tells the broker", Programs.PATIENCE);
      start(programs, "sensor", "0", host, port, "--park", "3")
          .awaitLine("tells the broker", Programs.PATIENCE);
      // That it is skipped shows that it was read.
      server.awaitLine("there is no ride 0 in park 3", Programs.PATIENCE);
    }
  }

  private Running start(Programs programs, String program, String... arguments) throws Exception {
    return programs.start(
        program,
        Stream.concat(Arrays.stream(arguments), Stream.of("--data", data.toString()))
            .toArray(String[]::new));
  }

  /** The broker knows of new partitions a moment after its controller does. */
  private static void awaitPartitions(HostPort broker, Map<String, Integer> wanted)
      throws Exception {
    List<String> topics = List.copyOf(wanted.keySet());
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    Map<String, Integer> last = Map.of();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.toString()))) {
      while (!last.equals(wanted)) {
        assertTrue(System.nanoTime() < deadline, "partitions are " + last + ", not " + wanted);
        try {
          last =
              admin.describeTopics(topics).allTopicNames().get().values().stream()
                  .collect(
                      Collectors.toMap(TopicDescription::name, topic -> topic.partitions().size()));
        } catch (ExecutionException e) {
          assertInstanceOf(UnknownTopicOrPartitionException.class, e.getCause());
        }
      }
    }
  }
}
