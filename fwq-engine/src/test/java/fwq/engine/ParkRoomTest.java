package fwq.engine;

import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.RIDES;
import static fwq.engine.Visited.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.Reign;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class ParkRoomTest {
  private final Skipped skipped =
      new Skipped("events", () -> Instant.ofEpochMilli(NOW), Metrics.unserved());
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Park park = new Park(10);
  private final List<AuditEntry> noted = new ArrayList<>();
  private long offset;

  private record Sent(String alias, Answer answer) {}

  private ParkRoom room(long catchUpTo) {
    ParkVoice voice =
        new ParkVoice(producer, new ParkAudit(noted::add, () -> Instant.EPOCH, 0, 77));
    return new ParkRoom(0, park, 77, 0, catchUpTo, SECRET, voice, skipped);
  }

  private ParkRoom openRoom() {
    ParkRoom room = room(0);
    room.settle(0, List.of(), NOW);
    return room;
  }

  private static void take(ParkRoom room, ConsumerRecord<String, byte[]> record, long clock) {
    room.take(List.of(record), clock);
  }

  private void say(ParkRoom room, Session session, VisitorEvent event, long at) {
    take(room, Visited.signed(session, event, offset++, at), at);
  }

  private List<EngineMessage> said() {
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

  private List<MapFrame> frames() {
    return said().stream().filter(MapFrame.class::isInstance).map(MapFrame.class::cast).toList();
  }

  private List<Sent> answers() {
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

  @Test
  void whoEntersIsRefusedAndLeavesIsNotedAndWhoOnlyWalksIsNot() {
    ParkRoom room = openRoom();
    Session over = new Session("eva", NOW - 2, NOW - 1);
    say(room, ANA, new Enter(ANA, 1), NOW);
    say(room, ANA, new Move("ana", 2, Position.ofCell(1)), NOW);
    say(room, ANA, new Move("ana", 3, Position.ofCell(200)), NOW);
    say(room, over, new Enter(over, 1), NOW);
    say(room, BEN, new Here("ben", 1), NOW);
    say(room, ANA, new Leave("ana", 4), NOW);
    assertEquals(
        List.of(
            noted("ana", Action.ENTER, Outcome.DONE, Optional.empty()),
            noted("eva", Action.ENTER, Outcome.REFUSED, Optional.of("EXPIRED")),
            noted("ana", Action.LEAVE, Outcome.DONE, Optional.of("LEFT"))),
        noted);
    assertEquals(5, answers().size(), "all are answered");
  }

  @Test
  void whatAnOwnerBeforeMayHaveSaidIsNotedWhenItIsSaidAgain() {
    ParkRoom room = room(1);
    say(room, ANA, new Enter(ANA, 1), NOW);
    assertEquals(List.of(), noted);
    room.settle(1, List.of(), NOW);
    assertEquals(List.of(noted("ana", Action.ENTER, Outcome.DONE, Optional.empty())), noted);
  }

  private static AuditEntry noted(
      String alias, Action action, Outcome outcome, Optional<String> reason) {
    return new AuditEntry(
        Instant.EPOCH, new AuditEntry.Engine(0, 77), alias, action, outcome, reason);
  }

  @Test
  void badRecordsAreCountedAndChangeNothing() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    long version = park.version();
    int answered = answers().size();
    byte[] move = EventCodec.write(new Move("ana", 2, Position.ofCell(1)));
    Session other = Visited.session("ana", NOW - 1);
    byte[][][] bad = {
      {{}, null},
      {{0}, {0}},
      {"nonsense".getBytes(UTF_8), null},
      {"[0,105]".getBytes(UTF_8), null},
      {"{\"type\":\"expel\",\"alias\":\"ana\",\"at\":9}".getBytes(UTF_8), null},
      {"{\"type\":\"move\",\"alias\":\"ana\",\"at\":9,\"to\":400}".getBytes(UTF_8), null},
      {"{\"type\":\"move\",\"alias\":\"ana\",\"at\":9,\"to\":-1}".getBytes(UTF_8), null},
      {"{\"type\":\"here\",\"alias\":\"a n a\",\"at\":9}".getBytes(UTF_8), null},
      {move, null},
      {move, {}},
      {move, new byte[32]},
      {move, SessionKey.derive(SECRET, BEN).sign(0, move)},
      {move, SessionKey.derive(SECRET, other).sign(0, move)},
      {move, SessionKey.derive(SECRET, ANA).sign(1, move)},
      {EventCodec.write(new Leave("ana", 3)), SessionKey.derive(SECRET, ANA).sign(0, move)},
      {EventCodec.write(new Enter(BEN, 1)), SessionKey.derive(SECRET, ANA).sign(0, move)},
      {new byte[100_000], null},
    };
    for (byte[][] one : bad) {
      take(room, Visited.record(one[0], one[1], offset++, NOW), NOW);
    }
    assertEquals(bad.length, skipped.count());
    assertEquals(version, park.version());
    assertEquals(answered, answers().size(), "nobody is told");
    assertEquals(offset, room.reign().offset(), "none is read again");
    say(room, ANA, new Move("ana", 2, Position.ofCell(1)), NOW);
    assertEquals(version + 1, park.version(), "the next good one counts");
  }

  private void end(ParkRoom room, Session last, byte[] signature) {
    take(room, Visited.record(EventCodec.write(new Ended(last)), signature, offset++, NOW), NOW);
  }

  @Test
  void registryEndsASessionAndNobodyElseDoes() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    byte[] ended = EventCodec.write(new Ended(ANA));
    RegistryKey registry = RegistryKey.derive(SECRET);
    byte[][] bad = {
      null,
      {},
      new byte[32],
      registry.sign(1, ended),
      registry.sign(0, EventCodec.write(new Ended(BEN))),
      SessionKey.derive(SECRET, ANA).sign(0, ended),
      RegistryKey.derive(SharedSecret.of("another secret of 32 bytes or so".getBytes(UTF_8)))
          .sign(0, ended)
    };
    for (byte[] signature : bad) {
      end(room, ANA, signature);
    }
    assertEquals(bad.length, skipped.count());
    assertEquals(1, park.population());
    end(room, ANA, registry.sign(0, ended));
    end(room, ANA, registry.sign(0, ended));
    say(room, ANA, new Enter(ANA, 2), NOW);
    assertEquals(
        List.of(
            new Sent("ana", new Admitted(NOW, Position.GATE)),
            new Sent("ana", new Gone(NOW, Departure.ENDED)),
            new Sent("ana", new Refused(NOW, Refusal.EXPIRED))),
        answers());
  }

  @Test
  void sessionThatEndedWhileNobodyHeldTheParkIsToldOfAfterTheTakeover() {
    ParkRoom room = room(2);
    say(room, ANA, new Enter(ANA, 1), NOW);
    end(room, ANA, RegistryKey.derive(SECRET).sign(0, EventCodec.write(new Ended(ANA))));
    room.settle(2, List.of(), NOW);
    assertEquals(List.of(new Sent("ana", new Gone(NOW, Departure.ENDED))), answers());
  }

  @Test
  void shownNameThatTheRegistryDidNotSignIsRefused() {
    ParkRoom room = openRoom();
    Session posing = new Session("ana", ANA.issuedAt(), ANA.expiresAt(), "Ben");
    say(room, ANA, new Enter(posing, 1), NOW);
    assertEquals(1, skipped.count());
    assertEquals(0, park.population());
    say(room, posing, new Enter(posing, 1), NOW);
    assertEquals(1, park.population());
  }

  @Test
  void someoneUnknownIsToldSoAndLetsNobodyIn() {
    ParkRoom room = openRoom();
    take(room, Visited.record(EventCodec.write(new Here("zoe", 1)), null, 0, NOW), NOW);
    assertEquals(List.of(new Sent("zoe", new Gone(0, Departure.NOT_INSIDE))), answers());
    assertEquals(0, park.population());
  }

  @Test
  void forgedRecordsDoNotKeepASilentGuestInside() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    for (long now = NOW; now < NOW + 10_000; now += 100) {
      byte[] here = EventCodec.write(new Here("ana", now));
      take(room, Visited.record(here, new byte[32], offset++, now), now);
      assertEquals(1, park.population());
    }
    take(room, Visited.record(null, null, offset++, NOW + 10_000), NOW + 10_000);
    assertEquals(0, park.population());
  }

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
    say(room, ANA, new Enter(ANA, 1), NOW);
    for (long now = NOW; now < NOW + 1_000; now++) {
      say(room, ANA, new Move("ana", 2 + now - NOW, Position.ofCell((int) (now % 2))), now);
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
    assertEquals(new Reign(77, 2, NOW), room.reign());
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
    room.giveBack(Set.of());
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

  private static void stay(ParkRoom room, long from, long to) {
    for (long now = from; now <= to; now += 100) {
      room.settle(0, List.of(), now);
    }
  }
}
