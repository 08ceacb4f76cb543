package fwq.engine;

import fwq.bench.Duel;
import fwq.bench.Goal;
import fwq.bench.Workbench;
import fwq.common.cli.Stop;
import fwq.common.kafka.KafkaClients;
import fwq.common.kafka.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * An engine beside the least that can be done with the same records: signed moves a second of
 * 50,000 guests, all of them on the broker already when the clock starts. The engine verifies,
 * decides, notes, and shows frames; its clock stops with the frame that shows the last move.
 */
public final class EngineDuel implements Duel {
  private static final int GUESTS = 50_000;
  private static final int MOVES = 1_000_000;
  private static final TopicPartition EVENTS = new TopicPartition(Topics.VISITOR.topic(), 0);

  private List<ProducerRecord<String, byte[]>> records = List.of();

  /** A duel. */
  public EngineDuel() {}

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String unit() {
    return "moves a second";
  }

  @Override
  public String first() {
    return "engine";
  }

  @Override
  public String second() {
    return "bare consumer loop over the same records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.35);
  }

  @Override
  public double measure(Workbench bench, boolean isEngine) throws Exception {
    if (records.isEmpty()) {
      records = Walk.records(GUESTS, Math.max(1, bench.load(MOVES) / GUESTS));
    }
    KafkaClients kafka = bench.kafka();
    return records.size() * 1e9 / (isEngine ? engine(kafka) : loop(kafka));
  }

  private void write(KafkaClients kafka) {
    try (KafkaProducer<String, byte[]> guests = kafka.producer(5)) {
      for (ProducerRecord<String, byte[]> record : records) {
        var _ = guests.send(record);
      }
    }
  }

  /** Nanoseconds. */
  private long loop(KafkaClients kafka) {
    write(kafka);
    try (KafkaConsumer<String, byte[]> consumer = kafka.consumer()) {
      consumer.assign(List.of(EVENTS));
      consumer.seekToBeginning(consumer.assignment());
      consumer.position(EVENTS);
      long start = System.nanoTime();
      int seen = 0;
      while (seen < records.size()) {
        seen += consumer.poll(Duration.ofMillis(200)).count();
      }
      return System.nanoTime() - start;
    }
  }

  /** Nanoseconds. */
  private long engine(KafkaClients kafka) throws Exception {
    Stop stop = new Stop();
    Gate gate = new Gate();
    BenchEngine engine = new BenchEngine(kafka, GUESTS);
    Thread running =
        Thread.ofPlatform().start(() -> engine.run(gate::before, engine.notes(), stop));
    try (KafkaConsumer<String, byte[]> frames = kafka.consumer()) {
      frames.assign(List.of(new TopicPartition(Topics.ENGINE.topic(), 0)));
      frames.seekToBeginning(frames.assignment());
      // It holds the empty park, and shows it.
      Walk.awaitOffset(frames, 0);
      gate.shut = true;
      write(kafka);
      long start = System.nanoTime();
      gate.shut = false;
      Walk.awaitOffset(frames, records.size());
      return System.nanoTime() - start;
    } finally {
      stop.request();
      running.join();
    }
  }

  /** Keeps events from an engine that is otherwise awake. */
  private static final class Gate {
    private volatile boolean shut;

    /** The consumer, as it is while the gate is open. */
    @SuppressWarnings("unchecked") // The proxy is what it stands for.
    Consumer<String, byte[]> before(Consumer<String, byte[]> events) {
      return (Consumer<String, byte[]>)
          Proxy.newProxyInstance(
              Gate.class.getClassLoader(),
              new Class<?>[] {Consumer.class},
              (_, method, arguments) -> {
                if (shut && method.getName().equals("poll")) {
                  events.pause(events.assignment());
                  ConsumerRecords<String, byte[]> none = events.poll((Duration) arguments[0]);
                  if (!none.isEmpty()) {
                    throw new IllegalStateException("records came through a shut gate");
                  }
                  events.resume(events.assignment());
                  return none;
                }
                try {
                  return method.invoke(events, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
