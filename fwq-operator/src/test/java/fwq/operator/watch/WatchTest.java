package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineTrust;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.tui.Event;
import fwq.tui.Inbox;
import fwq.tui.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class WatchTest {
  private static final TopicPartition PARK = new TopicPartition("Engine", 0);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final InstantSource clock = InstantSource.system();
  private final Stop stop = new Stop();
  private final Inbox inbox = new Inbox();
  private final Mailbox mailbox = new Mailbox();

  WatchTest() {
    consumer.updatePartitions(
        "Engine",
        IntStream.range(0, 2)
            .mapToObj(it -> new PartitionInfo("Engine", it, null, new Node[0], new Node[0]))
            .toList());
    consumer.updateBeginningOffsets(Map.of(PARK, 0L, new TopicPartition("Engine", 1), 0L));
    consumer.updateEndOffsets(Map.of(PARK, 0L, new TopicPartition("Engine", 1), 0L));
  }

  private Watch watch(EngineTopic topic) {
    VisitorEnds ends = new VisitorEnds(() -> new MockConsumer<>("earliest"), clock);
    return new Watch(topic, ends, mailbox, inbox);
  }

  private EngineTopic topic() {
    return new EngineTopic(
        new EngineTopic.Source(
            Optional::empty,
            () -> consumer,
            new BrokerWatch(new HostPort("127.0.0.1", 9092)),
            "127.0.0.1:9092",
            EngineTrust.WHOEVER),
        new Skipped("engine_messages", clock, Metrics.unserved()),
        clock,
        stop,
        0);
  }

  @Test
  void frameThatIsHeardIsPutIntoTheMailboxWhileTheScreenShows() throws Exception {
    byte[] frame = EngineCodec.write(frame(0, T0, 0, T0, 57, 25));
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>("Engine", 0, 0, "map", frame)));
    List<Sighting> heard = new ArrayList<>();
    watch(topic())
        .run(
            () -> {
              while (heard.isEmpty()) {
                heard.addAll(mailbox.takeAll().sightings());
                Thread.onSpinWait();
              }
            },
            stop);
    assertEquals(57, heard.getFirst().frame().map().inside());
    assertTrue(stop.requested(), "whoever else works for us ends, too");
  }

  @Test
  void faultOfTheListeningThreadEndsIt() {
    EngineTopic broken =
        new EngineTopic(
            new EngineTopic.Source(
                () -> {
                  throw new IllegalStateException("a fault");
                },
                () -> consumer,
                new BrokerWatch(new HostPort("127.0.0.1", 9092)),
                "127.0.0.1:9092",
                EngineTrust.WHOEVER),
            new Skipped("engine_messages", clock, Metrics.unserved()),
            clock,
            stop,
            0);
    assertThrows(IllegalStateException.class, () -> watch(broken).run(this::awaitStop, stop));
  }

  /** What a screen does. */
  private void awaitStop() throws InterruptedException {
    Page page = new WatchPage(new Board("127.0.0.1:9092", 0), mailbox);
    while (inbox.next(page, 0) != Event.Signal.STOP) {
      Thread.onSpinWait();
    }
  }

  @Test
  void requestedStopReachesTheScreen() throws Exception {
    stop.request();
    watch(topic()).run(this::awaitStop, stop);
  }
}
