package fwq.engine;

import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.kit.program.Stop;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** An engine whose broker, disk or clock gives it trouble. */
final class EngineTroubleTest extends EngineFixture {
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
