package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineTrust;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class EngineTopicTest {
  private static final TopicPartition PARK_0 = new TopicPartition("Engine", 0);
  private static final TopicPartition PARK_1 = new TopicPartition("Engine", 1);
  private static final TopicPartition GUESTS = new TopicPartition("Visitor", 0);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Stop stop = new Stop();
  private final Skipped skipped =
      new Skipped("engine_messages", InstantSource.system(), Metrics.unserved());
  private long now = T0;

  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  private EngineTopic topic(int back) {
    return topic(back, Optional.empty());
  }

  private EngineTopic topic(int back, Optional<String> wrong) {
    parks("Engine", 1);
    consumer.updateBeginningOffsets(Map.of(PARK_0, 0L, PARK_1, 0L));
    consumer.updateEndOffsets(Map.of(PARK_0, 70L, PARK_1, 0L));
    return new EngineTopic(
        new EngineTopic.Source(
            () -> wrong,
            () -> consumer,
            new BrokerWatch(new HostPort("127.0.0.1", 9092)),
            "127.0.0.1:9092",
            EngineTrust.WHOEVER),
        skipped,
        clock,
        stop,
        back);
  }

  private void parks(String topic, int count) {
    consumer.updatePartitions(
        topic,
        IntStream.range(0, count)
            .mapToObj(it -> new PartitionInfo(topic, it, null, new Node[0], new Node[0]))
            .toList());
  }

  private void written(TopicPartition park, long offset, String key, byte[] value) {
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(park.topic(), park.partition(), offset, key, value)));
  }

  private void written(TopicPartition park, long offset, EngineMessage message) {
    written(park, offset, "map", EngineCodec.write(message));
  }

  @Test
  void frameIsHeardWhenItComesAndNotWhenItWasMade() throws Exception {
    MapFrame frame = frame(0, T0, 0, T0 - 40, 57, 25);
    written(PARK_0, 70, frame);
    assertEquals(List.of(new Sighting(frame, T0)), topic(0).poll());
  }

  @Test
  void frameThatWasThereBeforeIsAsOldAsItSays() throws Exception {
    EngineTopic topic = topic(1);
    MapFrame old = frame(0, T0 - 900_000, 8, T0 - 600_000, 57, 25);
    written(PARK_0, 69, old);
    assertEquals(List.of(new Sighting(old, T0 - 600_000)), topic.poll());
  }

  @Test
  void parkThatIsAddedIsHeardFromItsBeginning() throws Exception {
    EngineTopic topic = topic(0);
    topic.poll();
    assertEquals(1, topic.parks());
    parks("Engine", 2);
    now += 1_000;
    topic.poll();
    assertEquals(2, topic.parks());
    assertEquals(Set.of(PARK_0, PARK_1), consumer.assignment());
    MapFrame frame = frame(1, T0, 0, T0, 1, 1);
    written(PARK_1, 0, frame);
    written(PARK_0, 70, frame(0, T0, 0, T0, 57, 25));
    assertEquals(List.of(), topic.poll().stream().filter(it -> it.at() != now).toList());
    assertEquals(2, topic.poll().size() + 1, "both parks are read");
  }

  @Test
  void whatIsNoFrameOfItsParkOrAGhostsIsLeftOut() throws Exception {
    EngineTopic topic = topic(0);
    ToGuest answer = new ToGuest(T0, new Admitted(5, Position.GATE));
    written(PARK_0, 70, frame(0, T0, 0, T0, 57, 25));
    topic.poll();
    byte[][] others = {
      EngineCodec.write(answer),
      EngineCodec.write(frame(3, T0, 1, T0, 57, 25)),
      EngineCodec.write(frame(0, T0 - 1, 99, T0, 57, 25)),
      "no frame".getBytes(StandardCharsets.UTF_8)
    };
    for (int index = 0; index < others.length; index++) {
      written(PARK_0, 71 + index, "map", others[index]);
    }
    written(PARK_0, 75, "ana", EngineCodec.write(answer));
    written(PARK_0, 76, null, EngineCodec.write(answer));
    for (int turn = 0; turn < 6; turn++) {
      assertEquals(List.of(), topic.poll());
    }
    assertEquals(2, skipped.count(), "another park's frame, and what is no message");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsOpenedMeanwhile() throws Exception {
    stop.request();
    EngineTopic topic = topic(0, Optional.of("waiting for the broker at 127.0.0.1:9092"));
    assertEquals(List.of(), topic.poll());
    assertEquals(Optional.of("waiting for the broker at 127.0.0.1:9092"), topic.trouble());
    assertEquals(0, topic.parks());
    topic.close();
    assertTrue(!consumer.closed(), "it was never ours");
  }

  @Test
  void refusalIsSaidUntilItIsOver() throws Exception {
    EngineTopic topic = topic(0);
    topic.poll();
    stop.request();
    consumer.setPollException(new TopicAuthorizationException(Set.of("Engine")));
    assertEquals(List.of(), topic.poll());
    assertTrue(topic.trouble().orElseThrow().contains("use the topic Engine"));
    topic.poll();
    assertEquals(Optional.empty(), topic.trouble());
  }

  @Test
  void brokerWithoutConnectionsIsAway() throws Exception {
    EngineTopic topic = topic(0);
    topic.poll();
    now += 1_000;
    topic.poll();
    assertEquals(
        Optional.of("the broker at 127.0.0.1:9092 is away; going on by itself when it returns"),
        topic.trouble());
  }

  @Test
  void linesAreTheFramesOfTheParkThatIsWanted() throws Exception {
    StringWriter text = new StringWriter();
    PrintWriter out =
        new PrintWriter(text) {
          @Override
          public boolean checkError() {
            // Nobody reads on.
            return !text.toString().isEmpty();
          }
        };
    written(PARK_0, 70, frame(0, 3, 17, 1_000, 57, 25));
    new FrameLines(topic(0), OptionalInt.of(0), out).run(stop);
    assertEquals(
        "{\"time\":\"1970-01-01T00:00:01.000Z\",\"park\":0,\"epoch\":3,\"seq\":17,\"offset\":117,"
            + "\"inside\":57,\"capacity\":1000,\"rides\":[{\"id\":0,\"key\":\"carousel\","
            + "\"name\":\"Carousel\",\"state\":\"OPEN\",\"wait\":25,\"queue\":50},{\"id\":2,"
            + "\"key\":\"roller_coaster\",\"name\":\"Roller Coaster\",\"state\":\"DOWN\"}]}",
        text.toString().strip());
  }

  @Test
  void framesOfOtherParksAreNoLines() throws Exception {
    StringWriter text = new StringWriter();
    written(PARK_0, 70, frame(0, 3, 17, 1_000, 57, 25));
    consumer.schedulePollTask(stop::request);
    new FrameLines(topic(0), OptionalInt.of(1), new PrintWriter(text)).run(stop);
    assertEquals("", text.toString());
  }

  @Test
  void endsOfTheGuestsRecordsAreAskedForOnceASecond() {
    VisitorEnds ends = new VisitorEnds(() -> consumer, clock);
    parks("Visitor", 1);
    consumer.updateEndOffsets(Map.of(GUESTS, 512L));
    assertEquals(Map.of(0, 512L), ends.ask());
    consumer.updateEndOffsets(Map.of(GUESTS, 600L));
    assertEquals(Map.of(0, 512L), ends.ask());
    now += 1_000;
    assertEquals(Map.of(0, 600L), ends.ask());
    ends.close();
    assertTrue(consumer.closed());
  }

  @Test
  void whoMayNotKnowTheEndsAsksSeldom() {
    int[] asked = {0};
    VisitorEnds ends =
        new VisitorEnds(
            () -> {
              asked[0]++;
              throw new TopicAuthorizationException(Set.of("Visitor"));
            },
            clock);
    for (int second = 0; second < 60; second++) {
      assertEquals(Map.of(), ends.ask());
      now += 1_000;
    }
    assertEquals(2, asked[0]);
  }
}
