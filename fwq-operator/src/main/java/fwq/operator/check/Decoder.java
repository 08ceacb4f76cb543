package fwq.operator.check;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.json.BadMessageException;
import fwq.kit.program.BoundedMap;
import fwq.operator.judge.Answer;
import fwq.operator.judge.EngineRecord;
import fwq.operator.judge.VisitorRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** From Kafka's records to what they say. For one thread. */
final class Decoder {
  private static final int KEYS_MAX = 100_000;

  private final Optional<VisitKeys> keys;
  private final Map<Session, SessionKey> sessionKeys = BoundedMap.byUse(KEYS_MAX);

  /**
   * A decoder.
   *
   * @param keys the park's; without them every signature is trusted, and so is what was signed with
   *     a key that they no longer have
   */
  Decoder(Optional<VisitKeys> keys) {
    this.keys = keys;
  }

  /** The keys of that moment, if they are known. */
  private Optional<VisitKeys> keys(long moment) {
    return keys.filter(it -> it.reachBackTo(Instant.ofEpochMilli(moment)));
  }

  VisitorRecord visitor(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return new VisitorRecord.Tick(record.offset(), record.timestamp());
    }
    try {
      return switch (EventCodec.read(record.value())) {
        case VisitorEvent event ->
            new VisitorRecord.Event(record.offset(), record.timestamp(), event, signature(record));
        case Ended ended ->
            new VisitorRecord.Revocation(
                record.offset(), record.timestamp(), ended, isTheRegistrys(record));
        case Operate said ->
            new VisitorRecord.Word(
                record.offset(), record.timestamp(), said, isTheOperators(said, record));
      };
    } catch (BadMessageException e) {
      return new VisitorRecord.Unreadable(record.offset(), record.timestamp());
    }
  }

  private boolean isTheRegistrys(ConsumerRecord<String, byte[]> record) {
    return keys(record.timestamp())
        .map(it -> it.isRegistrys(record.partition(), record.value(), bytes(record)))
        .orElse(true);
  }

  private boolean isTheOperators(Operate said, ConsumerRecord<String, byte[]> record) {
    return said.session()
        .map(session -> signature(record).test(session))
        .orElseGet(
            () ->
                keys(record.timestamp())
                    .map(it -> it.isConsoles(record.partition(), record.value(), bytes(record)))
                    .orElse(true));
  }

  private Predicate<Session> signature(ConsumerRecord<String, byte[]> record) {
    byte[] signature = bytes(record);
    return session ->
        keys(session.issuedAt())
            .map(it -> sessionKeys.computeIfAbsent(session, it::keyOf))
            .map(key -> key.verify(record.partition(), record.value(), signature))
            .orElse(true);
  }

  /** The signature, or null. */
  private static byte[] bytes(ConsumerRecord<String, byte[]> record) {
    Header signature = record.headers().lastHeader(SessionKey.HEADER);
    return signature == null ? null : signature.value();
  }

  EngineRecord engine(ConsumerRecord<String, byte[]> record) {
    try {
      return switch (EngineCodec.read(record.value())) {
        case MapFrame frame ->
            new EngineRecord.Frame(
                record.offset(),
                record.timestamp(),
                frame.park(),
                frame.epoch(),
                frame.seq(),
                frame.offset(),
                frame.map());
        case ToGuest(long epoch, EngineMessage.Answer answer) ->
            new EngineRecord.Said(
                record.offset(),
                record.timestamp(),
                epoch,
                String.valueOf(record.key()),
                new Answer(kind(answer), answer.session(), reason(answer)),
                position(answer));
        case EngineMessage.Words _ -> new EngineRecord.Told(record.offset(), record.timestamp());
      };
    } catch (BadMessageException e) {
      return new EngineRecord.Unreadable(record.offset(), record.timestamp(), e.getMessage());
    }
  }

  private static Answer.Kind kind(EngineMessage.Answer answer) {
    return switch (answer) {
      case Admitted _ -> Answer.Kind.ADMITTED;
      case Refused _ -> Answer.Kind.REFUSED;
      case Rejected _ -> Answer.Kind.REJECTED;
      case Gone _ -> Answer.Kind.GONE;
    };
  }

  private static String reason(EngineMessage.Answer answer) {
    return switch (answer) {
      case Admitted _ -> "";
      case Refused refused -> refused.reason().name();
      case Rejected rejected -> rejected.reason().name();
      case Gone gone -> gone.reason().name();
    };
  }

  private static Optional<Position> position(EngineMessage.Answer answer) {
    return switch (answer) {
      case Admitted admitted -> Optional.of(admitted.position());
      case Rejected rejected -> Optional.of(rejected.position());
      case Refused _, Gone _ -> Optional.empty();
    };
  }
}
