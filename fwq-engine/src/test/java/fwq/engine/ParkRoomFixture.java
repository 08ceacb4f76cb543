package fwq.engine;

import static fwq.engine.Visited.KEYS;
import static fwq.engine.Visited.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.signing.Session;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the tests of ParkRoom share. */
abstract class ParkRoomFixture {
  final Skipped skipped =
      new Skipped("events", () -> Instant.ofEpochMilli(NOW), Metrics.unserved());

  final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  final Park park = new Park(10);

  VisitKeys keys = KEYS;

  final List<AuditEntry> noted = new ArrayList<>();

  long offset;

  record Sent(String alias, Answer answer) {}

  ParkRoom room(long catchUpTo) {
    ParkVoice voice =
        new ParkVoice(Outlet.of(producer), new ParkAudit(noted::add, () -> Instant.EPOCH, 0, 77));
    return new ParkRoom(0, park, 77, 0, catchUpTo, keys, voice, skipped);
  }

  ParkRoom openRoom() {
    ParkRoom room = room(0);
    room.settle(0, List.of(), NOW);
    return room;
  }

  static void take(ParkRoom room, ConsumerRecord<String, byte[]> record, long clock) {
    room.take(List.of(record), clock);
  }

  void say(ParkRoom room, Session session, VisitorEvent event, long at) {
    take(room, Visited.signed(session, event, offset++, at), at);
  }

  List<EngineMessage> said() {
    List<EngineMessage> messages = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : producer.history()) {
      if (record.topic().equals("Engine")) {
        try {
          messages.add(EngineCodec.read(record.value()));
        } catch (BadMessageException e) {
          throw new AssertionError("the engine said something unreadable", e);
        }
      }
    }
    return messages;
  }

  List<MapFrame> frames() {
    return said().stream().filter(MapFrame.class::isInstance).map(MapFrame.class::cast).toList();
  }

  List<Sent> answers() {
    List<Sent> answers = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : producer.history()) {
      try {
        if (record.value() != null && EngineCodec.read(record.value()) instanceof ToGuest told) {
          assertEquals(77, told.epoch());
          answers.add(new Sent(record.key(), told.answer()));
        }
      } catch (BadMessageException e) {
        throw new AssertionError("the engine said something unreadable", e);
      }
    }
    return answers;
  }

  static AuditEntry noted(String alias, Action action, Outcome outcome, Optional<String> reason) {
    return new AuditEntry(
        Instant.EPOCH, new AuditEntry.Engine(0, 77), alias, action, outcome, reason);
  }

  void end(ParkRoom room, Session last, byte[] signature) {
    take(room, Visited.record(EventCodec.write(new Ended(last)), signature, offset++, NOW), NOW);
  }

  static void stay(ParkRoom room, long from, long to) {
    for (long now = from; now <= to; now += 100) {
      room.settle(0, List.of(), now);
    }
  }
}
