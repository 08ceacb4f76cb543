package fwq.web.guest;

import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.RegistryReply.ProfileOf;
import fwq.common.message.VisitorEvent;
import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.visitor.Visit;
import fwq.web.event.Audience;
import fwq.web.event.Away;
import fwq.web.event.End;
import fwq.web.event.Events;
import fwq.web.event.Me;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.park.LivePark;
import fwq.web.park.ParkRoom;
import fwq.web.stream.Block;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * All guests and parks of this process. Moments are nanoseconds by the monotonic clock, but for
 * {@code at}: epoch milliseconds by this server's clock, which nothing but browsers is told of. For
 * one thread, the desk's.
 */
final class Guests {
  /** A guest whose last stream ended so long ago has left without saying so. */
  static final long UNSEEN_NANOS = 60_000_000_000L;

  /** One in the menu is forgotten after so long; the cookie brings everything back. */
  static final long IDLE_NANOS = 600_000_000_000L;

  /** Logins that one process serves. */
  static final int GUESTS_MAX = 20_000;

  private final Voice voice;
  private final RandomGenerator random;
  private final Map<Login.Id, Guest> guests = new HashMap<>();
  private final Map<Integer, ParkRoom> rooms = new TreeMap<>();
  private final Map<Away, Long> awaySince = new HashMap<>();

  Guests(Voice voice, RandomGenerator random) {
    this.voice = voice;
    this.random = random;
  }

  /** A park that is listened to from now on. */
  void addPark(int park, long nanos) {
    rooms.putIfAbsent(park, new ParkRoom(nanos));
  }

  /** The parks' numbers. */
  List<Integer> parks() {
    return List.copyOf(rooms.keySet());
  }

  Optional<ParkRoom> room(int park) {
    return Optional.ofNullable(rooms.get(park));
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
    if (login.park().isPresent() && rooms.containsKey(login.park().getAsInt())) {
      guest.returnTo(login.park(), random);
      voice.listen(login.park().getAsInt(), login.session().alias());
    }
    return guest;
  }

  /** A tab of a guest begins to watch a park. */
  void open(Guest guest, int park, Sink stream, boolean multiplexed, long nanos) {
    OptionalInt own = guest.park();
    ParkRoom room = rooms.get(own.orElse(park));
    tellAway(stream);
    guest.watch(stream, multiplexed);
    if (room != null) {
      room.join(stream, Audience.GUESTS, nanos);
    }
    show(guest, nanos);
  }

  /** Somebody without a name begins to watch a park. */
  void open(ParkRoom room, Sink stream, long nanos) {
    tellAway(stream);
    room.join(stream, Audience.PUBLIC, nanos);
  }

  /** A stream has ended. */
  void closed(Optional<Login.Id> whose, Sink stream, long nanos) {
    rooms.values().forEach(room -> room.leave(stream));
    whose.flatMap(this::find).ifPresent(guest -> guest.unwatch(stream, nanos));
  }

  /** Asks to be let in. */
  void enter(Guest guest, int park, long nanos) throws ProblemException {
    ParkRoom room = rooms.get(park);
    if (room == null) {
      throw new ProblemException(Problem.invalid("park", "there is no park " + park));
    }
    if (room.live().away(nanos) || room.live().now(nanos).isEmpty() || !voice.brokerThere()) {
      throw new ProblemException(
          Problem.later(503, "ENGINE_AWAY", "nobody answers for park " + park + " just now", 3));
    }
    if (guest.park().isPresent() && guest.park().getAsInt() != park) {
      leave(guest, nanos);
    }
    guest.go(OptionalInt.of(park), random);
    voice.listen(park, guest.login().session().alias());
    guest.stay().enter(now(guest, nanos)).ifPresent(event -> say(guest, event));
    show(guest, nanos);
  }

  /** Takes a step. */
  void step(Guest guest, Direction direction, long nanos) throws ProblemException {
    insideOnly(guest);
    guest.stay().step(direction, now(guest, nanos)).ifPresent(event -> say(guest, event));
    show(guest, nanos);
  }

