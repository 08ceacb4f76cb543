package fwq.engine;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What lies on the topic {@code Visitor}, and the values that its tests share. */
final class Visited {
  static final SharedSecret SECRET = SharedSecret.of(new byte[32]);
  static final VisitKeys KEYS = VisitKeys.of(SECRET);
  static final long NOW = 1_700_000_000_000L;
  static final Session ANA = session("ana", NOW);
  static final Session BEN = session("ben", NOW);
  static final List<RideStatus> RIDES =
      List.of(
          RideStatus.open(new Ride(0, "a", "A", Position.ofCell(21), 10, 20), 54, 25, NOW),
          RideStatus.open(new Ride(1, "b", "B", Position.ofCell(58), 10, 20), 54, 25, NOW));

  private Visited() {}

  static Session session(String alias, long issuedAt) {
    return new Session(alias, issuedAt, issuedAt + 3_600_000);
  }

  /** An event signed by its session. */
  static ConsumerRecord<String, byte[]> signed(
      Session session, VisitorEvent event, long offset, long at) {
    byte[] value = EventCodec.write(event);
    return record(value, SessionKey.derive(SECRET, session).sign(0, value), offset, at);
  }

  /** Any bytes, with any signature or none. */
  static ConsumerRecord<String, byte[]> record(
      byte[] value, byte[] signature, long offset, long at) {
    RecordHeaders headers = new RecordHeaders();
    if (signature != null) {
      headers.add(SessionKey.HEADER, signature);
    }
    return new ConsumerRecord<>(
        "Visitor",
        0,
        offset,
        at,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        null,
        value,
        headers,
        Optional.empty());
  }
}
