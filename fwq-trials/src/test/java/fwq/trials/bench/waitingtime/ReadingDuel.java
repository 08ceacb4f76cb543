package fwq.trials.bench.waitingtime;

import fwq.common.park.Ride;
import fwq.common.park.RideTable;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private List<ProducerRecord<String, byte[]>> records = List.of();

  @Override
  public String name() {
    return "readings";
  }

  @Override
  public String unit() {
    return "readings a second";
  }

  @Override
  public String first() {
    return "waiting time server, into SQLite";
  }

  @Override
  public String second() {
    return "bare consumer loop, same records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isServer) throws Exception {
    if (records.isEmpty()) {
      records = records(bench.load(READINGS));
    }
    KafkaClients kafka = bench.kafka();
    Workbench.write(kafka, records);
    try (KafkaConsumer<String, byte[]> consumer = kafka.wholeTopicConsumer(SensorTopics.SD)) {
      return records.size() * 1e9 / (isServer ? server(kafka, consumer) : loop(consumer));
    }
  }

  private static List<ProducerRecord<String, byte[]>> records(int count) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Ride ride = RideTable.DEFAULT.get(number % RideTable.DEFAULT.size());
      byte[] value = ReadingCodec.write(new Reading(0, ride.id(), number % 500));
      records.add(
          new ProducerRecord<>(
              PARTITION.topic(), PARTITION.partition(), Integer.toString(ride.id()), value));
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
      rides.replace(Map.of(0, RideTable.DEFAULT));
      Skipped skipped = new Skipped("readings", clock, metrics);
      LatestReadings.Counts counts = LatestReadings.Counts.of(metrics);
      LatestReadings latest = new LatestReadings(rides, skipped, counts, clock, clock);
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
