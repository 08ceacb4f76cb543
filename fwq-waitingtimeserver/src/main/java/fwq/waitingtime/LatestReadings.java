package fwq.waitingtime;

import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.kit.feed.Feed;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import fwq.kit.sqlite.DatabaseException;
import io.prometheus.metrics.core.metrics.Counter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest reading of each ride that is believed ({@link RideReadings}): stored and shown by the
 * feed's thread, read by any. What could not be stored is not shown, and what is not its sensor's
 * ({@link SensorProofs}) is as if nobody had said it.
 *
 * <p>How old a reading is, no sensor's clock says, nor the broker's: it is heard live, and from
 * then on our own counter goes. What had piled up when we began to read is of an unknown age until
 * the ride's sensor is heard again, and so is what is stored from before.
 */
public final class LatestReadings implements Feed.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(LatestReadings.class);

  private final Rides rides;
  private final SensorProofs proofs;
  private final Counts counts;
  private final InstantSource clock;
  private final InstantSource steady;
  private final Once words = new Once(Duration.ofMinutes(1));
  private final Once refusals = new Once(Duration.ofSeconds(1));
  private long refused;
  private final Map<ParkRide, RideReadings> newest = new ConcurrentHashMap<>();

  /** The first offset of each partition that is heard live. */
  private final Map<TopicPartition, Long> liveFrom = new HashMap<>();

  /** What the batch changes that is being applied. */
  private final Map<ParkRide, RideReadings> changed = new HashMap<>();

  /**
   * What is counted.
   *
   * @param skipped what is no reading of a ride
   * @param refused readings that are not proven, by the reason
   * @param good readings
   * @param keptBack those of them that were not shown at once
   */
  public record Counts(Skipped skipped, Counter refused, Counter good, Counter keptBack) {
    /** Counted from now on. */
    public static Counts of(Metrics metrics, Skipped skipped) {
      return new Counts(
          skipped,
          metrics.counter(
              "fwq_readings_refused_total",
              "Readings that no sensor is known to have said.",
              "why"),
          metrics.counter("fwq_readings_total", "Good readings."),
          metrics.counter(
              "fwq_readings_kept_back_total", "Readings that the next one was to confirm."));
    }
  }

  /**
   * Starts from what is stored.
   *
   * @param proofs which readings are their sensors'
   * @param clock the time of day, for people and for what sensors sign
   * @param steady a clock that nobody sets, for ages
   */
  public LatestReadings(
      Rides rides, SensorProofs proofs, Counts counts, InstantSource clock, InstantSource steady)
      throws DatabaseException {
    this.rides = rides;
    this.proofs = proofs;
    this.counts = counts;
    this.clock = clock;
    this.steady = steady;
    Map<ParkRide, LastReading> stored = rides.readings();
    rides
        .byPark()
        .forEach(
            (park, its) ->
                its.forEach(
                    ride -> {
                      ParkRide key = new ParkRide(park, ride.id());
                      newest.put(key, RideReadings.of(ride, stored(stored.get(key))));
                    }));
  }

  private static Optional<HeardReading> stored(LastReading reading) {
    return Optional.ofNullable(reading)
        .map(it -> new HeardReading(it, OptionalLong.empty(), HeardReading.Place.UNKNOWN));
  }

  /** A ride's newest reading, if it ever had one that is believed. For any thread. */
  Optional<LastReading> of(ParkRide ride) {
    return heard(ride).map(HeardReading::reading);
  }

  /** How old that is, in milliseconds, if that is known. For any thread. */
  OptionalLong ageMillis(ParkRide ride) {
    OptionalLong madeAt = heard(ride).map(HeardReading::madeAt).orElse(OptionalLong.empty());
    return madeAt.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(steady.millis() - madeAt.getAsLong());
  }

  private Optional<HeardReading> heard(ParkRide ride) {
    RideReadings its = newest.get(ride);
    return its == null ? Optional.empty() : its.at(steady.millis());
  }

  /** Of all rides that ever had one. */
  Map<ParkRide, LastReading> byRide() {
    Map<ParkRide, LastReading> byRide = new HashMap<>();
    newest.keySet().forEach(ride -> of(ride).ifPresent(last -> byRide.put(ride, last)));
    return byRide;
  }

  @Override
  public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    // What is there already was said before; nobody knows how long before.
    liveFrom.putAll(consumer.endOffsets(partitions));
    // They may be another topic's, whose offsets begin anew.
    Set<Integer> numbers =
        partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    newest.replaceAll((_, its) -> its.without(numbers));
  }

  @Override
  public void apply(ConsumerRecords<String, byte[]> batch) throws SQLException {
    changed.clear();
    proofs.begin();
    long now = clock.millis();
    long counter = steady.millis();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> records = batch.records(partition);
      long newestAt = records.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
      long live = liveFrom.getOrDefault(partition, Long.MAX_VALUE);
      Coming coming = new Coming(live, newestAt, now, counter);
      int good = 0;
      for (ConsumerRecord<String, byte[]> record : records) {
        try {
          good += isGood(ReadingCodec.read(record.value()), record, coming) ? 1 : 0;
        } catch (BadMessageException e) {
          counts.skipped.add(record, e.getMessage());
        }
      }
      counts.good.inc(good);
    }
    for (Map.Entry<ParkRide, RideReadings> entry : changed.entrySet()) {
      Optional<HeardReading> shown = entry.getValue().shown();
      if (shown.isPresent()) {
        rides.store(entry.getKey(), shown.get().reading());
      }
    }
    proofs.store();
  }

  /**
   * What is the same for all records of a partition that came together.
   *
   * @param liveFrom the first offset that is heard live
   * @param newestAt the time of the newest of them
   * @param now by the clock for people
   * @param counter by the steady clock
   */
  private record Coming(long liveFrom, long newestAt, long now, long counter) {
    /** A reading, with its time and place. */
    HeardReading heard(int people, ConsumerRecord<String, byte[]> record) {
      boolean isOurTime = record.timestampType() == TimestampType.LOG_APPEND_TIME;
      HeardReading.Place place =
          new HeardReading.Place(
              record.partition(),
              record.offset(),
              isOurTime ? OptionalLong.of(record.timestamp()) : OptionalLong.empty());
      if (record.offset() < liveFrom) {
        long at = Math.min(record.timestamp(), now);
        return new HeardReading(new LastReading(people, at), OptionalLong.empty(), place);
      }
      // How much earlier the broker had it than the newest that came with it: after a pause of ours
      // many come at once. Only the broker's own time is compared, and only with itself.
      long behind = isOurTime ? newestAt - record.timestamp() : 0;
      return new HeardReading(
          new LastReading(people, now - behind), OptionalLong.of(counter - behind), place);
    }
  }

  /** Takes one; false where it does not count. */
  private boolean isGood(Reading reading, ConsumerRecord<String, byte[]> record, Coming coming) {
    ParkRide ride = new ParkRide(reading.park(), reading.ride());
    RideReadings before = changed.get(ride);
    if (before == null) {
      before = newest.get(ride);
    }
    if (before == null) {
      counts.skipped.add(record, "there is no ride " + ride.ride() + " in park " + ride.park());
      return false;
    }
    HeardReading heard = coming.heard(reading.people(), record);
    Optional<SensorProof.Doubt> doubt =
        proofs.doubt(ride, record, heard.reading().at(), coming.now());
    if (doubt.isPresent()) {
      refused(ride, doubt.get());
      return false;
    }
    RideReadings after = before.hear(heard);
    changed.put(ride, after);
    if (after.keptBack().isPresent() && !after.keptBack().equals(before.keptBack())) {
      keptBack(reading);
    }
    return true;
  }

  private void refused(ParkRide ride, SensorProof.Doubt doubt) {
    counts.refused.labelValues(doubt.name().toLowerCase(Locale.ROOT)).inc();
    refused++;
    if (refusals.isDue(steady.millis())) {
      LOG.warn(
          "{} readings refused so far; the last, of ride {} in park {}, because {}",
          refused,
          ride.ride(),
          ride.park(),
          doubt.sentence(ride));
    }
  }

  private void keptBack(Reading reading) {
    counts.keptBack.inc();
    if (words.isDue(steady.millis())) {
      LOG.warn(
          "{} people in the line of ride {} in park {} are many more, or fewer, than before: kept"
              + " back until the next reading says so, too",
          reading.people(),
          reading.ride(),
          reading.park());
    }
  }

  @Override
  public void applied() {
    newest.putAll(changed);
    proofs.applied();
  }
}
