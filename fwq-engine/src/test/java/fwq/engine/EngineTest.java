package fwq.engine;

import static fwq.engine.FakeBroker.VISITOR;
import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Reign;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class EngineTest {
  private final AtomicReference<Set<Integer>> held = new AtomicReference<>(Set.of());
  private final AtomicInteger population = new AtomicInteger();
  private FakeBroker broker = new FakeBroker(0, 0);
  private Executor elsewhere = Runnable::run;
  private long now = NOW;
  private long offset;

  private Engine engine() {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    return new Engine(
        broker.events,
        broker.answers,
        new ParkLog(broker.reader, _ -> broker.writer),
        note -> elsewhere.execute(note),
        (park, at) -> List.of(),
        held::set,
        SECRET,
        park -> park == 0 ? 10 : 1,
        clock,
        new BrokerWatch(new HostPort("localhost", 9092)),
        new Skipped("events", clock, Metrics.unserved()),
        _ -> {},
        population::set);
  }

  /** An engine that has just been given the park. */
  private Engine owner() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    engine.cycle(0);
    return engine;
  }

  private void say(Session session, VisitorEvent event) {
    broker.events.addRecord(Visited.signed(session, event, offset++, now));
  }

  private void pass(Engine engine, long millis) {
    for (long end = now + millis; now < end; ) {
      now += 100;
      engine.cycle(0);
    }
  }

  private List<MapFrame> frames() {
    return broker.said().stream()
        .filter(MapFrame.class::isInstance)
        .map(MapFrame.class::cast)
        .toList();
  }

  private boolean anyoneGone() {
    return broker.answered().stream().anyMatch(Gone.class::isInstance);
  }

  @Test
  void mapGoesOutWithoutTheWaitingTimeServer() {
    Engine engine = owner();
    pass(engine, 5_000);
    assertEquals(6, frames().size());
    assertEquals(List.of(), frames().getLast().map().rides());
  }

  @Test
  void parkOfThisNumberHasItsOwnCapacity() {
    pass(owner(), 1_000);
    assertEquals(10, frames().getLast().map().capacity());
  }

  @Test
  void whichParksAreOursIsToldWhenTheyComeAndWhenAllEnds() {
    Engine engine = engine();
    Stop stop = new Stop();
    broker.events.schedulePollTask(() -> broker.assign());
    broker.events.schedulePollTask(
        () -> {
          assertEquals(Set.of(0), held.get());
          stop.request();
        });
    engine.run(stop);
    assertEquals(Set.of(), held.get());
  }

  @Test
  void oneProducerAnswersEverybody() {
    Engine engine = owner();
    for (int i = 0; i < 10; i++) {
      Session session = Visited.session("guest" + i, NOW);
      say(session, new Enter(session, 1));
    }
    engine.cycle(0);
    assertEquals(10, broker.answered().stream().filter(Admitted.class::isInstance).count());
    assertEquals("guest9", broker.answers.history().getLast().key());
    assertEquals(10, population.get());
    assertFalse(broker.answers.closed());
  }

  @Test
  void assignmentRestoresAndGoesOnFromTheCommittedOffset() {
    broker = new FakeBroker(2, 4);
    broker.hold(
        new Reign(NOW + 7, 2, NOW),
        List.of(new GuestEntry(ANA, 5, NOW, Optional.of(Position.ofCell(21)))));
    Engine engine = owner();
    assertEquals(List.of(), frames(), "no picture before it has caught up");
    assertEquals(2, broker.events.position(VISITOR));
    offset = 2;
    say(ANA, new Move("ana", 5, Position.ofCell(22)));
    say(ANA, new Move("ana", 6, Position.ofCell(41)));
    engine.cycle(0);
    assertEquals(Position.ofCell(41), frames().getLast().map().visitors().getFirst().position());
    assertEquals(4, frames().getLast().offset());
    assertEquals(NOW + 8, frames().getLast().epoch(), "higher than the one before, for all clocks");
    pass(engine, 1_000);
    assertEquals(Optional.of(4L), broker.committed());
  }

  @Test
  void groupIsAskedHowFarANoteGoesThatCannotBeRead() {
    broker = new FakeBroker(3, 4);
    broker.hold(
        new byte[] {1}, List.of(new GuestEntry(ANA, 5, NOW, Optional.of(Position.ofCell(21)))));
    owner();
    assertEquals(3, broker.events.position(VISITOR));
  }

  @Test
  void noteSaysItselfHowFarItGoesWhateverTheGroupsOffsetIs() {
    broker = new FakeBroker(4, 4);
    broker.hold(new Reign(1, 2, NOW), List.of());
    owner();
    assertEquals(2, broker.events.position(VISITOR));
  }

  @Test
  void newOwnerIsNotedBeforeItSaysAnything() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    assertEquals(0, broker.writer.commitCount(), "the group is not kept waiting");
    engine.cycle(0);
    pass(engine, 3_000);
    assertEquals(ParkLog.REIGN_KEY, broker.writer.history().getFirst().key());
    assertEquals(NOW, frames().getFirst().epoch());
    assertTrue(broker.writer.commitCount() <= 2, "and nothing more to note");
  }

  @Test
  void ownerThatCannotClaimItsParkSaysNothing() {
    Engine engine = engine();
    broker.events.schedulePollTask(() -> broker.assign());
    broker.writer.commitTransactionException = new KafkaException("fenced");
    assertThrows(KafkaException.class, () -> engine.run(new Stop()));
    assertEquals(List.of(), broker.said());
  }

  @Test
  void oneThatSleptSinceItWasGivenAParkLeavesItAlone() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    broker.events.commitRefused = new CommitFailedException();
    engine.cycle(0);
    pass(engine, 3_000);
    assertEquals(List.of(), broker.writer.history());
    assertEquals(List.of(), broker.said());
  }

  @Test
  void parkThatIsGivenWhileTheGroupStillAgreesIsTakenUpAfterwards() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    broker.events.commitRefused = new RebalanceInProgressException();
    engine.cycle(0);
    assertEquals(List.of(), broker.writer.history());
    broker.events.commitRefused = null;
    pass(engine, 3_000);
    assertEquals(ParkLog.REIGN_KEY, broker.writer.history().getFirst().key());
  }

  @Test
  void revocationNotesWhatChanged() {
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    engine.cycle(0);
    broker.events.rebalance(List.of());
    assertEquals(List.of("ana"), broker.noted());
    assertEquals(Optional.of(1L), broker.committed());
    engine.cycle(0);
    assertEquals(0, population.get());
  }

  @Test
  void lostParkIsDroppedAndNotNoted() {
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    engine.cycle(0);
    engine.onPartitionsLost(List.of(VISITOR));
    broker.answers.clear();
    pass(engine, 5_000);
    assertEquals(List.of(), broker.noted());
    assertEquals(List.of(), broker.said(), "and nothing more is said of it");
  }

  @Test
  void failingSaveIsRepeatedLater() {
    Engine engine = owner();
    broker.writer.commitTransactionException = new KafkaException("a record was lost");
    say(ANA, new Enter(ANA, 1));
    pass(engine, 2_000);
    assertEquals(List.of(), broker.noted());
    broker.writer.commitTransactionException = null;
    pass(engine, 1_000);
    assertEquals(List.of("ana"), broker.noted());
  }

  @Test
  void engineThatLostItsParksWithoutKnowingLetsGoOfThem() {
    Engine engine = engine();
    broker.events.schedulePollTask(() -> broker.assign());
    broker.events.schedulePollTask(
        () -> {
          now += 1_000;
          say(ANA, new Enter(ANA, 1));
          broker.writer.fenceProducer();
        });
    assertThrows(ProducerFencedException.class, () -> engine.run(new Stop()));
    assertTrue(broker.events.closed() && broker.answers.closed() && broker.writer.closed());
    assertEquals(List.of(), broker.noted());
  }

  @Test
  void ownerKeepsItsParkWhenItCannotNoteWhileTheGroupAgreesAnew() {
    Engine engine = owner();
    broker.writer.sendOffsetsToTransactionException = new CommitFailedException("not now");
    say(ANA, new Enter(ANA, 1));
    pass(engine, 2_000);
    assertEquals(List.of(), broker.noted());
    broker.writer.sendOffsetsToTransactionException = null;
    pass(engine, 2_000);
    assertEquals(List.of("ana"), broker.noted());
  }

  @Test
  void brokerThatIsAwayAtTheStartEndsNothingButThisTry() {
    Engine engine = engine();
    broker.events.schedulePollTask(() -> broker.assign());
    broker.writer.initTransactionException = new TimeoutException("no coordinator");
    assertThrows(TimeoutException.class, () -> engine.run(new Stop()));
    assertTrue(broker.events.closed() && broker.reader.closed() && broker.writer.closed());
  }

  @Test
  void framesThatFindTheBufferFullAreNotMissed() {
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    engine.cycle(0);
    broker.answers.sendException = new BufferExhaustedException("full");
    pass(engine, 2_000);
    broker.answers.sendException = null;
    pass(engine, 1_000);
    assertEquals(1, frames().getLast().map().inside());
  }

  @Test
  void answerThatCannotBeDeliveredMakesTheEngineTakeTheParkUpAnew() {
    Engine engine = owner();
    broker.answers.sendException = new BufferExhaustedException("full");
    say(ANA, new Enter(ANA, 1));
    assertThrows(KafkaException.class, () -> pass(engine, 1_000));
    assertEquals(List.of(), broker.noted(), "so it will be said again");
  }

  @Test
  void nothingIsNotedBeforeItsAnswersHaveArrived() {
    broker = new FakeBroker(0, 0, false);
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    engine.cycle(0);
    pass(engine, 1_000);
    assertEquals(List.of(), broker.noted());
    while (broker.answers.completeNext()) {
      // Everything arrives.
    }
    pass(engine, 1_000);
    assertEquals(List.of("ana"), broker.noted());
  }

  @Test
  void slowBrokerGetsOneFrameAtATimeAndTheNewestNext() {
    broker = new FakeBroker(0, 0, false);
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    for (int cell = 1; cell < 20; cell++) {
      say(ANA, new Move("ana", 1 + cell, Position.ofCell(cell)));
      pass(engine, 100);
    }
    assertEquals(1, frames().size(), "the first has not arrived");
    while (broker.answers.completeNext()) {
      // Everything arrives.
    }
    pass(engine, 100);
    assertEquals(2, frames().size());
    assertEquals(Position.ofCell(19), frames().getLast().map().visitors().getFirst().position());
  }

  @Test
  void silentGuestOfAQuietParkGoesByTheTicksOfTheEngine() {
    Engine engine = owner();
    pass(engine, 5_000);
    assertEquals(0, broker.ticks(), "an empty park needs none");
    say(ANA, new Enter(ANA, 1));
    pass(engine, 10_000);
    assertTrue(broker.ticks() >= 9 && broker.ticks() <= 10, "one a second: " + broker.ticks());
    for (int i = 0; i < 10; i++) {
      assertFalse(anyoneGone());
      broker.events.addRecord(Visited.record(null, null, offset++, now - 9_000 + i * 1_000L));
      engine.cycle(0);
    }
    broker.events.addRecord(Visited.record(null, null, offset++, now + 1_000));
    engine.cycle(0);
    assertTrue(anyoneGone());
  }

  @Test
  void nobodyIsSilentWhileTheBrokerIsAway() {
    Engine engine = owner();
    say(ANA, new Enter(ANA, 1));
    pass(engine, 3_000);
    broker.leave();
    pass(engine, 60_000);
    long frames = frames().size();
    broker.comeBack();
    say(ANA, new Here("ana", 2));
    pass(engine, 2_000);
    assertTrue(frames().size() > frames);
    assertEquals(1, population.get());
    assertFalse(anyoneGone());
  }

  @Test
  void nothingIsNotedAndNoFrameIsSentWhileTheBrokerIsAway() {
    Engine engine = owner();
    broker.leave();
    pass(engine, 3_000);
    int said = broker.said().size();
    long commits = broker.writer.commitCount();
    pass(engine, 30_000);
    assertEquals(said, broker.said().size());
    assertEquals(commits, broker.writer.commitCount());
  }

  @Test
  void savingGoesOnWhenTheClockIsSetBack() {
    Engine engine = owner();
    pass(engine, 2_000);
    now -= 3_600_000;
    say(ANA, new Enter(ANA, 1));
    pass(engine, 1_000);
    assertEquals(List.of("ana"), broker.noted());
  }

  @Test
  void endIsNotedAndEverythingClosed() {
    Engine engine = engine();
    Stop stop = new Stop();
    broker.events.schedulePollTask(() -> broker.assign());
    broker.events.schedulePollTask(() -> now += 10);
    broker.events.schedulePollTask(
        () -> {
          say(ANA, new Enter(ANA, 1));
          say(BEN, new Enter(BEN, 1));
          say(ANA, new Leave("ana", 2));
          stop.request();
        });
    engine.run(stop);
    assertEquals(List.of("ana", "ben"), broker.noted().stream().sorted().toList());
    assertTrue(broker.events.closed() && broker.answers.closed());
    assertTrue(broker.reader.closed() && broker.writer.closed());
  }

  @Test
  void parkGoesOnWhileItsNoteIsOnTheWay() {
    Engine engine = owner();
    Queue<Runnable> waiting = new ArrayDeque<>();
    elsewhere = waiting::add;
    say(ANA, new Enter(ANA, 1));
    pass(engine, 3_000);
    assertEquals(1, waiting.size(), "one at a time");
    assertEquals(1, frames().getLast().map().inside());
    assertEquals(List.of(), broker.noted());
    say(BEN, new Enter(BEN, 1));
    pass(engine, 1_000);
    waiting.remove().run();
    assertEquals(List.of("ana"), broker.noted(), "as it was then");
    pass(engine, 1_500);
    waiting.remove().run();
    assertTrue(broker.noted().contains("ben"));
  }

  @Test
  void whatCouldNotBeNotedElsewhereIsNotedWithTheNext() {
    Engine engine = owner();
    Queue<Runnable> waiting = new ArrayDeque<>();
    elsewhere = waiting::add;
    say(ANA, new Enter(ANA, 1));
    pass(engine, 1_500);
    broker.writer.commitTransactionException = new KafkaException("not now");
    waiting.remove().run();
    broker.writer.commitTransactionException = null;
    pass(engine, 1_500);
    waiting.remove().run();
    assertEquals(List.of("ana"), broker.noted());
  }

  @Test
  void noteThatAnotherOwnerRefusesElsewhereEndsTheReign() {
    Engine engine = owner();
    Queue<Runnable> waiting = new ArrayDeque<>();
    elsewhere = waiting::add;
    say(ANA, new Enter(ANA, 1));
    pass(engine, 1_500);
    broker.writer.fenceProducer();
    waiting.remove().run();
    assertThrows(ProducerFencedException.class, () -> engine.cycle(0));
  }
}
