package fwq.engine;

import static fwq.engine.Visited.NOW;
import static fwq.engine.Visited.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.Keyring;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A park whose keys are replaced while guests walk. */
final class RotatedKeysTest extends ParkRoomFixture {
  private static final SharedSecret FRESH =
      SharedSecret.of("abcdefghabcdefghabcdefghabcdefgh".getBytes(UTF_8));
  private static final Session ANA = Visited.session("ana", NOW - 1_000);
  private static final Session BEN = Visited.session("ben", NOW + 1_000);

  private Keyring ring = Keyring.of(SECRET);
  private final ParkRoom room = open();

  private ParkRoom open() {
    keys = new VisitKeys(() -> ring, () -> ring, () -> ring);
    return openRoom();
  }

  private void say(Session who, SharedSecret secret, ParkEvent event) {
    byte[] value = EventCodec.write(event);
    byte[] signature = SessionKey.derive(secret, who).sign(0, value);
    take(room, Visited.record(value, signature, offset++, NOW), NOW);
  }

  @Test
  void guestsOfTheOldKeyWalkOnAndThoseOfTheNewOneComeIn() {
    say(ANA, SECRET, new Enter(ANA, 1));
    ring = ring.with(FRESH, Instant.ofEpochMilli(NOW));
    say(ANA, SECRET, new Move("ana", 2, Position.ofCell(1)));
    say(BEN, FRESH, new Enter(BEN, 1));
    say(BEN, FRESH, new Move("ben", 2, Position.ofCell(20)));
    assertEquals(2, park.population());
    assertEquals(Position.ofCell(1), park.guest("ana").orElseThrow().position());
    assertEquals(Position.ofCell(20), park.guest("ben").orElseThrow().position());
    assertEquals(0, skipped.count());
    end(room, BEN, RegistryKey.derive(FRESH).sign(0, EventCodec.write(new Ended(BEN))));
    end(room, ANA, RegistryKey.derive(SECRET).sign(0, EventCodec.write(new Ended(ANA))));
    assertEquals(0, park.population(), "both of the registry's keys are good");
  }

  @Test
  void guestOfAKeyThatTheEngineHasLateComesInOnceItHasIt() {
    say(BEN, FRESH, new Enter(BEN, 1));
    assertEquals(0, park.population());
    ring = ring.with(FRESH, Instant.ofEpochMilli(NOW));
    say(BEN, FRESH, new Enter(BEN, 2));
    assertEquals(1, park.population());
  }

  @Test
  void whoHasTheOldKeyCannotMakeALoginOfLaterAndNothingOnceItIsForgotten() {
    ring = ring.with(FRESH, Instant.ofEpochMilli(NOW));
    say(BEN, SECRET, new Enter(BEN, 1));
    ring = Keyring.of(FRESH);
    say(ANA, SECRET, new Enter(ANA, 1));
    assertEquals(0, park.population());
    assertEquals(2, skipped.count());
  }
}
