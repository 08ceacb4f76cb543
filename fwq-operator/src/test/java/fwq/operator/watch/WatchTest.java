package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.visit.EngineCodec;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.visitor.terminal.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchTest {
  private static final TopicPartition PARK = new TopicPartition("Engine", 0);

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final InstantSource clock = InstantSource.system();
  private final Stop stop = new Stop();
  private final LineDisciplineTerminal terminal;
  private final Window window;
  private final Board board = new Board("127.0.0.1:9092", 0);

  WatchTest() throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm-256color", sent, StandardCharsets.UTF_8);
    terminal.setSize(Size.of(80, 24));
    window = Window.over(terminal, false);
    consumer.updatePartitions(
        "Engine",
        IntStream.range(0, 2)
            .mapToObj(it -> new PartitionInfo("Engine", it, null, new Node[0], new Node[0]))
            .toList());
    consumer.updateBeginningOffsets(Map.of(PARK, 0L, new TopicPartition("Engine", 1), 0L));
    consumer.updateEndOffsets(Map.of(PARK, 0L, new TopicPartition("Engine", 1), 0L));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Watch watch(EngineTopic topic) {
    VisitorEnds ends = new VisitorEnds(() -> new MockConsumer<>("earliest"), clock);
    return new Watch(topic, ends, board, window, clock);
  }

  private EngineTopic topic() {
    return new EngineTopic(
        Optional::empty,
        () -> consumer,
        new BrokerWatch(new HostPort("127.0.0.1", 9092)),
        "127.0.0.1:9092",
        new Skipped("engine_messages", clock, Metrics.unserved()),
        clock,
        stop,
        0);
  }

  private void press(String keys) {
    try {
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void frameIsShownAndQuitEnds() throws Exception {
    byte[] frame = EngineCodec.write(frame(0, T0, 0, T0, 57, 25));
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>("Engine", 0, 0, "map", frame)));
    EngineTopic topic = topic();
    Thread operator =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!sent.toString(StandardCharsets.UTF_8).contains("57 of 1,000")) {
                    Thread.onSpinWait();
                  }
                  press("q");
                });
    watch(topic).run(stop);
    operator.join();
    assertEquals(List.of(0), List.of(board.chosen()));
    assertTrue(stop.requested(), "whoever else works for us ends, too");
  }

  @Test
  void keysChooseAPark() throws Exception {
    board.take(Samples.mail(2, Map.of()));
    press("\033[B\003");
    watch(topic()).run(stop);
    assertEquals(1, board.chosen());
  }

  @Test
  void wishedEndEndsIt() throws Exception {
    stop.request();
    watch(topic()).run(stop);
    assertTrue(sent.toString(StandardCharsets.UTF_8).contains("FWQ"));
  }

  @Test
  void faultOfTheListeningThreadEndsIt() {
    EngineTopic broken =
        new EngineTopic(
            () -> {
              throw new IllegalStateException("a fault");
            },
            () -> consumer,
            new BrokerWatch(new HostPort("127.0.0.1", 9092)),
            "127.0.0.1:9092",
            new Skipped("engine_messages", clock, Metrics.unserved()),
            clock,
            stop,
            0);
    assertThrows(IllegalStateException.class, () -> watch(broken).run(stop));
  }
}
