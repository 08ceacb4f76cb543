package fwq.sensor;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.common.talk.sensor.SensorTopics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Makes the records of one ride's readings, signed where its sensor has a key. */
final class Readings {
  /** A clock that was set back by more than this is followed; what is less is waited for. */
  private static final long SET_BACK_MILLIS_MAX = 60_000;

  private final int park;
  private final int ride;
  private final Optional<DerivedKeys<SensorKey>> keys;
  private final InstantSource clock;
  private long signedAt;

  /**
   * For a ride.
   *
   * @param park the ride's park, which is a partition of the topic
   * @param clock the time of day, which is signed, too, and rises
   */
  Readings(int park, int ride, Optional<DerivedKeys<SensorKey>> keys, InstantSource clock) {
    this.park = park;
    this.ride = ride;
    this.keys = keys;
    this.clock = clock;
  }

  /** That so many people are in line. */
  ProducerRecord<String, byte[]> of(int people) {
    byte[] value = ReadingCodec.write(new Reading(park, ride, people));
    return new ProducerRecord<>(
        SensorTopics.SD.name(), park, Integer.toString(ride), value, headers(value));
  }

  private List<Header> headers(byte[] value) {
    if (keys.isEmpty()) {
      return List.of();
    }
    long now = clock.millis();
    signedAt = now > signedAt || now < signedAt - SET_BACK_MILLIS_MAX ? now : signedAt + 1;
    SensorKey key = keys.get().at(Instant.ofEpochMilli(signedAt));
    return List.of(new RecordHeader(SessionKey.HEADER, key.sign(park, signedAt, value)));
  }
}
