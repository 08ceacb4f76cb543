package fwq.sensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final long NOW = HandClock.START;
  private static final SharedSecret FIRST = SharedSecret.of(new byte[32]);
  private static final SharedSecret SECOND = SensorKey.ofRide(FIRST, 0, 1);

  private final HandClock clock = new HandClock();
  private final Keyring keys = Keyring.of(FIRST).with(SECOND, Instant.ofEpochMilli(NOW + 10_000));
  private final Readings readings =
      new Readings(3, 7, Optional.of(new DerivedKeys<>(() -> keys, SensorKey::new)), clock);

  private static byte[] signature(ProducerRecord<String, byte[]> record) {
    return record.headers().lastHeader(SessionKey.HEADER).value();
  }

  private long signedAt() {
    return SensorKey.signedAt(signature(readings.of(5))).orElseThrow();
  }

  @Test
  void valueIsTheSameSignedOrNot() {
    ProducerRecord<String, byte[]> signed = readings.of(105);
    ProducerRecord<String, byte[]> unsigned = new Readings(3, 7, Optional.empty(), clock).of(105);
    assertEquals("[7,105,3]", new String(signed.value(), UTF_8));
    assertEquals("[7,105,3]", new String(unsigned.value(), UTF_8));
    assertFalse(unsigned.headers().iterator().hasNext());
  }

  @Test
  void keyOfTheMomentSigns() {
    ProducerRecord<String, byte[]> record = readings.of(5);
    assertTrue(new SensorKey(FIRST).verify(3, record.value(), signature(record)));
    clock.set(NOW + 10_000);
    ProducerRecord<String, byte[]> later = readings.of(5);
    assertTrue(new SensorKey(SECOND).verify(3, later.value(), signature(later)));
  }

  @Test
  void signedTimeRisesAndFollowsAClockThatIsSetBackByMuch() {
    assertEquals(NOW, signedAt());
    assertEquals(NOW + 1, signedAt());
    clock.set(NOW - 30_000);
    assertEquals(NOW + 2, signedAt());
    clock.set(NOW + 1_000);
    assertEquals(NOW + 1_000, signedAt());
    clock.set(NOW - 3_600_000);
    assertEquals(NOW - 3_600_000, signedAt());
    assertEquals(NOW - 3_600_000 + 1, signedAt());
  }
}
