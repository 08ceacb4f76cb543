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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One park: a fold of what its guests say. For one thread.
 *
 * <p>Times ({@code now}) are epoch milliseconds and never go back but with {@link #resume}; the
 * owner sees to that.
 */
public final class Park {
  /** A guest who says nothing for so long has gone. */
  public static final long SILENCE_LIMIT_MILLIS = 10_000;

  private final int capacity;
  // Whoever is heard goes to the end, so the guest not heard of for longest is always the first.
  private final LinkedHashMap<String, Guest> inside = new LinkedHashMap<>();
  private final int[] heads = new int[Position.CELLS];
  private final Departed departed = new Departed();
  private final Set<String> changed = new HashSet<>();
  private long version;

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
   * @return what to say to the guest; nothing when all is as the guest thinks, or it was a replay
   */
  public Optional<Note> apply(VisitorEvent event, long now) {
    return switch (event) {
      case Enter enter -> enter(enter, now);
      case Move move -> fromInside(move, now, guest -> move(guest, move, now));
      case Here here ->
          fromInside(
              here,
              now,
              guest -> {
                put(guest.heard(here.at(), now));
                return Optional.empty();
              });
      case Leave leave ->
          fromInside(
              leave,
              now,
              guest -> Optional.of(remove(guest.heard(leave.at(), now), Departure.LEFT)));
    };
  }

  /** Goes on only when the speaker is inside, says something new, and may still be here. */
  private Optional<Note> fromInside(
      VisitorEvent event, long now, Function<Guest, Optional<Note>> rule) {
    Guest guest = inside.get(event.alias());
    if (guest == null) {
      return Optional.of(new Note(event.alias(), new Gone(0, Departure.NOT_INSIDE)));
    }
    if (event.at() <= guest.at()) {
      return Optional.empty();
    }
    if (guest.session().expiresAt() <= now) {
      return Optional.of(remove(guest, Departure.EXPIRED));
    }
    return rule.apply(guest);
  }

  private Optional<Note> enter(Enter event, long now) {
    Session session = event.session();
    // First of all, so that it does not matter whether the guest is still known or forgotten.
    if (session.expiresAt() <= now) {
      return refuse(session, Refusal.EXPIRED);
    }
    Guest guest = inside.get(session.alias());
    GuestEntry known = guest == null ? departed.get(session.alias()) : entry(guest);
    if (known != null && known.session().issuedAt() > session.issuedAt()) {
      return refuse(session, Refusal.SUPERSEDED);
    }
    if (known != null && known.session().equals(session) && event.at() <= known.at()) {
      return Optional.empty();
    }
    if (guest != null) {
      put(new Guest(session, guest.position(), event.at(), now));
      return admit(session, guest.position());
    }
    if (inside.size() >= capacity) {
      departed.put(session, event.at());
      changed.add(session.alias());
      return refuse(session, Refusal.FULL);
    }
    departed.remove(session.alias());
    put(new Guest(session, Position.GATE, event.at(), now));
    heads[Position.GATE.cell()]++;
    version++;
    return admit(session, Position.GATE);
  }

  private Optional<Note> move(Guest guest, Move move, long now) {
    if (guest.position().distance(move.to()) > 1) {
      put(guest.heard(move.at(), now));
      return Optional.of(
          new Note(
              move.alias(),
              new Rejected(guest.session().issuedAt(), Rejection.TOO_FAR, guest.position())));
    }
    heads[guest.position().cell()]--;
    heads[move.to().cell()]++;
    version++;
    put(guest.movedTo(move.to(), move.at(), now));
    return Optional.empty();
  }

  /** Sends home those who have said nothing for too long, and tells them. */
  public List<Note> expire(long now) {
    List<Note> notes = new ArrayList<>();
    while (!inside.isEmpty()) {
      Guest quietest = inside.firstEntry().getValue();
      if (now - quietest.heardAt() < SILENCE_LIMIT_MILLIS) {
        break;
      }
      notes.add(remove(quietest, Departure.SILENT));
    }
    changed.addAll(departed.forget(now));
    return notes;
  }

  /** Counts everyone as heard now: the park itself was away, so nobody's silence meant anything. */
  public void resume(long now) {
    inside.replaceAll((alias, guest) -> guest.heard(guest.at(), now));
  }

  /** Puts a guest back as a predecessor noted it. */
  public void restore(GuestEntry entry, long now) {
    String alias = entry.session().alias();
    departed.remove(alias);
    Guest before = inside.remove(alias);
    if (before != null) {
      heads[before.position().cell()]--;
    }
    if (entry.position().isPresent()) {
      Position position = entry.position().get();
      inside.putLast(alias, new Guest(entry.session(), position, entry.at(), now));
      heads[position.cell()]++;
    } else {
      departed.put(entry.session(), entry.at());
    }
    version++;
  }

  /** The session whose key must have signed what this guest says, if the guest is inside. */
  public Optional<Session> sessionOf(String alias) {
    return Optional.ofNullable(inside.get(alias)).map(Guest::session);
  }

  /** Whether {@link #takeChanges} would give any. */
  public boolean hasChanges() {
    return !changed.isEmpty();
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
    return version;
  }

  /** The picture, with these rides. */
  public ParkMap map(List<RideStatus> rides) {
    List<ParkMap.Headcount> cells = new ArrayList<>();
    for (int cell = 0; cell < heads.length; cell++) {
      if (heads[cell] > 0) {
        cells.add(new ParkMap.Headcount(Position.ofCell(cell), heads[cell]));
      }
    }
    List<ParkMap.Whereabouts> visitors = new ArrayList<>();
    if (inside.size() <= ParkMap.NAMES_MAX) {
      inside.forEach(
          (alias, guest) -> visitors.add(new ParkMap.Whereabouts(alias, guest.position())));
      visitors.sort(Comparator.comparing(ParkMap.Whereabouts::alias));
    }
    return new ParkMap(inside.size(), capacity, rides, cells, visitors);
  }

  private void put(Guest guest) {
    inside.putLast(guest.session().alias(), guest);
    changed.add(guest.session().alias());
  }

  private Note remove(Guest guest, Departure why) {
    String alias = guest.session().alias();
    inside.remove(alias);
    heads[guest.position().cell()]--;
    version++;
    departed.put(guest.session(), guest.at());
    changed.add(alias);
    return new Note(alias, new Gone(guest.session().issuedAt(), why));
  }

  private static GuestEntry entry(Guest guest) {
    return new GuestEntry(guest.session(), guest.at(), Optional.of(guest.position()));
  }

  private static Optional<Note> admit(Session session, Position position) {
    return Optional.of(new Note(session.alias(), new Admitted(session.issuedAt(), position)));
  }

  private static Optional<Note> refuse(Session session, Refusal why) {
    return Optional.of(new Note(session.alias(), new Refused(session.issuedAt(), why)));
  }
}
