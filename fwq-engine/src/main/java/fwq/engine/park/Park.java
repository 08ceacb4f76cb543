package fwq.engine.park;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.GuestEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One park: a fold of the records of its partition and of nothing else, so that whoever reads the
 * same records holds the same park. Time, too, is what the records say: epoch milliseconds, by the
 * broker's clock. For one thread.
 */
public final class Park {
  /** A guest who says nothing for so long has gone. */
  public static final long SILENCE_LIMIT_MILLIS = 10_000;

  /**
   * Between two records lies no more than this, since the engine itself says something when nobody
   * else does: a longer gap, either way, is an absence of the broker or of the engine, or a clock
   * set anew. Who could not be heard, or had nobody to hear them, is not called silent.
   */
  public static final long LEAP_MILLIS = 3_000;

  private final int capacity;
  private final Inside inside = new Inside();
  private final Tombstones tombstones = new Tombstones();
  private final Set<String> changed = new HashSet<>();
  private long time;
  private long ignored;

  /**
   * An empty park.
   *
   * @param capacity guests it can hold, at least 1
   */
  public Park(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a park holds at least 1 guest, got " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Lets time pass, and takes what a guest said, or the registry about one; its signature has been
   * checked.
   *
   * @param at when the record was written
   * @return what to say to whom; nothing when all is as the guests think, or it was a replay
   */
  public List<Note> apply(ParkEvent event, long at) {
    List<Note> notes = new ArrayList<>(pass(at));
    decide(event, inside.get(event.alias())).ifPresent(notes::add);
    return notes;
  }

  /**
   * Takes what was said at the park's time, as {@link #apply} does.
   *
   * @param guest the one whom it is about, if inside, or null
   */
  public Optional<Note> decide(ParkEvent event, Guest guest) {
    return switch (event) {
      case Enter enter -> enter(enter, guest);
      case Move _, Here _, Leave _ -> hear((VisitorEvent) event, guest);
      case Ended ended -> end(ended, guest);
    };
  }

  /**
   * Lets time pass, and sends those home who have been silent for too long.
   *
   * @param at when a record was written, whatever it says
   * @return what to say to those who have gone
   */
  public List<Note> pass(long at) {
    if (at == time) {
      return List.of();
    }
    boolean isLeap = Math.abs(at - time) >= LEAP_MILLIS;
    time = isLeap ? at : Math.max(time, at);
    if (isLeap) {
      inside.hearAll(at);
      inside.all().forEach(this::change);
    }
    changed.addAll(tombstones.forget(time));
    return expire();
  }

  private List<Note> expire() {
    List<Note> notes = new ArrayList<>();
    for (Guest next = inside.quietest(); isSilent(next); next = inside.quietest()) {
      notes.add(remove(next, Departure.SILENT));
    }
    // Those who were last heard together go in an order that a successor gives them, too.
    notes.sort(Comparator.comparing(Note::alias));
    return notes;
  }

  private boolean isSilent(Guest guest) {
    return guest != null && time - guest.heardAt >= SILENCE_LIMIT_MILLIS;
  }

  /** Counts only when the speaker is inside, says something new, and may still be here. */
  private Optional<Note> hear(VisitorEvent event, Guest guest) {
    if (guest == null || event.at() <= guest.at) {
      ignored++;
      return guest == null ? Optional.of(Note.notInside(event.alias())) : Optional.empty();
    }
    inside.hear(guest, event.at(), time);
    change(guest);
    if (guest.session.expiresAt() <= time) {
      return Optional.of(remove(guest, Departure.EXPIRED));
    }
    return switch (event) {
      case Move move -> move(guest, move.to());
      case Leave _ -> Optional.of(remove(guest, Departure.LEFT));
      case Here _, Enter _ -> Optional.empty();
    };
  }

  private Optional<Note> enter(Enter event, Guest guest) {
    Session session = event.session();
    // First of all, so that it does not matter whether the guest is still known or forgotten.
    if (session.expiresAt() <= time) {
      if (guest == null || !guest.session.equals(session) || event.at() <= guest.at) {
        return refuse(event, Refusal.EXPIRED);
      }
      inside.hear(guest, event.at(), time);
      return Optional.of(remove(guest, Departure.EXPIRED));
    }
    GuestEntry known = known(session.alias(), guest);
    if (known != null && known.ended() && session.issuedAt() <= known.session().issuedAt()) {
      return refuse(event, Refusal.EXPIRED);
    }
    if (known != null && known.session().issuedAt() > session.issuedAt()) {
      return refuse(event, Refusal.SUPERSEDED);
    }
    if (known != null && known.session().equals(session) && event.at() <= known.at()) {
      ignored++;
      return Optional.empty();
    }
    if (guest != null) {
      inside.login(guest, session);
      inside.hear(guest, event.at(), time);
      change(guest);
      return Optional.of(Note.admitted(session, guest.position));
    }
    if (inside.size() >= capacity) {
      return refuse(event, Refusal.FULL);
    }
    tombstones.remove(session.alias());
    Guest newcomer = new Guest(session, Position.GATE, event.at(), time);
    inside.add(newcomer);
    change(newcomer);
    return Optional.of(Note.admitted(session, Position.GATE));
  }

  private Optional<Note> move(Guest guest, Position to) {
    if (guest.position.distance(to) > 1) {
      return Optional.of(Note.rejected(guest.session, Rejection.TOO_FAR, guest.position));
    }
    inside.move(guest, to);
    return Optional.empty();
  }

  /**
   * What the registry has ended lets nobody in again, also who has left since or was never here. A
   * newer login, inside or gone, is another matter; it keeps the older ones out by itself.
   */
  private Optional<Note> end(Ended ended, Guest guest) {
    if (guest != null && !ended.ends(guest.session)) {
      return Optional.empty();
    }
    Optional<Note> answer =
        Optional.ofNullable(guest).map(someone -> remove(someone, Departure.ENDED));
    if (tombstones.end(ended.last())) {
      changed.add(ended.alias());
    }
    return answer;
  }

  /**
   * Puts the park back as a predecessor noted it: everybody it knew, and its time. This park is to
   * be new.
   */
  public void restore(Collection<GuestEntry> entries, long at) {
    time = at;
    List<GuestEntry> byHeard = new ArrayList<>(entries);
    byHeard.sort(Comparator.comparingLong(GuestEntry::heardAt));
    for (GuestEntry entry : byHeard) {
      entry
          .position()
          .map(there -> new Guest(entry.session(), there, entry.at(), entry.heardAt()))
          .ifPresentOrElse(inside::add, () -> tombstones.put(entry));
    }
  }

  /** When the newest record was written, or the newest before a clock was set back a little. */
  public long time() {
    return time;
  }

  /** Someone inside. */
  public Optional<Guest> guest(String alias) {
    return Optional.ofNullable(inside.get(alias));
  }

  /**
   * The guests whose entry changed since this was last asked: the new entry, or nothing where there
   * is no more to know of them.
   */
  public Map<String, Optional<GuestEntry>> takeChanges() {
    Map<String, Optional<GuestEntry>> entries = new LinkedHashMap<>();
    for (String alias : changed) {
      Guest guest = inside.get(alias);
      if (guest != null) {
        guest.isChanged = false;
      }
      entries.put(alias, Optional.ofNullable(known(alias, guest)));
    }
    changed.clear();
    return entries;
  }

  /** Takes back changes that could not be noted, so that the next {@link #takeChanges} has them. */
  public void giveBack(Set<String> aliases) {
    changed.addAll(aliases);
  }

  /** Events so far that changed nothing: repeated, late, or of someone who is not inside. */
  public long ignored() {
    return ignored;
  }

  /** Guests inside. */
  public int population() {
    return inside.size();
  }

  /** Rises whenever the picture changes. */
  public long version() {
    return inside.version();
  }

  /** The picture, with these rides. */
  public ParkMap map(List<RideStatus> rides) {
    return inside.map(capacity, rides);
  }

  /** What is to be known of a guest, inside or not, or null. */
  private GuestEntry known(String alias, Guest guest) {
    return guest == null ? tombstones.get(alias) : guest.entry();
  }

  private void change(Guest guest) {
    if (!guest.isChanged) {
      guest.isChanged = true;
      changed.add(guest.alias());
    }
  }

  private Note remove(Guest guest, Departure why) {
    inside.remove(guest);
    tombstones.keep(guest.session, guest.at);
    changed.add(guest.alias());
    return Note.gone(guest.session, why);
  }

  private Optional<Note> refuse(Enter event, Refusal why) {
    Session session = event.session();
    if (inside.get(session.alias()) == null && tombstones.keep(session, event.at())) {
      changed.add(session.alias());
    }
    return Optional.of(Note.refused(session, why));
  }
}
