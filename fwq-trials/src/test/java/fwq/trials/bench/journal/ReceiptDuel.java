package fwq.trials.bench.journal;

import fwq.common.talk.journal.JournalEntry;
import fwq.kit.frame.FrameClient;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Topic;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Receipts that 200 clients get for their records, one after the other each, of three nodes; beside
 * 200 records under way at once from a plain producer (acks=all) to a plain consumer.
 */
public final class ReceiptDuel implements Duel {
  private static final int CLIENTS = 200;
  private static final int RECORDS = 40_000;
  private static final TopicPartition PLAIN = new TopicPartition("Plain", 0);
  private static final String BODY = "{\"count\":1042,\"number\":42,\"at\":\"the eastern gate\"}";

  /** As many records as it takes until head and nodes are compiled as this JVM is by then. */
  private static final int WARM_UPS = 5;

  private Optional<OpenJournal> open = Optional.empty();

  @Override
  public String name() {
    return "receipts";
  }

  @Override
  public String unit() {
    return "receipts a second";
  }

  @Override
  public String first() {
    return "journal, three nodes";
  }

  @Override
  public String second() {
    return "plain producer to plain consumer, as many under way";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.25);
  }

  @Override
  public double measure(Workbench bench, boolean isJournal) throws Exception {
    int each = bench.load(RECORDS) / CLIENTS;
    if (open.isEmpty()) {
      open = Optional.of(new OpenJournal(bench, bench.kafka(), 3, "5s"));
      for (int i = 0; i < WARM_UPS; i++) {
        append(open.get(), each);
      }
    }
    OpenJournal journal = open.get();
    if (!isJournal) {
      return plain(bench, journal.kafka(), each * CLIENTS);
    }
    long start = System.nanoTime();
    append(journal, each);
    return each * CLIENTS * 1e9 / (System.nanoTime() - start);
  }

  @Override
  public void end() {
    open.ifPresent(OpenJournal::close);
    open = Optional.empty();
  }

  private static void append(OpenJournal journal, int each) throws Exception {
    AtomicReference<Exception> failure = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (FrameClient client = journal.connect()) {
                  for (int n = 0; n < each; n++) {
                    journal.append(client, new JournalEntry("bench", BODY));
                  }
                } catch (Exception e) {
                  failure.compareAndSet(null, e);
                } finally {
                  done.countDown();
                }
              });
    }
    done.await();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static double plain(Workbench bench, KafkaClients kafka, int count) throws Exception {
    Map<String, Boolean> underWay = new ConcurrentHashMap<>();
    Semaphore places = new Semaphore(CLIENTS);
    AtomicBoolean ends = new AtomicBoolean();
    byte[] value = BODY.getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<String, byte[]> producer = kafka.producer(0);
        KafkaConsumer<String, byte[]> consumer = kafka.consumer()) {
      kafka.awaitTopics(
          bench.stop(), 1, Topic.shared(PLAIN.topic(), 1, 1 << 20, Map.of()).readAndWrite());
      producer.send(new ProducerRecord<>(PLAIN.topic(), 0, "first", value)).get();
      consumer.assign(List.of(PLAIN));
      consumer.seekToEnd(List.of(PLAIN));
      consumer.position(PLAIN);
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!ends.get()) {
                      for (ConsumerRecord<String, byte[]> it :
                          consumer.poll(Duration.ofMillis(50))) {
                        if (underWay.remove(it.key()) != null) {
                          places.release();
                        }
                      }
                    }
                  });
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        places.acquire();
        String key = Integer.toString(i);
        underWay.put(key, true);
        var _ = producer.send(new ProducerRecord<>(PLAIN.topic(), 0, key, value));
      }
      places.acquire(CLIENTS);
      double rate = count * 1e9 / (System.nanoTime() - start);
      ends.set(true);
      reader.join();
      return rate;
    }
  }
}
