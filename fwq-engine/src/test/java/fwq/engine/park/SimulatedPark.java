package fwq.engine.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.signing.Session;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.OfficeEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * A park with all that surrounds it and no Kafka: the records, what is noted of them, what guests
 * have been told, a crash, and a twin that never crashes. After every event it checks what must
 * always hold.
 */
final class SimulatedPark {
  /** A fault to build in, to see that the checks find it. */
  enum Fault {
    NONE,
    LETS_ONE_TOO_MANY_IN,
    BELIEVES_REPLAYS,
    FORGETS_WHO_LEFT,
    FORGETS_WHOSE_SESSION_IS_OVER,
    IS_DEAF_TO_THE_REGISTRY,
    IS_DEAF_TO_OPERATORS,
    FORGETS_WHAT_OPERATORS_SAID,
    LETS_GUESTS_INTO_A_CLOSED_PARK,
    ENDS_NEWER_SESSIONS_TOO,
    FORGETS_SINCE_WHEN_SOMEONE_IS_SILENT,
    SUCCESSOR_CALLS_SILENT_WHO_COULD_NOT_BE_HEARD,
    NOTES_AN_OFFSET_TOO_FAR,
    NOTES_WHAT_NOBODY_WAS_TOLD,
    REPLAYS_IN_ANOTHER_ORDER
  }

  /** A record: what was said, or nothing but that time passes; and what the answer was. */
  private record Heard(Optional<ParkEvent> event, long at, List<Note> answers) {}

  private static final long FAR = Long.MAX_VALUE / 2;
  private static final List<RideStatus> RIDES =
      RideTable.DEFAULT.stream().map(ride -> RideStatus.open(ride, 5, 5, 1)).toList();

  private final int capacity;
  private final Fault fault;
  private final List<Heard> log = new ArrayList<>();
  private final Map<String, GuestEntry> noted = new HashMap<>();
  private final Queue<Note> underWay = new ArrayDeque<>();
  private final Map<String, Position> told = new HashMap<>();
  private final Set<Enter> judged = new HashSet<>();
  private final Map<String, Long> over = new HashMap<>();
  private final Orders orders = new Orders();
  private final Park twin;
  private Park park;
  private int notedOffset;
  private long notedTime;
  private long notedFormerPace;
  private OfficeEntry notedOffice = OfficeEntry.NONE;
  private long disguise;

  SimulatedPark(int capacity, Fault fault) {
    this.capacity = capacity;
    this.fault = fault;
    this.park = empty();
    this.twin = empty();
  }

  private Park empty() {
    return new Park(fault == Fault.LETS_ONE_TOO_MANY_IN ? capacity + 1 : capacity);
  }

  /** A record reaches the park. */
  void deliver(ParkEvent event, long now) {
    Map<String, Position> before = places();
    List<SaidWord> words = park.office().words();
    Optional<Session> session = park.guest(event.alias()).map(Guest::session);
    take(heard(event), now);
    if (event instanceof Ended ended) {
      over.merge(ended.alias(), ended.last().issuedAt(), Math::max);
      session
          .filter(it -> !ended.ends(it) && told(ended.alias(), Departure.ENDED))
          .ifPresent(it -> fail("the end of " + ended + " sent the newer " + it + " home"));
    }
    Map<String, Position> after = places();
    check(event, before, after);
    if (event instanceof Operate said) {
      orders.heard(said, words, park);
    }
    orders.check(park, capacity, before.keySet(), after.keySet());
  }

  private Optional<ParkEvent> heard(ParkEvent event) {
    return switch (fault) {
      case BELIEVES_REPLAYS -> Optional.of(disguised(event));
      case IS_DEAF_TO_THE_REGISTRY -> Optional.of(event).filter(it -> !(it instanceof Ended));
      case IS_DEAF_TO_OPERATORS -> Optional.of(event).filter(it -> !(it instanceof Operate));
      case LETS_GUESTS_INTO_A_CLOSED_PARK -> Optional.of(event).filter(it -> !isClosing(it));
      case ENDS_NEWER_SESSIONS_TOO ->
          Optional.of(event instanceof Ended it ? Ended.upTo(it.alias(), FAR, FAR + 1) : event);
      default -> Optional.of(event);
    };
  }

  private static boolean isClosing(ParkEvent event) {
    return event instanceof Operate(_, _, OperatorWord.Gate(boolean open, _)) && !open;
  }

  private boolean told(String alias, Departure why) {
    return log.getLast().answers().stream()
        .anyMatch(
            note ->
                note.alias().equals(alias)
                    && note.answer() instanceof EngineMessage.Gone(_, Departure reason)
                    && reason == why);
  }

  /** Time passes, as a record tells that says nothing else. */
  void tick(long now) {
    take(Optional.empty(), now);
  }

  private void take(Optional<ParkEvent> event, long at) {
    List<Note> answers = List.copyOf(apply(park, event, at));
    assertEquals(List.copyOf(apply(twin, event, at)), answers, "what the twin answers");
    log.add(new Heard(event, at, answers));
    underWay.addAll(answers);
    check();
  }

  private static List<Note> apply(Park park, Optional<ParkEvent> event, long at) {
    return event.isPresent() ? park.apply(event.get(), at) : park.pass(at);
  }

  /** The next answer reaches its guest. */
  void tellNext() {
    Note note = underWay.poll();
    if (note != null) {
      switch (note.answer()) {
        case EngineMessage.Admitted admitted -> told.put(note.alias(), admitted.position());
        case EngineMessage.Gone _ -> told.remove(note.alias());
        case EngineMessage.Rejected _, EngineMessage.Refused _ -> {}
      }
    }
    check();
  }