  /** Walks to a ride by itself, or stands. */
  void walk(Guest guest, OptionalInt ride, long nanos) throws ProblemException {
    insideOnly(guest);
    known(guest, ride);
    guest.stay().walk(ride);
    show(guest, nanos);
  }

  /** Walks wherever it likes, or stands. */
  void autopilot(Guest guest, boolean on, long nanos) throws ProblemException {
    insideOnly(guest);
    guest.stay().autopilot(on);
    show(guest, nanos);
  }

  /** Wants to be told of a wait, or no more. */
  void alert(Guest guest, Optional<Me.Alert> alert, long nanos) throws ProblemException {
    insideOnly(guest);
    known(guest, alert.map(it -> OptionalInt.of(it.ride())).orElse(OptionalInt.empty()));
    guest.stay().alert(alert);
    show(guest, nanos);
  }

  /** Goes home. Who is not inside has nothing to leave, which is no fault. */
  void leave(Guest guest, long nanos) {
    if (guest.park().isPresent()) {
      guest.stay().leave(now(guest, nanos)).ifPresent(event -> say(guest, event));
      forget(guest);
      show(guest, nanos);
    }
  }

  /** The login is over: leaves, and ends its streams. */
  void drop(Guest guest, End reason, long nanos) {
    leave(guest, nanos);
    guest.end(reason);
    guests.remove(guest.login().id());
  }

  private static void insideOnly(Guest guest) throws ProblemException {
    if (!guest.stay().inside()) {
      throw new ProblemException(
          Problem.of(409, "NOT_INSIDE", "this is for guests who are in the park"));
    }
  }

  private void known(Guest guest, OptionalInt ride) throws ProblemException {
    boolean there =
        ride.isEmpty()
            || room(guest.park().orElse(-1))
                .flatMap(it -> it.live().last())
                .map(MapFrame::map)
                .map(ParkMap::rides)
                .filter(all -> all.stream().anyMatch(it -> it.ride().id() == ride.getAsInt()))
                .isPresent();
    if (!there) {
      throw new ProblemException(
          Problem.invalid("ride", "there is no ride " + ride.getAsInt() + " in this park"));
    }
  }

  /** An engine drew a picture. */
  void heard(MapFrame frame, long nanos) {
    ParkRoom room = rooms.get(frame.park());
    if (room != null) {
      room.heard(frame, nanos);
    }
  }

  /** An engine answered one of this alias's logins. */
  void heard(int park, String alias, Answer answer, long nanos) {
    for (Guest guest : ofAlias(park, alias)) {
      Stay.Outcome outcome =
          guest.stay().heard(answer, now(guest, nanos), event -> say(guest, event));
      switch (outcome) {
        case GOES_ON -> {
          show(guest, nanos);
          guest.stay().over().ifPresent(reason -> over(guest, reason));
        }
        case TAKEN_OVER -> {
          forget(guest);
          guest.end(End.ELSEWHERE);
          guests.remove(guest.login().id());
        }
      }
    }
  }

  private List<Guest> ofAlias(int park, String alias) {
    return guests.values().stream()
        .filter(it -> it.login().session().alias().equals(alias))
        .filter(it -> it.park().equals(OptionalInt.of(park)))
        .toList();
  }

  private void over(Guest guest, Visit.Reason reason) {
    forget(guest);
    guest.end(
        switch (reason) {
          case SUPERSEDED -> End.ELSEWHERE;
          case EXPIRED, ENDED -> End.EXPIRED;
          case LEFT, FULL -> throw new IllegalStateException("neither ends a login");
        });
    guests.remove(guest.login().id());
  }

  /** The answers for this alias are of no use any more, unless another login of it is there. */
  private void forget(Guest guest) {
    String alias = guest.login().session().alias();
    int park = guest.park().orElseThrow();
    if (ofAlias(park, alias).stream().filter(it -> it.stay().wantsIn()).count() == 0) {
      voice.forget(park, alias);
    }
  }

  /** Something went away or came back. */
  void away(Away what, boolean away, long at) {
    if (away != awaySince.containsKey(what)) {
      if (away) {
        awaySince.put(what, at);
      } else {
        awaySince.remove(what);
      }
      Block block = Block.stored(Events.away(what, since(what)));
      rooms.values().forEach(room -> room.send(slot(what), block));
    }
  }

