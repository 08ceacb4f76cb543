package fwq.operator.watch;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.SealCheck;
import fwq.common.talk.visit.VisitTopics;
import fwq.guest.EngineReader;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of all parks, from now on; a park that is added is heard within some 5 s. Waits for
 * the broker and the topic by itself, and makes nothing. Belongs to one thread, but for {@link
 * #interrupt}.
 */
final class EngineTopic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineTopic.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How a park stands that says nothing is seen, too, and how old that is. */
  private static final Duration AGE_MAX = Duration.ofDays(1);

  private final Source source;
  private final Skipped skipped;
  private final EngineReader reader;
  private final InstantSource clock;
  private final Stop stop;
  private final int back;
  private final Map<TopicPartition, Long> begun = new HashMap<>();
  private volatile Optional<Consumer<String, byte[]>> consumer = Optional.empty();
  private Optional<String> wrong = Optional.empty();
  private boolean brokerThere = true;
  private long lookedAt;

  /**
   * Where the frames come from.
   *
   * @param look says why the topic cannot be read, or nothing when it can
   * @param opening makes a consumer, once it can; the topic owns it
   * @param watch looks out for the broker
   * @param broker where that is
   * @param trust which engines are believed
   */
  record Source(
      Supplier<Optional<String>> look,
      Supplier<Consumer<String, byte[]>> opening,
      BrokerWatch watch,
      String broker,
      EngineTrust trust) {}

  /**
   * A topic that is not open yet.
   *
   * @param skipped counts what cannot be read
   * @param back with how many old records of each park to begin: 0, or 1 to see how a park stands
   *     that says nothing
   */
  EngineTopic(Source source, Skipped skipped, InstantSource clock, Stop stop, int back) {
    this.source = source;
    this.skipped = skipped;
    this.reader = new EngineReader(skipped, new SealCheck(source.trust(), AGE_MAX, clock));
    this.clock = clock;
    this.stop = stop;
    this.back = back;
  }

  /** Waits for frames, a second at most while all is well, and gives those that there are. */
  List<Sighting> poll() throws InterruptedException {
    try {
      if (consumer.isEmpty() && !open()) {
        return List.of();
      }
      Consumer<String, byte[]> open = consumer.orElseThrow();
      long now = clock.millis();
      if (now - lookedAt >= PAUSE.toMillis() || now < lookedAt) {
        lookedAt = now;
        brokerThere = source.watch().isThere(open.metrics(), now);
        assignNewParks(open);
        skipped.tell();
      }
      List<Sighting> sightings = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(open, POLL, skipped)) {
        read(record).ifPresent(sightings::add);
      }
      wrong = Optional.empty();
      return sightings;
    } catch (WakeupException e) {
      // Stop was requested.
    } catch (KafkaException e) {
      say(
          Refusal.sentence(e)
              .orElse(
                  "the broker at "
                      + source.broker()
                      + " does not answer ("
                      + e.getMessage()
                      + ")"));
      pause();
    }
    return List.of();
  }

  private boolean open() throws InterruptedException {
    Optional<String> wrong = source.look().get();
    if (wrong.isPresent()) {
      say(wrong.get());
      pause();
      return false;
    }
    if (stop.requested()) {
      return false;
    }
    consumer = Optional.of(source.opening().get());
    return true;
  }

  private void assignNewParks(Consumer<String, byte[]> open) {
    int parks = open.partitionsFor(VisitTopics.ENGINE.name()).size();
    if (parks <= begun.size()) {
      return;
    }
    List<TopicPartition> all =
        IntStream.range(0, parks)
            .mapToObj(park -> new TopicPartition(VisitTopics.ENGINE.name(), park))
            .toList();
    List<TopicPartition> added = all.subList(begun.size(), parks);
    Map<TopicPartition, Long> ends = open.endOffsets(added);
    Map<TopicPartition, Long> begins = open.beginningOffsets(added);
    open.assign(all);
    for (TopicPartition park : added) {
      open.seek(park, Math.max(begins.get(park), ends.get(park) - back));
    }
    begun.putAll(ends);
  }

  private Optional<Sighting> read(ConsumerRecord<String, byte[]> record) {
    if (!EngineReader.MAP_KEY.equals(record.key())
        || !(reader.read(record).orElse(null) instanceof MapFrame frame)) {
      return Optional.empty();
    }
    long now = clock.millis();
    TopicPartition park = new TopicPartition(record.topic(), record.partition());
    boolean old = record.offset() < begun.getOrDefault(park, 0L);
    return Optional.of(new Sighting(frame, old ? Math.min(now, frame.at()) : now));
  }

  private void say(String why) {
    if (!wrong.equals(Optional.of(why))) {
      wrong = Optional.of(why);
      LOG.warn("{}; trying until it works", why);
    }
  }

  private void pause() throws InterruptedException {
    boolean _ = stop.await(PAUSE);
  }

  /** How many parks there are; 0 while that is not known. */
  int parks() {
    return begun.size();
  }

  /** Why nothing can be heard, as half a sentence. */
  Optional<String> trouble() {
    return brokerThere
        ? wrong
        : Optional.of(
            "the broker at " + source.broker() + " is away; going on by itself when it returns");
  }

  /** Ends a {@link #poll} that waits. For any thread. */
  void interrupt() {
    consumer.ifPresent(Consumer::wakeup);
  }

  @Override
  public void close() {
    consumer.ifPresent(open -> open.close(CloseOptions.timeout(Duration.ZERO)));
  }
}
