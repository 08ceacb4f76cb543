package fwq.engine;

import static fwq.engine.FakeBroker.VISITOR;
import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Ownership;
import fwq.kit.program.Stop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

final class EngineTest extends EngineFixture {
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
        new Ownership(NOW + 7, 2, NOW),
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
    broker.hold(new Ownership(1, 2, NOW), List.of());
    owner();
    assertEquals(2, broker.events.position(VISITOR));
  }

  @Test
  void noteBeyondTheLogsEndGoesOnFromTheEndAndPlaysNothingAgain() {
    broker = new FakeBroker(50, 2);
    broker.hold(
        new Ownership(1, 50, NOW),
        List.of(new GuestEntry(ANA, 5, NOW, Optional.of(Position.ofCell(21)))));
    Engine engine = owner();
    assertEquals(2, broker.events.position(VISITOR));
    engine.cycle(0);
    assertEquals(2, frames().getLast().offset());
    assertEquals(1, frames().getLast().map().inside(), "who is inside stays");
  }

  @Test
  void noteOfAnotherTopicOfTheSameNameSaysNothingOfHowFarThisOneWasRead() {
    log = "new";
    broker = new FakeBroker(50, 2);
    broker.hold(
        new Ownership(1, 50, NOW).of("old"),
        List.of(new GuestEntry(ANA, 5, NOW, Optional.of(Position.ofCell(21)))));
    Engine engine = owner();
    assertEquals(0, broker.events.position(VISITOR));
    say(ANA, new Move("ana", 5, Position.ofCell(22)));
    say(ANA, new Move("ana", 6, Position.ofCell(20)));
    engine.cycle(0);
    assertEquals(2, frames().getLast().offset());
    assertEquals(Position.ofCell(20), frames().getLast().map().visitors().getFirst().position());
  }

  @Test
  void noteBeforeTheLogsBeginningGoesOnFromThere() {
    broker = new FakeBroker(1, 9);
    broker.events.updateBeginningOffsets(Map.of(VISITOR, 7L));
    broker.hold(new Ownership(1, 1, NOW), List.of());
    owner();
    assertEquals(7, broker.events.position(VISITOR));
  }

  @Test
  void newOwnerIsNotedBeforeItSaysAnything() {
    Engine engine = engine();
    broker.events.subscribe(List.of("Visitor"), engine);
    broker.assign();
    assertEquals(0, broker.writer.commitCount(), "the group is not kept waiting");
    engine.cycle(0);
    pass(engine, 3_000);
    assertEquals(ParkLog.OWNERSHIP_KEY, broker.writer.history().getFirst().key());
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
    assertEquals(ParkLog.OWNERSHIP_KEY, broker.writer.history().getFirst().key());
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
}
