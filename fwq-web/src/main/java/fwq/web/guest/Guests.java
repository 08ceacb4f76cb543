package fwq.web.guest;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.Visit;
import fwq.web.event.Audience;
import fwq.web.event.End;
import fwq.web.event.Events;
import fwq.web.event.Me;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.park.LivePark;
import fwq.web.park.ParkRoom;
import fwq.web.park.Parks;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * All logins that this process serves. Moments are nanoseconds by the monotonic clock, but for
 * {@code at}: epoch milliseconds by this server's clock. For one thread, the desk's.
 */
final class Guests {
  /** A guest whose last stream ended so long ago has left without saying so. */
  static final long UNSEEN_NANOS = 60_000_000_000L;

  /** One in the menu is forgotten after so long; the cookie brings everything back. */
  static final long IDLE_NANOS = 600_000_000_000L;

  /** Logins that one process serves. */
  static final int GUESTS_MAX = 20_000;

  private final Parks parks;
  private final Voice voice;
  private final RandomGenerator random;
  private final Map<Login.Id, Guest> guests = new HashMap<>();

  Guests(Parks parks, Voice voice, RandomGenerator random) {
    this.parks = parks;
    this.voice = voice;
    this.random = random;
  }

  Parks parks() {
    return parks;
  }

  Optional<Guest> find(Login.Id id) {
    return Optional.ofNullable(guests.get(id));
  }

  /**
   * Serves this login from now on. One that wants to be in a park, as its cookie says, enters: a
   * web process that takes over from another has to ask for the place.
   */
  Guest meet(Login login, Optional<ProfileOf> profile, long nanos) throws ProblemException {
    Guest known = guests.get(login.id());
    if (known != null) {
      profile.ifPresent(known::profile);
      return known;
    }
    if (guests.size() >= GUESTS_MAX) {
      throw new ProblemException(
          Problem.later(503, "BUSY", "this web process serves as many guests as it can", 10));
    }
    Guest guest = new Guest(login, profile, random, nanos);
    guests.put(login.id(), guest);
    if (login.park().isPresent() && parks.room(login.park().getAsInt()).isPresent()) {
      guest.returnTo(login.park(), random);
      listen(guest);
    }
    return guest;
  }

  /** A tab of a guest begins to watch the guest's park, or where there is none yet, this one. */
  void open(Guest guest, int park, Sink stream, boolean multiplexed, long nanos) {
    parks.tellAway(stream);
    guest.watch(stream, multiplexed);
    parks
        .room(guest.park().orElse(park))
        .ifPresent(room -> room.join(stream, Audience.GUESTS, nanos));
    show(guest, nanos);
  }

  /** Somebody without a name begins to watch a park. */
  void open(ParkRoom room, Sink stream, long nanos) {
    parks.tellAway(stream);
    room.join(stream, Audience.PUBLIC, nanos);
  }

  /** A stream has ended. */
  void closed(Optional<Login.Id> whose, Sink stream, long nanos) {
    parks.leave(stream);
    whose.flatMap(this::find).ifPresent(guest -> guest.unwatch(stream, nanos));
  }

  /** An engine answered one of this alias's logins. */
  void heard(int park, String alias, Answer answer, long nanos) {
    for (Guest guest : ofAlias(park, alias)) {
      long now = now(guest, nanos);
      switch (guest.stay().heard(answer, now, event -> say(guest, event))) {
        case GOES_ON -> {
          show(guest, nanos);
          guest.stay().over().ifPresent(reason -> remove(guest, end(reason)));
        }
        // No leave: whoever asked for the place has it.
        case TAKEN_OVER -> remove(guest, End.ELSEWHERE);
      }
    }
  }

  private static End end(Visit.Reason reason) {
    return switch (reason) {
      case SUPERSEDED -> End.ELSEWHERE;
      case EXPIRED, ENDED -> End.EXPIRED;
      case LEFT, FULL, CLOSED -> throw new IllegalStateException("neither ends a login");
    };
  }

  /** Says an operator's word. */
  void operate(int park, Operate said, SessionKey key) {
    voice.operate(park, said, key);
  }

