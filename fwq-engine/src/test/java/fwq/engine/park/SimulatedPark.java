package fwq.engine.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.message.EngineMessage;
import fwq.common.message.GuestEntry;
import fwq.common.message.VisitorEvent;
import fwq.common.message.VisitorEvent.Enter;
import fwq.common.message.VisitorEvent.Here;
import fwq.common.message.VisitorEvent.Leave;
import fwq.common.message.VisitorEvent.Move;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A park with all that surrounds it and no Kafka: the records, what is noted of them, a crash, and
 * a twin that never crashes. After every event it checks what must always hold.
 */
final class SimulatedPark {
  /** A fault to build in, to see that the checks find it. */
  enum Fault {
    NONE,
    LETS_ONE_TOO_MANY_IN,
    BELIEVES_REPLAYS,
    FORGETS_WHO_LEFT,
    NOTES_AN_OFFSET_TOO_FAR,
    NOTES_THE_SILENT_TOO_LATE
  }

  private record Heard(VisitorEvent event, long at) {}

  private final int capacity;
  private final Fault fault;
  private final List<Heard> log = new ArrayList<>();
  private final Map<String, GuestEntry> noted = new HashMap<>();
  private final Map<String, Position> told = new HashMap<>();
  private final Set<Enter> judged = new HashSet<>();
  private final Park twin;
  private Park park;
  private int notedOffset;
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
  void deliver(VisitorEvent event, long now) {
    Map<String, Position> before = places();
    VisitorEvent heard = fault == Fault.BELIEVES_REPLAYS ? disguised(event) : event;
    log.add(new Heard(heard, now));
    Optional<Note> answer = park.apply(heard, now);
    assertEquals(twin.apply(heard, now), answer, "what the park that never crashed answers");
    check(event, answer, before, places());
    answer.ifPresent(this::hear);
    check();
  }

  /** Time passes, and the silent are sent home. */
  void settle(long now) {
    List<Note> gone = park.expire(now);
    assertEquals(sorted(twin.expire(now)), sorted(gone), "whom the twin sends home");
    gone.forEach(this::hear);
    if (!gone.isEmpty() && fault != Fault.NOTES_THE_SILENT_TOO_LATE) {
      note();
    }
    check();
  }

  /** What changed is noted, with how far the records have been read. */
  void note() {
    park.takeChanges()
        .forEach(
            (alias, entry) ->
                entry.ifPresentOrElse(known -> noted.put(alias, known), () -> noted.remove(alias)));
    notedOffset = fault == Fault.NOTES_AN_OFFSET_TOO_FAR ? log.size() + 1 : log.size();
  }

  /** The engine dies, and another takes over from what is noted. */
  void crash(long now) {
    park = empty();
    for (GuestEntry entry : noted.values()) {
      if (fault != Fault.FORGETS_WHO_LEFT || entry.position().isPresent()) {
        park.restore(entry, now);
      }
    }
    for (Heard record : log.subList(Math.min(notedOffset, log.size()), log.size())) {
      park.apply(record.event(), record.at()).ifPresent(this::hear);
    }
    park.resume(now);
    twin.resume(now);
    if (fault == Fault.NOTES_AN_OFFSET_TOO_FAR) {
      notedOffset = Math.min(notedOffset, log.size());
    }
    assertEquals(twin.map(List.of()), park.map(List.of()), "the park that never crashed");
    check();
  }

  /** Where everybody is. */
  Map<String, Position> places() {
    Map<String, Position> places = new HashMap<>();
    for (ParkMap.Whereabouts guest : park.map(List.of()).visitors()) {
      assertEquals(null, places.put(guest.alias(), guest.position()), "nobody in two places");
    }
    return places;
  }

  private void hear(Note note) {
    switch (note.answer()) {
      case EngineMessage.Admitted admitted -> told.put(note.alias(), admitted.position());
      case EngineMessage.Gone _ -> told.remove(note.alias());
      case EngineMessage.Rejected rejected ->
          assertEquals(places().get(note.alias()), rejected.position(), "told the right place");
      case EngineMessage.Refused _ -> {}
    }
  }

  private void check() {
    ParkMap map = park.map(List.of());
    assertTrue(map.inside() <= capacity, map.inside() + " inside, for " + capacity);
    assertEquals(told.keySet(), places().keySet(), "inside are those told so");
    assertEquals(
        map.inside(),
        map.cells().stream().mapToInt(ParkMap.Headcount::count).sum(),
        "heads in cells");
    for (ParkMap.Headcount cell : map.cells()) {
      assertTrue(cell.position().cell() >= 0 && cell.position().cell() < Position.CELLS);
      assertEquals(
          cell.count(),
          map.visitors().stream().filter(at -> at.position().equals(cell.position())).count());
    }
  }

  private void check(
      VisitorEvent event,
      Optional<Note> answer,
      Map<String, Position> before,
      Map<String, Position> after) {
    String alias = event.alias();
    answer.ifPresent(note -> assertEquals(alias, note.alias(), "the speaker is answered"));
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
        case Move move -> assertTrue(steps <= 1, "one step a move");
        case Enter _, Here _, Leave _ -> assertEquals(0, steps, "only moves move");
      }
    }
    before.remove(alias);
    after.remove(alias);
    assertEquals(before, after, "others stay as they are");
  }

  /** The same with a time that rises, whatever was said. */
  private VisitorEvent disguised(VisitorEvent event) {
    long at = ++disguise;
    return switch (event) {
      case Enter it -> new Enter(it.session(), at);
      case Move it -> new Move(it.alias(), at, it.to());
      case Here it -> new Here(it.alias(), at);
      case Leave it -> new Leave(it.alias(), at);
    };
  }

  private static List<Note> sorted(List<Note> notes) {
    return notes.stream().sorted(Comparator.comparing(Note::alias)).toList();
  }
}
