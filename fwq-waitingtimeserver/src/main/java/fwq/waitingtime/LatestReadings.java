package fwq.waitingtime;

import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.kit.feed.Feed;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import fwq.kit.sqlite.DatabaseException;
import io.prometheus.metrics.core.metrics.Counter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/**
 * The newest reading of each ride: stored and shown by the feed's thread, read by any. What could
 * not be stored is not shown.
 *
 * <p>How old a reading is, no sensor's clock says, nor the broker's: it is heard live, and from
 * then on our own counter goes. What had piled up when we began to read is of an unknown age until
 * the ride's sensor is heard again, and so is what is stored from before.
 */
public final class LatestReadings implements Feed.Handler {
  private final Set<ParkRide> known;
  private final Rides rides;
  private final Skipped skipped;
  private final InstantSource clock;
  private final InstantSource steady;
  private final Counter counted;
  private final Map<ParkRide, Heard> newest = new ConcurrentHashMap<>();

  /** The first offset of each partition that is heard live. */
  private final Map<TopicPartition, Long> liveFrom = new HashMap<>();

  /** What the batch changes that is being applied. */
  private final Map<ParkRide, Heard> changed = new HashMap<>();

  /**
   * A reading, and when it was made.
   *
   * @param madeAt milliseconds by the steady clock; nothing where its age is not known
   */
  private record Heard(LastReading reading, OptionalLong madeAt) {}

  /**
   * Starts from what is stored.
   *
   * @param known the rides that there are
   * @param counted counts good readings
   * @param clock the time of day, for people
   * @param steady a clock that nobody sets, for ages
   */
  public LatestReadings(
      Set<ParkRide> known,
      Rides rides,
      Skipped skipped,
      Counter counted,
      InstantSource clock,
      InstantSource steady)
      throws DatabaseException {
    this.known = Set.copyOf(known);
    this.rides = rides;
    this.skipped = skipped;
    this.counted = counted;
    this.clock = clock;
    this.steady = steady;
    rides
        .readings()
        .forEach((ride, last) -> newest.put(ride, new Heard(last, OptionalLong.empty())));
  }

  /** A ride's newest reading, if it ever had one. For any thread. */
  Optional<LastReading> of(ParkRide ride) {
    return Optional.ofNullable(newest.get(ride)).map(Heard::reading);
  }

  /** How old that is, in milliseconds, if that is known. For any thread. */
  OptionalLong ageMillis(ParkRide ride) {
    Heard heard = newest.get(ride);
    return heard == null || heard.madeAt().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(steady.millis() - heard.madeAt().getAsLong());
  }

  /** Of all rides that ever had one. */
  Map<ParkRide, LastReading> byRide() {
    Map<ParkRide, LastReading> byRide = new HashMap<>();
    newest.forEach((ride, heard) -> byRide.put(ride, heard.reading()));
    return byRide;
  }

  @Override
  public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    // What is there already was said before; nobody knows how long before.
    liveFrom.putAll(consumer.endOffsets(partitions));
  }

  @Override
  public void apply(ConsumerRecords<String, byte[]> batch) throws SQLException {
    changed.clear();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> records = batch.records(partition);
      long newestAt = records.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
      for (ConsumerRecord<String, byte[]> record : records) {
        try {
          take(ReadingCodec.read(record.value()), record, newestAt);
        } catch (BadMessageException e) {
          skipped.add(record, e.getMessage());
        }
      }
    }
    for (Map.Entry<ParkRide, Heard> entry : changed.entrySet()) {
      rides.store(entry.getKey(), entry.getValue().reading());
    }
  }

  /**
   * Takes one.
   *
   * @param newestAt the time of the newest record that came with it
   */
  private void take(Reading reading, ConsumerRecord<String, byte[]> record, long newestAt) {
    ParkRide ride = new ParkRide(reading.park(), reading.ride());
    if (!known.contains(ride)) {
      skipped.add(record, "there is no ride " + ride.ride() + " in park " + ride.park());
      return;
    }
    long now = clock.millis();
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (record.offset() < liveFrom.getOrDefault(partition, Long.MAX_VALUE)) {
      long at = Math.min(record.timestamp(), now);
      changed.put(ride, new Heard(new LastReading(reading.people(), at), OptionalLong.empty()));
    } else {
      long behind = behindMillis(record, newestAt);
      changed.put(
          ride,
          new Heard(
              new LastReading(reading.people(), now - behind),
              OptionalLong.of(steady.millis() - behind)));
    }
    counted.inc();
  }

  /**
   * How much earlier the broker had a record than the newest that came with it: after a pause of
   * ours many come at once. Only the broker's own time is compared, and only with itself.
   */
  private static long behindMillis(ConsumerRecord<String, byte[]> record, long newestAt) {
    return record.timestampType() == TimestampType.LOG_APPEND_TIME
        ? newestAt - record.timestamp()
        : 0;
  }

  @Override
  public void applied() {
    newest.putAll(changed);
  }
}
