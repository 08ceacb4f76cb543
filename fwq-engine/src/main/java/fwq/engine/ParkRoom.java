package fwq.engine;

import fwq.common.kafka.Skipped;
import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.GuestEntry;
import fwq.common.message.Session;
import fwq.common.message.VisitorEvent;
import fwq.common.park.RideStatus;
import fwq.common.session.SessionKey;
import fwq.common.session.SharedSecret;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import fwq.engine.park.Note;
import fwq.engine.park.Park;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** One park in an engine's care: from records to rules, and from rules to what goes out. */
final class ParkRoom {
  /** Frames follow each other no faster. */
  static final long FRAME_PAUSE_MILLIS = 50;

  /** Frames follow each other no slower. */
  static final long FRAME_PERIOD_MILLIS = 1_000;

  /** Time that leaps so far, either way, is a clock set anew or an absence of the engine. */
  static final long LEAP_MILLIS = 2_000;

  private final int id;
  private final Park park;
  private final SharedSecret secret;
  private final long epoch;
  private final long catchUpTo;
  private final Outbox outbox;
  private final Skipped skipped;
  private final SessionKeys keys = new SessionKeys();
  private boolean caughtUp;
  private boolean noted;
  private boolean pressing;
  private long now;
  private long nextOffset;
  private long seq;
  private long framedAt;
  private long framedVersion = -1;
  private List<RideStatus> framedRides = List.of();

  /** Where a room puts what it says. */
  interface Outbox {
    /** An answer to one guest. */
    void send(int park, String alias, EngineMessage message);
  }

  /**
   * A room that takes a park over.
   *
   * @param catchUpTo the end of the park's events at this moment: what is before happened while
   *     nobody held the park, and is judged by the time it was said
   */
  ParkRoom(
      int id,
      Park park,
      long epoch,
      long nextOffset,
      long catchUpTo,
      SharedSecret secret,
      Outbox outbox,
      Skipped skipped) {
    this.id = id;
    this.park = park;
    this.epoch = epoch;
    this.nextOffset = nextOffset;
    this.catchUpTo = catchUpTo;
    this.secret = secret;
    this.outbox = outbox;
    this.skipped = skipped;
  }

  /** Takes one record of the park's partition. */
  void take(ConsumerRecord<String, byte[]> record, long clock) {
    // Nobody is sent home while we catch up: whom the owner before sent home it has noted, and of
    // the others we cannot know whether they could be heard.
    advance(caughtUp ? clock : Math.min(clock, record.timestamp()));
    nextOffset = record.offset() + 1;
    decode(record).flatMap(event -> park.apply(event, now)).ifPresent(this::say);
  }

  /**
   * Does what is due: sends the silent home and the picture out.
   *
   * @param position how far the park's partition has been read
   * @return epoch milliseconds when something is due again
   */
  long settle(long position, List<RideStatus> rides, long clock) {
    nextOffset = Math.max(nextOffset, position);
    if (!caughtUp) {
      if (nextOffset < catchUpTo) {
        return clock + FRAME_PERIOD_MILLIS;
      }
      caughtUp = true;
      startFrom(clock);
    }
    advance(clock);
    List<Note> gone = park.expire(now);
    pressing |= !gone.isEmpty();
    say(gone);
    boolean changed = park.version() != framedVersion || !rides.equals(framedRides);
    long due = framedAt + (changed ? FRAME_PAUSE_MILLIS : FRAME_PERIOD_MILLIS);
    if (now < due) {
      return due;
    }
    outbox.send(id, null, new MapFrame(id, epoch, seq++, now, park.map(rides)));
    framedAt = now;
    framedVersion = park.version();
    framedRides = rides;
    return now + FRAME_PERIOD_MILLIS;
  }

  /** Whether there is something to note: changes, or that the park has a new owner. */
  boolean isUnnoted() {
    return !noted || park.hasChanges();
  }

  /**
   * Whether it is to be noted before anyone else comes in: no record says that the silent were sent
   * home, so a successor would find their places still taken by them.
   */
  boolean isPressing() {
    return pressing;
  }

  /** What changed since it was last asked. */
  Map<String, Optional<GuestEntry>> takeChanges() {
    noted = true;
    pressing = false;
    return park.takeChanges();
  }

  /** Takes back changes that could not be noted. */
  void giveBack(Set<String> aliases) {
    noted = false;
    park.giveBack(aliases);
  }

  long epoch() {
    return epoch;
  }

  /** The first offset not yet part of the park. */
  long nextOffset() {
    return nextOffset;
  }

  int population() {
    return park.population();
  }

  private Optional<VisitorEvent> decode(ConsumerRecord<String, byte[]> record) {
    try {
      VisitorEvent event = Json.readVisitorEvent(record.value());
      Optional<Session> session =
          event instanceof VisitorEvent.Enter enter
              ? Optional.of(enter.session())
              : park.sessionOf(event.alias());
      // Whoever is not inside changes nothing by what they say, so there is nothing to check.
      if (session.isPresent() && !isSigned(record, session.get())) {
        skipped.add("it is not signed by " + event.alias());
        return Optional.empty();
      }
      return Optional.of(event);
    } catch (BadMessageException e) {
      skipped.add(e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isSigned(ConsumerRecord<String, byte[]> record, Session session) {
    Header signature = record.headers().lastHeader(SessionKey.HEADER);
    return signature != null
        && signature.value() != null
        && keys.of(session, secret).verify(id, record.value(), signature.value());
  }

  private void say(List<Note> notes) {
    notes.forEach(this::say);
  }

  private void say(Note note) {
    outbox.send(id, note.alias(), note.answer());
  }

  /** Time stands still where a clock goes back a little. */
  private void advance(long time) {
    if (Math.abs(time - now) >= LEAP_MILLIS) {
      startFrom(time);
    } else {
      now = Math.max(now, time);
    }
  }

  /** Nobody could be heard until this time, by a clock that may not be the one before. */
  private void startFrom(long time) {
    now = time;
    framedAt = 0;
    park.resume(time);
  }
}
