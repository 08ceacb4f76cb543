package fwq.engine;

import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.RIDES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.Changes;
import fwq.engine.changelog.Ownership;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** When a room says what: frames, and answers after a takeover. */
final class ParkRoomFramesTest extends ParkRoomFixture {
  @Test
  void answersGoToWhomTheyConcern() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    say(room, BEN, new Enter(BEN, 1), NOW);
    say(room, ANA, new Leave("ana", 2), NOW);
    assertEquals(
        List.of(
            new Sent("ana", new Admitted(NOW, Position.GATE)),
            new Sent("ben", new Admitted(NOW, Position.GATE)),
            new Sent("ana", new Gone(NOW, Departure.LEFT))),
        answers());
  }

  @Test
  void framesGoOutEverySecondWhenNothingChanges() {
    ParkRoom room = openRoom();
    for (long now = NOW; now <= NOW + 10_000; now += 10) {
      room.settle(0, List.of(), now);
    }
    assertEquals(11, frames().size());
    for (int i = 0; i < 11; i++) {
      assertEquals(NOW + i * 1_000L, frames().get(i).at());
      assertEquals(i, frames().get(i).seq());
      assertEquals(77, frames().get(i).epoch());
    }
  }

  @Test
  void framesGoOutNoFasterThanEveryFiftyMillisecondsHoweverMuchChanges() {
    ParkRoom room = openRoom();
    for (long now = NOW; now < NOW + 1_000; now++) {
      // Nobody says much, but somebody comes or goes all the time.
      Session guest = Visited.session("guest" + (now - NOW) / 2, NOW);
      boolean isThere = park.guest(guest.alias()).isPresent();
      long at = now - NOW + 1;
      say(room, guest, isThere ? new Leave(guest.alias(), at) : new Enter(guest, at), now);
      room.settle(0, List.of(), now);
    }
    assertEquals(20, frames().size());
    for (int i = 1; i < 20; i++) {
      assertTrue(frames().get(i).at() - frames().get(i - 1).at() >= 50);
    }
  }

  @Test
  void roomSaysWhenItsNextFrameIsDue() {
    ParkRoom room = openRoom();
    assertEquals(NOW + 1_000, room.settle(0, List.of(), NOW + 10));
    assertEquals(NOW + 50, room.settle(0, RIDES, NOW + 20), "new waits are a change");
    assertEquals(NOW + 1_050, room.settle(0, RIDES, NOW + 50));
    assertEquals(RIDES, frames().getLast().map().rides());
  }

  @Test
  void ridesWithTheSameWaitAreBothOnTheMap() {
    room(0).settle(0, RIDES, NOW);
    assertEquals(RIDES, frames().getLast().map().rides());
  }

  @Test
  void nothingIsShownAndNothingSpinsWhileTheRoomCatchesUp() {
    ParkRoom room = room(5);
    assertTrue(room.settle(4, List.of(), NOW) > NOW);
    assertEquals(List.of(), frames());
    room.settle(5, List.of(), NOW + 1);
    assertEquals(1, frames().size());
  }

  @Test
  void eventsAreJudgedByTheTimeTheyWereWrittenWheneverTheyAreRead() {
    long later = ANA.expiresAt() + 60_000;
    ParkRoom room = room(2);
    take(room, Visited.signed(ANA, new Enter(ANA, 1), 0, NOW), later);
    take(room, Visited.signed(ANA, new Here("ana", 2), 1, NOW + 30_000), later);
    room.settle(2, List.of(), later);
    assertEquals(1, park.population(), "the session was good when it was shown");
    take(room, Visited.signed(ANA, new Here("ana", 3), 2, later), later);
    assertEquals(0, park.population(), "and has ended by now");
  }

  @Test
  void topicWithoutTheBrokersTimeIsJudgedByTheEnginesClock() {
    ParkRoom room = openRoom();
    var dated = Visited.signed(ANA, new Enter(ANA, 1), 0, NOW);
    var undated = new ConsumerRecord<>("Visitor", 0, 0, "ana", dated.value());
    dated.headers().forEach(undated.headers()::add);
    take(room, undated, NOW + 5);
    assertEquals(NOW + 5, park.time());
  }

  @Test
  void recordThatCannotBeUsedStillTellsTheTime() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    for (long now = NOW; now < NOW + 10_000; now += 500) {
      assertEquals(1, park.population());
      take(room, Visited.record(new byte[9], null, offset++, now), now);
    }
    take(room, Visited.record(new byte[9], null, offset++, NOW + 10_000), NOW);
    assertEquals(0, park.population());
  }

  @Test
  void answersToWhatWasSaidBeforeAreGivenOnceAndAsThingsAreByThen() {
    ParkRoom room = room(7);
    say(room, ANA, new Enter(ANA, 1), NOW);
    say(room, ANA, new Move("ana", 2, Position.ofCell(300)), NOW);
    say(room, ANA, new Move("ana", 3, Position.ofCell(1)), NOW);
    say(room, BEN, new Enter(BEN, 1), NOW);
    say(room, BEN, new Leave("ben", 2), NOW);
    take(room, Visited.record(EventCodec.write(new Here("zoe", 1)), null, offset++, NOW), NOW);
    say(room, ANA, new Move("ana", 4, Position.ofCell(2)), NOW);
    assertEquals(List.of(), answers(), "not while it catches up");
    room.settle(7, List.of(), NOW);
    Position here = Position.ofCell(2);
    assertEquals(
        List.of(
            new Sent("ana", new Admitted(NOW, here)),
            new Sent("ana", new Rejected(NOW, Rejection.TOO_FAR, here)),
            new Sent("ben", new Gone(NOW, Departure.LEFT))),
        answers());
    assertTrue(said().getLast() instanceof MapFrame, "and only then the picture");
  }

  @Test
  void nothingIsToBeNotedWhileTheRoomCatchesUp() throws InterruptedException {
    ParkRoom room = room(2);
    say(room, ANA, new Enter(ANA, 1), NOW);
    room.settle(1, List.of(), NOW);
    assertFalse(room.isAnswered(Duration.ZERO));
    say(room, ANA, new Here("ana", 2), NOW);
    room.settle(2, List.of(), NOW);
    assertTrue(room.isAnswered(Duration.ZERO));
    assertEquals(new Ownership(77, 2, NOW), room.ownership());
  }

  @Test
  void whatWasReadIsNotedOnceThoughNobodyChanged() {
    ParkRoom room = openRoom();
    room.takeChanges();
    assertFalse(room.isUnnoted());
    take(room, Visited.record(new byte[9], null, offset++, NOW), NOW);
    assertTrue(room.isUnnoted(), "a successor need not read it again");
    room.takeChanges();
    assertFalse(room.isUnnoted());
    room.giveBack(new Changes(Map.of(), Optional.empty()));
    assertTrue(room.isUnnoted());
  }

  @Test
  void framesGoOnWhenTheClockIsSetBack() {
    ParkRoom room = openRoom();
    stay(room, NOW, NOW + 5_000);
    producer.clear();
    stay(room, NOW - 3_600_000, NOW - 3_595_000);
    assertEquals(6, frames().size());
  }
}
