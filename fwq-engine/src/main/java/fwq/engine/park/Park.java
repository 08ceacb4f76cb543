package fwq.engine.park;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.Pace;
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
  private final Roll roll = new Roll();
  private final Office office = new Office();
  private final Entrance entrance;
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
    this.entrance = new Entrance(roll, office, capacity);
  }

  /**
   * Lets time pass, and takes what a guest or an operator said, or the registry about one; its
   * signature has been checked.
   *
   * @param at when the record was written
   * @return what to say to whom; nothing when all is as the guests think, or it was a replay
   */
  public List<Note> apply(ParkEvent event, long at) {
    List<Note> notes = new ArrayList<>(pass(at));
    notes.addAll(decide(event, roll.get(event.alias())));
    return notes;
  }

  /**
   * Takes what was said at the park's time, as {@link #apply} does.
   *
   * @param guest the one whom it is about, if inside, or null
   */
  public List<Note> decide(ParkEvent event, Guest guest) {
    return switch (event) {
      case Enter enter -> all(entrance.enter(enter, guest, time).or(this::ignore));
      case Move _, Here _, Leave _ -> all(hear((VisitorEvent) event, guest));
      case Ended ended -> all(end(ended, guest));
      case Operate said -> operate(said);
    };
  }

  private static List<Note> all(Optional<Note> note) {
    return note.isPresent() ? List.of(note.get()) : List.of();
  }

  /** What became of it is among the office's words. */
  private List<Note> operate(Operate said) {
    boolean isOver = said.session().map(roll::isOver).orElse(false);
    Optional<SaidWord> heard = office.hear(said, isOver, time);
    if (heard.isEmpty()) {
      ignored++;
    }
    return heard.filter(SaidWord::clearsThePark).isPresent()
        ? sendHome(List.copyOf(roll.inside().all()), Departure.CLOSED)
        : List.of();
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
      roll.hearAll(at);
    }
    office.pass(time, isLeap);
    roll.forget(time);
    return isSilent(roll.inside().quietest()) ? expire() : List.of();
  }

  private List<Note> expire() {
    List<Guest> silent = new ArrayList<>();
    for (Guest next = roll.inside().quietest(); isSilent(next); next = next.after) {
      silent.add(next);
    }
    return sendHome(silent, Departure.SILENT);
  }

  /** In an order that a successor gives them, too. */
  private List<Note> sendHome(List<Guest> guests, Departure why) {
    return guests.stream()
        .map(guest -> remove(guest, why))
        .sorted(Comparator.comparing(Note::alias))
        .toList();
  }

  private boolean isSilent(Guest guest) {
    return guest != null && time - guest.heardAt >= SILENCE_LIMIT_MILLIS;
  }

  /**
   * Counts only when the speaker is inside, says something new, is not too fast, and may still be
   * here. Who is too fast is there all the same, and can leave.
   */
  private Optional<Note> hear(VisitorEvent event, Guest guest) {
    if (guest == null) {
      return hearOutside(event);
    }
    if (event.at() <= guest.at) {
      return ignore();
    }
    roll.hear(guest, event.at(), time);
    if (guest.session.expiresAt() <= time) {
      return Optional.of(remove(guest, Departure.EXPIRED));
    }
    boolean isPaid = guest.pay(time);
    return switch (event) {
      case Move move -> isPaid ? move(guest, move.to()) : ignore();
      case Leave _ -> Optional.of(remove(guest, Departure.LEFT));
      case Here _, Enter _ -> Optional.empty();
    };
  }

  /** Someone whose login is known: anybody else has not signed it. */
  private Optional<Note> hearOutside(VisitorEvent event) {
    GuestEntry known = roll.known(event.alias(), null);
    if (known == null
        || known.ended()
        || known.session().expiresAt() <= time
        || event.at() <= known.at()
        || !Pace.allows(known.pace(), time)) {
      return ignore();
    }
    roll.keep(known.session(), event.at(), Pace.after(known.pace(), time));
    return Optional.of(Note.notInside(event.alias()));
  }

  private Optional<Note> move(Guest guest, Position to) {
    if (guest.position.distance(to) > 1) {
      return Optional.of(Note.rejected(guest.session, Rejection.TOO_FAR, guest.position));
    }
    roll.inside().move(guest, to);
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
    roll.end(ended.last());
    return answer;
  }

  /**
   * Puts the park back as a predecessor noted it: everybody it knew, and its time. This park is to
   * be new.
   */
  public void restore(Collection<GuestEntry> entries, long at) {
    time = at;
    roll.restore(entries);
  }

  /** Puts back how far answers to former sessions are paid for, as {@link #formerPace} told it. */
  public void restoreFormerPace(long pace) {
    entrance.former().restore(pace);
  }

  /** How far answers to former sessions are paid for, by the broker's clock; 0 where none is. */
  public long formerPace() {
    return entrance.former().pace();
  }

  /** What operators have said. */
  public Office office() {
    return office;
  }

  /** When the newest record was written, or the newest before a clock was set back a little. */
  public long time() {
    return time;
  }

  /** The login of someone outside, if it is known and not over. */
  public Optional<Session> outside(String alias) {
    return roll.outside(alias);
  }

  /** Someone inside. */
  public Optional<Guest> guest(String alias) {
    return Optional.ofNullable(roll.get(alias));
  }

  /**
   * The guests whose entry changed since this was last asked: the new entry, or nothing where there
   * is no more to know of them.
   */
  public Map<String, Optional<GuestEntry>> takeChanges() {
    return roll.takeChanges();
  }

  /** Takes back changes that could not be noted, so that the next {@link #takeChanges} has them. */
  public void giveBack(Set<String> aliases) {
    roll.giveBack(aliases);
  }

  /** Events so far that changed nothing: repeated, late, too fast, or of someone unknown. */
  public long ignored() {
    return ignored;
  }

  /** Guests inside. */
  public int population() {
    return roll.inside().size();
  }

  /** Rises whenever the picture changes. */
  public long version() {
    return roll.inside().version() + office.version();
  }

  /** The picture, with these rides. */
  public ParkMap map(List<RideStatus> rides) {
    return roll.inside().map(office.capacity(capacity), office.applyTo(rides)).with(office.sign());
  }

  private Note remove(Guest guest, Departure why) {
    roll.remove(guest);
    return Note.gone(guest.session, why);
  }

  private Optional<Note> ignore() {
    ignored++;
    return Optional.empty();
  }
}
