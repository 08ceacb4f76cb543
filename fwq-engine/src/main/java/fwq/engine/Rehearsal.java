package fwq.engine;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Ownership;
import fwq.engine.park.Note;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import java.util.List;
import java.util.Optional;

/**
 * A guest's visit to a park that nobody sees. An engine that stands by would otherwise load half of
 * its classes in the moment it takes a park over: 0.4 s in which the guests see none.
 */
final class Rehearsal {
  private static final int STEPS = 200;

  private Rehearsal() {}

  /** Goes through it once. */
  static void run(VisitKeys keys) {
    Session session = new Session("rehearsal", 0, Long.MAX_VALUE);
    SessionKey key = keys.keyOf(session);
    Park park = new Park(1);
    try {
      take(new Enter(session, 1), key, park);
      for (int step = 2; step <= STEPS; step++) {
        take(new Move(session.alias(), step, Position.ofCell(step % 2)), key, park);
        EngineCodec.read(EngineCodec.write(new MapFrame(0, 0, 0, 0, 0, park.map(List.of()))));
        for (Optional<GuestEntry> entry : park.takeChanges().values()) {
          GuestEntry read = ChangelogCodec.readGuest(ChangelogCodec.write(entry.orElseThrow()));
          new Park(1).restore(List.of(read), step);
        }
      }
      ChangelogCodec.readReign(ChangelogCodec.write(Ownership.NONE));
    } catch (BadMessageException e) {
      throw new IllegalStateException("what we write we can read", e);
    }
  }

  private static void take(VisitorEvent event, SessionKey key, Park park)
      throws BadMessageException {
    byte[] value = EventCodec.write(event);
    if (key.verify(0, value, key.sign(0, value))) {
      for (Note note : park.apply(EventCodec.read(value), event.at())) {
        EngineCodec.read(EngineCodec.write(new ToGuest(0, note.answer())));
      }
    }
  }
}