  /** What changed is noted, with how far the records have been read. */
  void note() {
    while (!underWay.isEmpty() && fault != Fault.NOTES_WHAT_NOBODY_WAS_TOLD) {
      tellNext();
    }
    park.takeChanges()
        .forEach(
            (alias, entry) ->
                entry.ifPresentOrElse(known -> noted.put(alias, known), () -> noted.remove(alias)));
    notedOffset = fault == Fault.NOTES_AN_OFFSET_TOO_FAR ? log.size() + 1 : log.size();
    notedTime = park.time();
    notedFormerPace = park.formerPace();
    park.office().takeChange().ifPresent(it -> notedOffice = it);
  }

  /** The engine dies with all that it had under way, and another takes over from what is noted. */
  void crash() {
    underWay.clear();
    park = empty();
    park.restore(
        noted.values().stream()
            .filter(it -> fault != Fault.FORGETS_WHO_LEFT || it.position().isPresent())
            .filter(it -> fault != Fault.FORGETS_WHOSE_SESSION_IS_OVER || !it.ended())
            .map(this::misremembered)
            .toList(),
        fault == Fault.SUCCESSOR_CALLS_SILENT_WHO_COULD_NOT_BE_HEARD ? 0 : notedTime);
    park.restoreFormerPace(notedFormerPace);
    park.office()
        .restore(
            fault == Fault.FORGETS_WHAT_OPERATORS_SAID ? OfficeEntry.NONE : notedOffice, notedTime);
    List<Heard> replay =
        new ArrayList<>(log.subList(Math.min(notedOffset, log.size()), log.size()));
    if (fault == Fault.REPLAYS_IN_ANOTHER_ORDER) {
      Collections.reverse(replay);
    }
    for (Heard record : replay) {
      List<Note> answers = apply(park, record.event(), record.at());
      assertEquals(record.answers(), answers, "the same answers as before the crash");
      underWay.addAll(answers);
    }
    notedOffset = Math.min(notedOffset, log.size());
    assertEquals(twin.map(RIDES), park.map(RIDES), "the park that never crashed");
    assertEquals(twin.office().words(), park.office().words(), "what operators said");
    check();
  }

  private GuestEntry misremembered(GuestEntry entry) {
    return fault == Fault.FORGETS_SINCE_WHEN_SOMEONE_IS_SILENT
        ? new GuestEntry(entry.session(), entry.at(), notedTime, entry.position())
        : entry;
  }

  /** Where everybody is. */
  Map<String, Position> places() {
    Map<String, Position> places = new HashMap<>();
    for (ParkMap.Whereabouts guest : park.map(List.of()).visitors()) {
      assertEquals(null, places.put(guest.name(), guest.position()), "nobody in two places");
    }
    return places;
  }

  private void check() {
    ParkMap map = park.map(List.of());
    assertTrue(map.inside() <= capacity, map.inside() + " inside, for " + capacity);
    assertEquals(
        map.inside(),
        map.cells().stream().mapToInt(ParkMap.Headcount::count).sum(),
        "heads in cells");
    if (underWay.isEmpty()) {
      assertEquals(told.keySet(), places().keySet(), "inside are those told so");
    }
    over.forEach(
        (alias, issuedAt) ->
            park.guest(alias)
                .map(Guest::session)
                .ifPresent(it -> assertTrue(it.issuedAt() > issuedAt, it + " was ended")));
    for (ParkMap.Headcount cell : map.cells()) {
      assertTrue(cell.position().cell() >= 0 && cell.position().cell() < Position.CELLS);
      assertEquals(
          cell.count(),
          map.visitors().stream().filter(at -> at.position().equals(cell.position())).count());
    }
  }

  private void check(ParkEvent event, Map<String, Position> before, Map<String, Position> after) {
    String alias = event.alias();
    boolean wasInside = before.containsKey(alias);
    boolean isInside = after.containsKey(alias);
    boolean isNew = !(event instanceof Enter enter) || judged.add(enter);
    if (isInside && !wasInside) {
      assertTrue(event instanceof Enter, "only entering lets in");
      assertTrue(isNew, "an old word lets nobody in");
      assertEquals(Position.GATE, after.get(alias), "guests come in at the gate");
    }
    if (wasInside && isInside) {
      int steps = before.get(alias).distance(after.get(alias));
      switch (event) {
        case Move _ -> assertTrue(steps <= 1, "one step a move");
        // Who was silent too long, and enters in the same moment, is at the gate again.
        case Enter _ -> assertTrue(steps == 0 || after.get(alias).equals(Position.GATE));
        case Here _, Leave _, Ended _, Operate _ -> assertEquals(0, steps, "only moves move");
      }
    }
    after.forEach(
        (other, place) ->
            assertTrue(
                other.equals(alias) || place.equals(before.get(other)), "others stay as they are"));
  }

  /** The same with a time that rises, whatever was said. */
  private ParkEvent disguised(ParkEvent event) {
    long at = ++disguise;
    return switch (event) {
      case Enter it -> new Enter(it.session(), at);
      case Move it -> new Move(it.alias(), at, it.to());
      case Here it -> new Here(it.alias(), at);
      case Leave it -> new Leave(it.alias(), at);
      case Ended it -> it;
      case Operate it -> new Operate(it.session(), at, it.word());
    };
  }
}
