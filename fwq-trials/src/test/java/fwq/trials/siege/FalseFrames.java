package fwq.trials.siege;

import fwq.common.park.ParkMap;
import fwq.common.signing.EngineKeysFile;
import fwq.common.signing.ParkKeys;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.VisitTopics;
import fwq.guest.ParkLink;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Somebody who can write to the broker draws frames, and repeats those of the engine. */
record FalseFrames(Programs programs, Path data) {
  private static final TopicPartition ENGINE = new TopicPartition(VisitTopics.ENGINE.name(), 0);
  private static final long FORGED = Long.MAX_VALUE / 2;
  private static final int FRAMES = 5;

  /** Whether a guest who knows the engine's key sees its frames, in their order, and no others. */
  boolean isHeld() throws Exception {
    HostPort broker = Programs.here(FreePort.find());
    String port = Integer.toString(broker.port());
    programs
        .start("broker", port, "--data", data.toString())
        .awaitLine("broker listens", Programs.PATIENCE);
    String nowhere = Integer.toString(FreePort.find());
    programs
        .start("engine", broker.host(), port, "10", "127.0.0.1", nowhere, "--data=" + data)
        .awaitLine("park 0 is ours", Programs.PATIENCE);
    Path file = data.resolve(ParkKeys.FOLDER).resolve("engine.pub");
    EngineTrust trust =
        EngineTrust.of(
            new EngineKeysFile.Watched(new EngineKeysFile(file), InstantSource.system()));
    KafkaClients kafka = new KafkaClients(broker, new Properties());
    BlockingQueue<MapFrame> shown = new LinkedBlockingQueue<>();
    try (ParkLink link = ParkLink.open(kafka, trust, 0, new Stop()).orElseThrow();
        KafkaConsumer<String, byte[]> reader = kafka.consumer();
        KafkaProducer<String, byte[]> liar = kafka.producer(0)) {
      link.listen("ana", new Ear(shown));
      for (ConsumerRecord<String, byte[]> early : some(reader)) {
        var _ =
            liar.send(
                new ProducerRecord<>(
                    ENGINE.topic(),
                    0,
                    "map",
                    EngineCodec.write(new MapFrame(0, FORGED, 1, 0, 1, ParkMap.EMPTY))));
        var _ =
            liar.send(
                new ProducerRecord<>(
                    ENGINE.topic(), 0, early.key(), early.value(), early.headers()));
      }
      return areTrue(shown);
    }
  }

  private record Ear(BlockingQueue<MapFrame> shown) implements ParkLink.Listener {
    @Override
    public void frame(MapFrame frame) {
      shown.add(frame);
    }

    @Override
    public void answer(String alias, Answer answer) {}
  }

  private static List<ConsumerRecord<String, byte[]>> some(KafkaConsumer<String, byte[]> reader) {
    reader.assign(List.of(ENGINE));
    reader.seekToBeginning(List.of(ENGINE));
    List<ConsumerRecord<String, byte[]>> some = new ArrayList<>();
    for (int polls = 0; polls < 100 && some.size() < FRAMES; polls++) {
      reader
          .poll(Duration.ofSeconds(1))
          .forEach(
              record -> {
                if ("map".equals(record.key())) {
                  some.add(record);
                }
              });
    }
    return some;
  }

  private static boolean areTrue(BlockingQueue<MapFrame> shown) throws InterruptedException {
    long newest = -1;
    for (int frames = 0; frames < 2 * FRAMES; frames++) {
      MapFrame frame = shown.poll(10, TimeUnit.SECONDS);
      if (frame == null || frame.epoch() == FORGED || frame.seq() < newest) {
        return false;
      }
      newest = frame.seq();
    }
    return true;
  }
}
