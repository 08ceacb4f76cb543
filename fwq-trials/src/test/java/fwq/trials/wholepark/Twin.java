package fwq.trials.wholepark;

import fwq.common.park.ParkMap;
import fwq.common.signing.Session;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.engine.Outlet;
import fwq.engine.ParkAudit;
import fwq.engine.ParkRoom;
import fwq.engine.ParkVoice;
import fwq.engine.park.Guest;
import fwq.engine.park.Park;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;

/** A park that never crashes and says nothing: the fold of all records, in their order. */
public final class Twin {
  private final Park park;
  private final ParkRoom room;

  /** An empty park. */
  public Twin(int capacity, SharedSecret secret) {
    park = new Park(capacity);
    // It has never caught up, so it says nothing.
    room =
        new ParkRoom(
            0,
            park,
            0,
            0,
            Long.MAX_VALUE,
            VisitKeys.of(secret),
            new ParkVoice(
                Outlet.of(new MockProducer<>()), new ParkAudit(_ -> {}, () -> Instant.EPOCH, 0, 0)),
            new Skipped("events", () -> Instant.EPOCH, Metrics.unserved()));
  }

  /** Takes the next record. */
  public void take(ConsumerRecord<String, byte[]> record) {
    room.take(List.of(record), record.timestamp());
  }

  /** The picture, without rides. */
  public ParkMap map() {
    return park.map(List.of());
  }

  /** The park's time. */
  public long time() {
    return park.time();
  }

  /** The login that counts, of a guest inside. */
  public Optional<Session> sessionOf(String alias) {
    return park.guest(alias).map(Guest::session);
  }
}
