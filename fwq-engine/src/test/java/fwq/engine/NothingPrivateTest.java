package fwq.engine;

import static fwq.engine.Visited.KEYS;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.SECRET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Everybody reads what the engine says: nothing of it is anybody's secret. */
final class NothingPrivateTest {
  private static final Session ANA = new Session("ana", NOW, NOW + 3_600_000, "");
  private static final Session BEN = new Session("ben", NOW, NOW + 3_600_000, "Big Ben");
  private static final Session EVA = new Session("eva", NOW, NOW + 3_600_000);

  private final FakeBroker broker = new FakeBroker(0, 0);
  private long now = NOW;
  private long offset;

  private void say(Session session, VisitorEvent event) {
    broker.events.addRecord(Visited.signed(session, event, offset++, now));
  }

  /** A day with all kinds of answers, frames, notes and ticks. */
  private void run() {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    Engine engine =
        new Engine(
            new Engine.Parts(
                broker.events,
                Outlet.of(broker.answers),
                new ParkLog(broker.reader, _ -> broker.writer, ""),
                Runnable::run,
                (park, at) -> List.of(),
                _ -> {},
                KEYS,
                _ -> 2,
                Optional.empty(),
                clock,
                new BrokerWatch(new HostPort("localhost", 9092)),
                new Skipped("events", clock, Metrics.unserved()),
                _ -> {},
                _ -> {}));
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    engine.cycle(0);
    say(ANA, new Enter(ANA, 1));
    say(BEN, new Enter(BEN, 1));
    say(EVA, new Enter(EVA, 1));
    say(ANA, new Move("ana", 2, Position.ofCell(1)));
    say(BEN, new Move("ben", 2, Position.ofCell(200)));
    pass(engine, 3_000);
    byte[] ended = EventCodec.write(new Ended(BEN));
    byte[] signature = RegistryKey.derive(SECRET).sign(0, ended);
    broker.events.addRecord(Visited.record(ended, signature, offset++, now));
    say(ANA, new Leave("ana", 3));
    say(EVA, new Enter(EVA, 2));
    pass(engine, 3_000);
  }

  private void pass(Engine engine, long millis) {
    for (long end = now + millis; now < end; ) {
      now += 100;
      engine.cycle(0);
    }
  }

  private static Stream<String> texts(ProducerRecord<String, byte[]> record) {
    List<String> texts = new ArrayList<>();
    texts.add(String.valueOf(record.key()));
    texts.add(record.value() == null ? "" : new String(record.value(), ISO_8859_1));
    record.headers().forEach(header -> texts.add(new String(header.value(), ISO_8859_1)));
    return texts.stream();
  }

  @Test
  void noAddressTicketKeyOrHiddenNameIsWrittenToAnyTopic() {
    run();
    List<String> written =
        Stream.concat(broker.answers.history().stream(), broker.writer.history().stream())
            .flatMap(NothingPrivateTest::texts)
            .toList();
    assertTrue(written.size() > 20, "a run says something");
    List<String> secrets = new ArrayList<>();
    secrets.add("@");
    // Every ticket begins so: it is the encoding of {"
    secrets.add("eyJ");
    List<byte[]> keys = new ArrayList<>(List.of(SECRET.bytes()));
    for (Session session : List.of(ANA, BEN, EVA)) {
      String key = SessionKey.derive(SECRET, session).encode().reveal();
      keys.add(Base64.getUrlDecoder().decode(key));
    }
    for (byte[] key : keys) {
      secrets.add(new String(key, ISO_8859_1));
      secrets.add(HexFormat.of().formatHex(key));
      secrets.add(Base64.getEncoder().withoutPadding().encodeToString(key));
      secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }
    for (String text : written) {
      for (String secret : secrets) {
        assertFalse(text.contains(secret), text);
      }
    }
  }

  @Test
  void framesNameNobodyWhoDoesNotWantIt() {
    run();
    List<String> names =
        broker.said().stream()
            .filter(MapFrame.class::isInstance)
            .flatMap(frame -> ((MapFrame) frame).map().visitors().stream())
            .map(shown -> shown.name())
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("Big Ben", "eva"), names);
  }
}