  /** Serves this login no more; says nothing to the engine. */
  void remove(Guest guest, End reason) {
    guests.remove(guest.login().id());
    forget(guest);
    guest.end(reason);
  }

  private List<Guest> ofAlias(int park, String alias) {
    return guests.values().stream()
        .filter(it -> it.login().session().alias().equals(alias))
        .filter(it -> it.park().equals(OptionalInt.of(park)))
        .toList();
  }

  /** From now on answers to this guest are heard. */
  void listen(Guest guest) {
    voice.listen(guest.park().orElseThrow(), guest.login().session().alias());
  }

  /** They are of no use any more, unless another login of the same guest is in this park, too. */
  void forget(Guest guest) {
    String alias = guest.login().session().alias();
    if (guest.park().isPresent()
        && ofAlias(guest.park().getAsInt(), alias).stream().noneMatch(it -> it.stay().wantsIn())) {
      voice.forget(guest.park().getAsInt(), alias);
    }
  }

  /** Time has passed. To be called four times a second. */
  void tick(long nanos, long at) {
    for (Guest guest : new ArrayList<>(guests.values())) {
      tick(guest, nanos, at);
    }
  }

  private void tick(Guest guest, long nanos, long at) {
    boolean inMenu = !guest.stay().wantsIn();
    if (at >= guest.login().session().expiresAt()) {
      remove(guest, End.EXPIRED);
    } else if (inMenu && guest.unwatchedNanos(nanos) >= IDLE_NANOS) {
      remove(guest, End.CLOSED);
    } else {
      OptionalLong now = live(guest).map(it -> it.now(nanos)).orElse(OptionalLong.empty());
      now.ifPresent(it -> walk(guest, nanos, it));
    }
  }

  private void walk(Guest guest, long nanos, long now) {
    Stay stay = guest.stay();
    if (stay.wantsIn() && guest.unwatchedNanos(nanos) >= UNSEEN_NANOS) {
      stay.leaveUnseen(now).ifPresent(event -> say(guest, event));
      forget(guest);
    }
    Optional<ParkMap> map = map(guest, nanos).filter(_ -> voice.brokerThere());
    if (map.isPresent() && guest.takeReturning()) {
      stay.enter(now).ifPresent(event -> say(guest, event));
    }
    stay.tick(map, now).ifPresent(event -> say(guest, event));
    map.flatMap(stay::due)
        .ifPresent(alert -> guest.send(Slot.ALERT, Events.me(stay.me(map, now).withAlert(alert))));
    show(guest, nanos);
  }

  /** The guest as shown. */
  Me me(Guest guest, long nanos) {
    return guest.stay().me(map(guest, nanos), now(guest, nanos));
  }

  /** Shows the guest what has become of it. */
  void show(Guest guest, long nanos) {
    guest.show(me(guest, nanos));
  }

  /** Says something to the engine of the guest's park. */
  void say(Guest guest, VisitorEvent event) {
    voice.say(guest.park().orElseThrow(), event, guest.key());
  }

  /** Says that a food cart stands there. */
  void report(Guest guest, Position position) {
    voice.report(guest.park().orElseThrow(), position);
  }

  /** The time of the guest's park. */
  long now(Guest guest, long nanos) {
    return live(guest).map(it -> it.now(nanos)).orElse(OptionalLong.empty()).orElse(0);
  }

  /** The guest's park while it is live. */
  Optional<ParkMap> map(Guest guest, long nanos) {
    return live(guest).flatMap(it -> it.live(nanos)).map(MapFrame::map);
  }

  private Optional<LivePark> live(Guest guest) {
    return guest.park().isPresent()
        ? parks.room(guest.park().getAsInt()).map(ParkRoom::live)
        : Optional.empty();
  }

  /** Whether anything can be said and heard. */
  boolean brokerThere() {
    return voice.brokerThere();
  }

  RandomGenerator random() {
    return random;
  }

  /** How many logins this process serves. */
  int size() {
    return guests.size();
  }

  /** How many of them are in a park. */
  long inside() {
    return guests.values().stream().filter(it -> it.stay().inside()).count();
  }
}
