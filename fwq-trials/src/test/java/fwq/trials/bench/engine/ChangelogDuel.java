package fwq.trials.bench.engine;

import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Stop;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What it costs an engine to note its park once a second: signed moves a second of 10,000 guests,
 * from the first that is sent until a frame shows the last, with notes and without.
 */
public final class ChangelogDuel implements Duel {
  private static final int GUESTS = 10_000;
  private static final int MOVES_EACH = 60;

  private List<ProducerRecord<String, byte[]>> records = List.of();

  @Override
  public String name() {
    return "changelog";
  }

  @Override
  public String unit() {
    return "moves a second";
  }

  @Override
  public String first() {
    return "engine that notes each second";
  }

  @Override
  public String second() {
    return "engine that notes nothing";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.8);
  }

  @Override
  public double measure(Workbench bench, boolean notes) throws Exception {
    if (records.isEmpty()) {
      records = Walk.records(bench.load(GUESTS), MOVES_EACH);
    }
    BenchEngine engine = new BenchEngine(bench.kafka(), GUESTS, true);
    return measure(engine, notes ? engine.notes() : _ -> new Nowhere(), records);
  }

  /** Moves a second of an engine that writes its notes there. */
  static double measure(
      BenchEngine engine,
      IntFunction<Producer<String, byte[]>> writers,
      List<ProducerRecord<String, byte[]>> records)
      throws Exception {
    KafkaClients kafka = engine.kafka();
    Stop stop = new Stop();
    Thread running = Thread.ofPlatform().start(() -> engine.run(events -> events, writers, stop));
    try (KafkaConsumer<String, byte[]> frames = Walk.frames(kafka)) {
      var _ = Walk.awaitOffset(frames, 0);
      long start = System.nanoTime();
      Workbench.write(kafka, records);
      var _ = Walk.awaitOffset(frames, records.size());
      return records.size() * 1e9 / (System.nanoTime() - start);
    } finally {
      stop.request();
      running.join();
    }
  }

  /** Where notes go that nobody is to keep. */
  private static final class Nowhere extends MockProducer<String, byte[]> {
    Nowhere() {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void commitTransaction() {
      super.commitTransaction();
      clear();
    }
  }
}
