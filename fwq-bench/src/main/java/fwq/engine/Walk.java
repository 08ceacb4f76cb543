package fwq.engine;

import fwq.common.kafka.Topics;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.Session;
import fwq.common.message.VisitorEvent;
import fwq.common.park.Direction;
import fwq.common.park.Position;
import fwq.common.session.SessionKey;
import fwq.common.session.SharedSecret;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A crowd that enters and walks: signed records, as guests would write them. */
final class Walk {
  static final SharedSecret SECRET = SharedSecret.of(new byte[32]);

  private Walk() {}

  /** Waits for a frame that shows the park up to this offset. */
  static void awaitOffset(KafkaConsumer<String, byte[]> frames, long offset)
      throws BadMessageException {
    while (true) {
      for (ConsumerRecord<String, byte[]> record : frames.poll(Duration.ofMillis(200))) {
        if (record.key().equals("map")
            && Json.readEngineMessage(record.value()) instanceof MapFrame frame
            && frame.offset() >= offset) {
          return;
        }
      }
    }
  }

  /** Everybody enters, and everybody takes so many steps. */
  static List<ProducerRecord<String, byte[]>> records(int guests, int steps) {
    long now = System.currentTimeMillis();
    List<Direction> directions = List.of(Direction.values());
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<SessionKey> keys = new ArrayList<>();
    for (int guest = 0; guest < guests; guest++) {
      Session session = new Session("guest" + guest, now, now + 86_400_000);
      keys.add(SessionKey.derive(SECRET, session));
      records.add(record(keys.get(guest), new VisitorEvent.Enter(session, now)));
    }
    Position[] positions = new Position[guests];
    Arrays.fill(positions, Position.GATE);
    for (int step = 1; step <= steps; step++) {
      for (int guest = 0; guest < guests; guest++) {
        positions[guest] = positions[guest].step(directions.get((guest + step) % 8));
        records.add(
            record(
                keys.get(guest),
                new VisitorEvent.Move("guest" + guest, now + step, positions[guest])));
      }
    }
    return records;
  }

  private static ProducerRecord<String, byte[]> record(SessionKey key, VisitorEvent event) {
    byte[] value = Json.write(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.VISITOR.topic(), 0, event.alias(), value);
    record.headers().add(SessionKey.HEADER, key.sign(0, value));
    return record;
  }
}
