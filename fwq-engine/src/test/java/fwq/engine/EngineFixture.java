package fwq.engine;

import static fwq.engine.Visited.KEYS;
import static fwq.engine.Visited.NOW;

import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the tests of Engine share. */
abstract class EngineFixture {
  final AtomicReference<Set<Integer>> held = new AtomicReference<>(Set.of());

  final AtomicInteger population = new AtomicInteger();

  FakeBroker broker = new FakeBroker(0, 0);

  Executor elsewhere = Runnable::run;

  long now = NOW;

  long offset;

  /** The id of the topic of events. */
  String log = "";

  Engine engine() {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    return new Engine(
        new Engine.Parts(
            broker.events,
            Outlet.of(broker.answers),
            new ParkLog(broker.reader, _ -> broker.writer, log),
            note -> elsewhere.execute(note),
            (park, at) -> List.of(),
            held::set,
            KEYS,
            park -> park == 0 ? 10 : 1,
            Optional.empty(),
            clock,
            new BrokerWatch(new HostPort("localhost", 9092)),
            new Skipped("events", clock, Metrics.unserved()),
            _ -> {},
            population::set));
  }

  /** An engine that has just been given the park. */
  Engine owner() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    engine.cycle(0);
    return engine;
  }

  void say(Session session, VisitorEvent event) {
    broker.events.addRecord(Visited.signed(session, event, offset++, now));
  }

  void pass(Engine engine, long millis) {
    for (long end = now + millis; now < end; ) {
      now += 100;
      engine.cycle(0);
    }
  }

  List<MapFrame> frames() {
    return broker.said().stream()
        .filter(MapFrame.class::isInstance)
        .map(MapFrame.class::cast)
        .toList();
  }

  boolean anyoneGone() {
    return broker.answered().stream().anyMatch(Gone.class::isInstance);
  }
}
