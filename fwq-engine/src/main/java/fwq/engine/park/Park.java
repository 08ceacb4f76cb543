package fwq.engine.park;

import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.EngineMessage.Refusal;
import fwq.common.message.EngineMessage.Refused;
import fwq.common.message.EngineMessage.Rejected;
import fwq.common.message.EngineMessage.Rejection;
import fwq.common.message.GuestEntry;
import fwq.common.message.Session;
import fwq.common.message.VisitorEvent;
import fwq.common.message.VisitorEvent.Enter;
import fwq.common.message.VisitorEvent.Here;
import fwq.common.message.VisitorEvent.Leave;
import fwq.common.message.VisitorEvent.Move;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
  // Whoever is heard goes to the end, so the guest not heard of for longest is always the first.
  private final LinkedHashMap<String, Guest> inside = new LinkedHashMap<>();
  private final Heads heads = new Heads();
  private final Departed departed = new Departed();
  private final Set<String> changed = new HashSet<>();
  private long time;

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
   * Takes what a guest said, whose signature has been checked.
   *
   * @param at when the record was written
   * @return what to say to whom; nothing when all is as the guests think, or it was a replay
   */
  public List<Note> apply(VisitorEvent event, long at) {
    List<Note> silent = pass(at);
    Optional<Note> answer =
        switch (event) {
          case Enter enter -> enter(enter);
          case Move move -> fromInside(move, guest -> move(guest, move.to()));
          case Here here -> fromInside(here, this::stay);
          case Leave leave ->
              fromInside(leave, guest -> Optional.of(remove(guest, Departure.LEFT)));
        };
    if (answer.isEmpty()) {
      return silent;
    }
    List<Note> notes = new ArrayList<>(silent);
    notes.add(answer.get());
    return notes;
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
    if (Math.abs(at - time) >= LEAP_MILLIS) {
      time = at;
      inside.replaceAll((alias, guest) -> guest.heard(guest.at(), at));
      changed.addAll(inside.keySet());
    } else {
      time = Math.max(time, at);
    }
    changed.addAll(departed.forget(time));
    return expire();
  }

  private List<Note> expire() {
    List<Note> notes = List.of();
    while (!inside.isEmpty()) {
      Guest quietest = inside.firstEntry().getValue();
      if (time - quietest.heardAt() < SILENCE_LIMIT_MILLIS) {
        break;
      }
      if (notes.isEmpty()) {
        notes = new ArrayList<>();
      }
      notes.add(remove(quietest, Departure.SILENT));
    }
    // Those who were last heard together go in an order that a successor gives them, too.
    if (notes.size() > 1) {
      notes.sort(Comparator.comparing(Note::alias));
    }
    return notes;
  }

  /** Goes on only when the speaker is inside, says something new, and may still be here. */
  private Optional<Note> fromInside(VisitorEvent event, Function<Guest, Optional<Note>> rule) {
    Guest guest = inside.get(event.alias());
    if (guest == null) {
      return Optional.of(new Note(event.alias(), new Gone(0, Departure.NOT_INSIDE)));
    }
    if (event.at() <= guest.at()) {
      return Optional.empty();
    }
    Guest heard = guest.heard(event.at(), time);
    return heard.session().expiresAt() <= time
        ? Optional.of(remove(heard, Departure.EXPIRED))
        : rule.apply(heard);
  }

  private Optional<Note> enter(Enter event) {
    Session session = event.session();
    Guest guest = inside.get(session.alias());
    // First of all, so that it does not matter whether the guest is still known or forgotten.
    if (session.expiresAt() <= time) {
      return guest != null && guest.session().equals(session) && event.at() > guest.at()
          ? Optional.of(remove(guest.heard(event.at(), time), Departure.EXPIRED))
          : refuse(event, Refusal.EXPIRED);
    }
    GuestEntry known = guest == null ? departed.get(session.alias()) : entry(guest);
    if (known != null && known.session().issuedAt() > session.issuedAt()) {
      return refuse(event, Refusal.SUPERSEDED);
    }
    if (known != null && known.session().equals(session) && event.at() <= known.at()) {
      return Optional.empty();
    }
    if (guest != null) {
      put(new Guest(session, guest.position(), event.at(), time));
      return admit(session, guest.position());
    }
    if (inside.size() >= capacity) {
      return refuse(event, Refusal.FULL);
    }
    departed.remove(session.alias());
    put(new Guest(session, Position.GATE, event.at(), time));
    heads.add(Position.GATE);
    return admit(session, Position.GATE);
  }

  private Optional<Note> stay(Guest guest) {
    put(guest);
    return Optional.empty();
  }

  private Optional<Note> move(Guest guest, Position to) {
    if (guest.position().distance(to) > 1) {
      put(guest);
      var here = new Rejected(guest.session().issuedAt(), Rejection.TOO_FAR, guest.position());
      return Optional.of(new Note(guest.session().alias(), here));
    }
    if (!to.equals(guest.position())) {
      heads.move(guest.position(), to);
    }
    return stay(guest.movedTo(to));
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
      Session session = entry.session();
      if (entry.position().isPresent()) {
        Position position = entry.position().get();
        inside.put(session.alias(), new Guest(session, position, entry.at(), entry.heardAt()));
        heads.add(position);
      } else {
        departed.keep(session, entry.at());
      }
    }
  }

  /** When the newest record was written, or the newest before a clock was set back a little. */
  public long time() {
    return time;
  }

  /** Where a guest is, if inside. */
  public Optional<Position> positionOf(String alias) {
    return Optional.ofNullable(inside.get(alias)).map(Guest::position);
  }

  /** The session whose key must have signed what this guest says, if the guest is inside. */
  public Optional<Session> sessionOf(String alias) {
    return Optional.ofNullable(inside.get(alias)).map(Guest::session);
  }

  /**
   * The guests whose entry changed since this was last asked: the new entry, or nothing where there
   * is no more to know of them.
   */
  public Map<String, Optional<GuestEntry>> takeChanges() {
    Map<String, Optional<GuestEntry>> entries = new LinkedHashMap<>();
    for (String alias : changed) {
      Guest guest = inside.get(alias);
      GuestEntry entry = guest == null ? departed.get(alias) : entry(guest);
      entries.put(alias, Optional.ofNullable(entry));
    }
    changed.clear();
    return entries;
  }

  /** Takes back changes that could not be noted, so that the next {@link #takeChanges} has them. */
  public void giveBack(Set<String> aliases) {
    changed.addAll(aliases);
  }

  /** Guests inside. */
  public int population() {
    return inside.size();
  }

  /** Rises whenever the picture changes. */
  public long version() {
    return heads.version();
  }

  /** The picture, with these rides. */
  public ParkMap map(List<RideStatus> rides) {
    List<ParkMap.Whereabouts> visitors = new ArrayList<>();
    if (inside.size() <= ParkMap.NAMES_MAX) {
      inside.forEach(
          (alias, guest) -> visitors.add(new ParkMap.Whereabouts(alias, guest.position())));
      visitors.sort(Comparator.comparing(ParkMap.Whereabouts::alias));
    }
    return new ParkMap(inside.size(), capacity, rides, heads.cells(), visitors);
  }

  private void put(Guest guest) {
    inside.putLast(guest.session().alias(), guest);
    changed.add(guest.session().alias());
  }

  private Note remove(Guest guest, Departure why) {
    String alias = guest.session().alias();
    inside.remove(alias);
    heads.remove(guest.position());
    departed.keep(guest.session(), guest.at());
    changed.add(alias);
    return new Note(alias, new Gone(guest.session().issuedAt(), why));
  }

  private static GuestEntry entry(Guest guest) {
    return new GuestEntry(
        guest.session(), guest.at(), guest.heardAt(), Optional.of(guest.position()));
  }

  private static Optional<Note> admit(Session session, Position position) {
    return Optional.of(new Note(session.alias(), new Admitted(session.issuedAt(), position)));
  }

  private Optional<Note> refuse(Enter event, Refusal why) {
    Session session = event.session();
    if (!inside.containsKey(session.alias()) && departed.keep(session, event.at())) {
      changed.add(session.alias());
    }
    return Optional.of(new Note(session.alias(), new Refused(session.issuedAt(), why)));
  }
}
