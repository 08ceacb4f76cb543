package fwq.trials.bench.engine;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.bench.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A crowd that enters and walks: signed records, as guests would write them. For one thread. */
final class Walk {
  static final SharedSecret SECRET = SharedSecret.of(new byte[32]);

  /** Everybody's first steps, after which nobody gets any further. */
  static final int SPREAD_STEPS = 20;

  private static final long DAY_MILLIS = 86_400_000;
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private final long now = System.currentTimeMillis();
  private final List<Session> sessions = new ArrayList<>();
  private final List<SessionKey> keys = new ArrayList<>();
  private final Position[] positions;
  private final int park;
  private long steps;

  /** So many guests, who stand before the gate of park 0. */
  Walk(SharedSecret secret, int guests) {
    this(secret, guests, 0);
  }

  /** So many guests, who stand before a park's gate. */
  Walk(SharedSecret secret, int guests, int park) {
    this.park = park;
    for (int guest = 0; guest < guests; guest++) {
      sessions.add(new Session("guest" + guest, now, now + DAY_MILLIS));
      keys.add(SessionKey.derive(secret, sessions.get(guest)));
    }
    positions = new Position[guests];
    Arrays.fill(positions, Position.GATE);
  }

  /** Everybody enters. */
  List<ProducerRecord<String, byte[]>> enter() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int guest = 0; guest < positions.length; guest++) {
      records.add(record(guest, new VisitorEvent.Enter(sessions.get(guest), now)));
    }
    return records;
  }

  /** The next step; all guests take turns, for ever. */
  ProducerRecord<String, byte[]> step() {
    int guest = (int) (steps % positions.length);
    long turn = 1 + steps / positions.length;
    steps++;
    positions[guest] = positions[guest].step(direction(guest, turn));
    return record(
        guest, new VisitorEvent.Move(sessions.get(guest).alias(), now + turn, positions[guest]));
  }

  /**
   * Some way straight on, some way in another direction, and then to and fro: after {@link
   * #SPREAD_STEPS} of their steps guests are all over the park.
   */
  private static Direction direction(int guest, long turn) {
    int first = guest % 10;
    int second = first + guest / 10 % 10;
    long direction = turn <= first ? guest / 100 : turn <= second ? guest / 800 + 3 : 4 * turn;
    return DIRECTIONS.get((int) (direction % 8));
  }

  /** So many steps. */
  Stream<ProducerRecord<String, byte[]>> steps(long count) {
    return Stream.generate(this::step).limit(count);
  }

  /** Everybody enters, and everybody takes so many steps. */
  static List<ProducerRecord<String, byte[]>> records(int guests, int steps) {
    Walk walk = new Walk(SECRET, guests);
    List<ProducerRecord<String, byte[]>> records = walk.enter();
    for (int step = 0; step < guests * steps; step++) {
      records.add(walk.step());
    }
    return records;
  }

  private ProducerRecord<String, byte[]> record(int guest, VisitorEvent event) {
    byte[] value = EventCodec.write(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), park, event.alias(), value);
    record.headers().add(SessionKey.HEADER, keys.get(guest).sign(park, value));
    return record;
  }

  /** Reads all frames and answers of park 0, from the beginning. */
  static KafkaConsumer<String, byte[]> frames(KafkaClients kafka) {
    KafkaConsumer<String, byte[]> frames = kafka.consumer();
    frames.assign(List.of(new TopicPartition(VisitTopics.ENGINE.name(), 0)));
    frames.seekToBeginning(frames.assignment());
    return frames;
  }

  /** Waits for a frame that shows the park up to this offset, and gives what it shows. */
  static ParkMap awaitOffset(KafkaConsumer<String, byte[]> frames, long offset)
      throws BadMessageException {
    Patience patience = new Patience();
    long shown = -1;
    ParkMap map = ParkMap.EMPTY;
    while (shown < offset) {
      for (ConsumerRecord<String, byte[]> record : frames.poll(Duration.ofMillis(200))) {
        if (record.key().equals("map")
            && EngineCodec.read(record.value()) instanceof MapFrame frame) {
          shown = frame.offset();
          map = frame.map();
        }
      }
      if (shown < offset) {
        patience.check("the newest frame showed offset " + shown + " instead of " + offset);
      }
    }
    return map;
  }
}