  private void tellAway(Sink stream) {
    awaySince
        .keySet()
        .forEach(what -> stream.send(slot(what), Block.stored(Events.away(what, since(what)))));
  }

  private OptionalLong since(Away what) {
    Long since = awaySince.get(what);
    return since == null ? OptionalLong.empty() : OptionalLong.of(since);
  }

  private static Slot slot(Away what) {
    return switch (what) {
      case ENGINE -> Slot.ENGINE;
      case REGISTRY -> Slot.REGISTRY;
      case BROKER -> Slot.BROKER;
    };
  }

  /** Time has passed. To be called four times a second. */
  void tick(long nanos, long at) {
    away(Away.BROKER, !voice.brokerThere(), at);
    rooms.values().forEach(room -> room.watch(nanos, at));
    for (Guest guest : new ArrayList<>(guests.values())) {
      tick(guest, nanos, at);
    }
  }

  private void tick(Guest guest, long nanos, long at) {
    if (at >= guest.login().session().expiresAt()) {
      drop(guest, End.EXPIRED, nanos);
      return;
    }
    long unwatched = guest.unwatchedNanos(nanos);
    Stay stay = guest.stay();
    if (!stay.wantsIn() && unwatched >= IDLE_NANOS) {
      guests.remove(guest.login().id());
      return;
    }
    Optional<LivePark> park = park(guest);
    if (park.isEmpty() || park.get().now(nanos).isEmpty()) {
      return;
    }
    long now = park.get().now(nanos).getAsLong();
    if (stay.wantsIn() && unwatched >= UNSEEN_NANOS) {
      stay.leaveUnseen(now).ifPresent(event -> say(guest, event));
      forget(guest);
    }
    Optional<ParkMap> map =
        park.get().live(nanos).filter(_ -> voice.brokerThere()).map(MapFrame::map);
    if (map.isPresent() && guest.takeReturning()) {
      stay.enter(now).ifPresent(event -> say(guest, event));
    }
    stay.tick(map, now).ifPresent(event -> say(guest, event));
    map.flatMap(stay::due).ifPresent(alert -> fire(guest, alert, map, now));
    show(guest, nanos);
  }

  private static void fire(Guest guest, Me.Alert alert, Optional<ParkMap> map, long now) {
    Me me = guest.stay().me(map, now);
    guest.send(
        Slot.ALERT,
        Events.me(
            new Me(
                me.state(),
                me.position(),
                me.heading(),
                me.path(),
                me.autopilot(),
                Optional.of(alert),
                me.reason())));
  }

  /** Sends frames. To be called once a second. */
  void publish(long nanos) {
    rooms.values().forEach(room -> room.publish(nanos));
  }

  /** Shows all streams that they live. */
  void comment() {
    Block comment = Block.stored(Events.COMMENT);
    rooms.values().forEach(room -> room.send(Slot.COMMENT, comment));
  }

  /** This server closes. Nobody leaves: another process, or the next one, goes on with them. */
  void close() {
    Block end = Block.stored(Events.end(End.CLOSED));
    rooms.values().forEach(room -> room.send(Slot.END, end));
  }

  /** The guest as shown. */
  Me me(Guest guest, long nanos) {
    Optional<ParkMap> map = park(guest).flatMap(it -> it.live(nanos)).map(MapFrame::map);
    return guest.stay().me(map, now(guest, nanos));
  }

  private void show(Guest guest, long nanos) {
    guest.show(me(guest, nanos));
  }

  private Optional<LivePark> park(Guest guest) {
    return guest.park().isPresent()
        ? room(guest.park().getAsInt()).map(ParkRoom::live)
        : Optional.empty();
  }

  private long now(Guest guest, long nanos) {
    return park(guest).map(it -> it.now(nanos)).orElse(OptionalLong.empty()).orElse(0);
  }

  private void say(Guest guest, VisitorEvent event) {
    voice.say(guest.park().orElseThrow(), event, guest.key());
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
