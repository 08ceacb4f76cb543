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
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The newest reading of each ride: stored and shown by the feed's thread, read by any. What could
 * not be stored is not shown.
 */
public final class LatestReadings implements Feed.Handler {
  private final Set<ParkRide> known;
  private final Rides rides;
  private final Skipped skipped;
  private final InstantSource clock;
  private final Counter counted;
  private final Map<ParkRide, LastReading> byRide;

  /** What the batch changes that is being applied. */
  private final Map<ParkRide, LastReading> changed = new HashMap<>();

  /**
   * Starts from what is stored.
   *
   * @param known the rides that there are
   * @param counted counts good readings
   */
  public LatestReadings(
      Set<ParkRide> known, Rides rides, Skipped skipped, Counter counted, InstantSource clock)
      throws DatabaseException {
    this.known = Set.copyOf(known);
    this.rides = rides;
    this.skipped = skipped;
    this.counted = counted;
    this.clock = clock;
    this.byRide = new ConcurrentHashMap<>(rides.readings());
  }

  /** The newest reading of each ride that ever had one, now and later. */
  Map<ParkRide, LastReading> byRide() {
    return Collections.unmodifiableMap(byRide);
  }

  @Override
  public void apply(ConsumerRecords<String, byte[]> batch) throws SQLException {
    changed.clear();
    long now = clock.millis();
    for (ConsumerRecord<String, byte[]> record : batch) {
      try {
        Reading reading = ReadingCodec.read(record.value());
        ParkRide ride = new ParkRide(reading.park(), reading.ride());
        if (known.contains(ride)) {
          changed.put(ride, new LastReading(reading.people(), Math.min(record.timestamp(), now)));
          counted.inc();
        } else {
          skipped.add("there is no ride " + ride.ride() + " in park " + ride.park());
        }
      } catch (BadMessageException e) {
        skipped.add(e.getMessage());
      }
    }
    for (Map.Entry<ParkRide, LastReading> entry : changed.entrySet()) {
      rides.store(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public void applied() {
    byRide.putAll(changed);
  }
}
