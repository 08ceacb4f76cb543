package fwq.trials.bench.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.signing.Keyring;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.common.talk.sensor.SensorTopics;
import fwq.kit.feed.Feed;
import fwq.kit.file.ScratchFolder;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.kafka.Topic;
import fwq.kit.program.Metrics;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Workbench;
import fwq.waitingtime.LatestReadings;
import fwq.waitingtime.Rides;
import fwq.waitingtime.SensorProofs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Readings that the waiting time server takes from Kafka into SQLite, with their offsets, beside a
 * bare consumer loop over the same records; all of them are on the broker when the clock starts.
 */
public final class ReadingDuel implements Duel {
  private static final int READINGS = 1_000_000;
  private static final TopicPartition PARTITION = new TopicPartition(SensorTopics.SD.name(), 0);

  private static final SharedSecret SECRET = SharedSecret.of(new byte[32]);

  /** So many that the time which each sensor signs, and which rises, stays near to now. */
  private static final List<Ride> MANY =
      IntStream.range(0, 16)
          .mapToObj(id -> new Ride(id, "ride_" + id, "Ride " + id, Position.GATE, 10, 20))
          .toList();

  private final boolean signed;
  private final List<Ride> its;
  private List<ProducerRecord<String, byte[]>> records = List.of();

  /**
   * A duel.
   *
   * @param signed whether sensors sign them
   */
  public ReadingDuel(boolean signed) {
    this.signed = signed;
    this.its = signed ? MANY : RideTable.DEFAULT;
  }

  @Override
  public String name() {
    return signed ? "signed-readings" : "readings";
  }

  @Override
  public String unit() {
    return "readings a second";
  }

  @Override
  public String first() {
    return "waiting time server, into SQLite" + (signed ? ", proven" : "");
  }

  @Override
  public String second() {
    return "bare consumer loop, same records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(signed ? 0.25 : 0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isServer) throws Exception {
    if (signed || records.isEmpty()) {
      records = records(bench.load(READINGS));
    }
    KafkaClients kafka = bench.kafka();
    Workbench.write(kafka, records);
    try (KafkaConsumer<String, byte[]> consumer = kafka.wholeTopicConsumer(SensorTopics.SD)) {
      return records.size() * 1e9 / (isServer ? server(kafka, consumer) : loop(consumer));
    }
  }

  private List<ProducerRecord<String, byte[]>> records(int count) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<SensorKey> keys =
        its.stream().map(it -> new SensorKey(SensorKey.ofRide(SECRET, 0, it.id()))).toList();
    long now = System.currentTimeMillis();
    for (int number = 0; number < count; number++) {
      Ride ride = its.get(number % its.size());
      byte[] value = ReadingCodec.write(new Reading(0, ride.id(), number % 500));
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              PARTITION.topic(), PARTITION.partition(), Integer.toString(ride.id()), value);
      if (signed) {
        long at = now + number / its.size();
        record.headers().add(SessionKey.HEADER, keys.get(ride.id()).sign(0, at, value));
      }
      records.add(record);
    }
    return records;
  }

  /** Nanoseconds. */
  private long loop(KafkaConsumer<String, byte[]> consumer) {
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(consumer.assignment());
    consumer.position(PARTITION);
    Patience patience = new Patience();
    long start = System.nanoTime();
    int seen = 0;
    while (seen < records.size()) {
      seen += consumer.poll(Duration.ofMillis(500)).count();
      patience.check("the loop had read " + seen + " readings");
    }
    return System.nanoTime() - start;
  }

  /** Nanoseconds. */
  private long server(KafkaClients kafka, KafkaConsumer<String, byte[]> consumer) throws Exception {
    InstantSource clock = InstantSource.system();
    Metrics metrics = Metrics.unserved();
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench");
        Rides rides = Rides.open(scratch.path().resolve(Rides.FILE))) {
      rides.replace(Map.of(0, its));
      Skipped skipped = new Skipped("readings", clock, metrics);
      LatestReadings.Counts counts = LatestReadings.Counts.of(metrics, skipped);
      Keyring ring = Keyring.of(SECRET);
      SensorProofs proofs = new SensorProofs(rides, () -> ring, true);
      LatestReadings latest = new LatestReadings(rides, proofs, counts, clock, clock);
      List<Topic> topics = List.of(SensorTopics.SD);
      Feed feed = new Feed(kafka, rides.sql(), topics, 1, latest, skipped, clock);
      feed.topicsAre(kafka.topicIds(topics));
      feed.assign(consumer);
      consumer.position(PARTITION);
      Patience patience = new Patience();
      long start = System.nanoTime();
      while (counts.good().get() < records.size()) {
        feed.poll(consumer);
        patience.check("the server had taken " + counts.good().get() + " readings");
      }
      return System.nanoTime() - start;
    }
  }
}
