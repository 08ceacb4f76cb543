package fwq.waitingtime;

import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import fwq.kit.sqlite.DatabaseException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The newest reading of each ride: written by the feed's thread, read by any. */
public final class LatestReadings {
  private final Set<ParkRide> known;
  private final Rides rides;
  private final Skipped skipped;
  private final InstantSource clock;
  private final Map<ParkRide, LastReading> byRide;

  /**
   * Starts from what is stored.
   *
   * @param known the rides that there are
   */
  public LatestReadings(Set<ParkRide> known, Rides rides, Skipped skipped, InstantSource clock)
      throws DatabaseException {
    this.known = Set.copyOf(known);
    this.rides = rides;
    this.skipped = skipped;
    this.clock = clock;
    this.byRide = new ConcurrentHashMap<>(rides.readings());
  }

  /** The newest reading of each ride that ever had one, now and later. */
  Map<ParkRide, LastReading> byRide() {
    return Collections.unmodifiableMap(byRide);
  }

  /**
   * Takes a batch: stores what it says and how far the topic is read, then shows it to others.
   *
   * @return how many records were good readings
   */
  int apply(ConsumerRecords<String, byte[]> batch) throws DatabaseException {
    skipped.tell();
    if (batch.isEmpty()) {
      return 0;
    }
    long now = clock.millis();
    int good = 0;
    Map<ParkRide, LastReading> changed = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : batch) {
      try {
        Reading reading = ReadingCodec.read(record.value());
        ParkRide ride = new ParkRide(reading.park(), reading.ride());
        if (known.contains(ride)) {
          changed.put(ride, new LastReading(reading.people(), Math.min(record.timestamp(), now)));
          good++;
        } else {
          skipped.add("there is no ride " + ride.ride() + " in park " + ride.park());
        }
      } catch (BadMessageException e) {
        skipped.add(e.getMessage());
      }
    }
    Map<Integer, Long> nextOffsets = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      nextOffsets.put(partition.partition(), batch.records(partition).getLast().offset() + 1);
    }
    rides.store(changed, nextOffsets);
    byRide.putAll(changed);
    return good;
  }
}
