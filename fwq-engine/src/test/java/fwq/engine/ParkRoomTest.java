package fwq.engine;

import static fwq.engine.Visited.ANA;
import static fwq.engine.Visited.BEN;
import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParkRoomTest extends ParkRoomFixture {
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
    assertEquals(4, answers().size(), "all are answered but ben, who has no login that is known");
  }

  @Test
  void whatAnOwnerBeforeMayHaveSaidIsNotedWhenItIsSaidAgain() {
    ParkRoom room = room(1);
    say(room, ANA, new Enter(ANA, 1), NOW);
    assertEquals(List.of(), noted);
    room.settle(1, List.of(), NOW);
    assertEquals(List.of(noted("ana", Action.ENTER, Outcome.DONE, Optional.empty())), noted);
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
    assertEquals(offset, room.ownership().offset(), "none is read again");
    say(room, ANA, new Move("ana", 2, Position.ofCell(1)), NOW);
    assertEquals(version + 1, park.version(), "the next good one counts");
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
  void nobodyIsToldAnythingBecauseOfWhatNobodySigned() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    say(room, ANA, new Leave("ana", 2), NOW);
    List<Sent> before = answers();
    for (int flood = 0; flood < 50_000; flood++) {
      String alias = flood % 2 == 0 ? "ana" : "zoe";
      byte[] here = EventCodec.write(new Here(alias, NOW + flood));
      byte[] signature = flood % 3 == 0 ? null : new byte[32];
      take(room, Visited.record(here, signature, offset++, NOW), NOW);
    }
    assertEquals(before, answers());
    assertEquals(50_000, skipped.count());
    assertEquals(0, park.population());
  }

  @Test
  void someoneOutsideWhoSignsIsToldSo() {
    ParkRoom room = openRoom();
    say(room, ANA, new Enter(ANA, 1), NOW);
    say(room, ANA, new Leave("ana", 2), NOW);
    say(room, ANA, new Here("ana", 3), NOW);
    assertEquals(new Sent("ana", new Gone(0, Departure.NOT_INSIDE)), answers().getLast());
    int told = answers().size();
    say(room, ANA, new Here("ana", 3), NOW);
    assertEquals(told, answers().size(), "whoever repeats it is not");
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
}
