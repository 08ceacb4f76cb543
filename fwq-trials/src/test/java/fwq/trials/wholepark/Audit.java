package fwq.trials.wholepark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.ParkMap.Headcount;
import fwq.common.park.ParkMap.Whereabouts;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Ownership;
import fwq.kit.json.BadMessageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What must always hold, whoever owns the park. It folds all records into a twin that never
 * crashes, and holds every picture, every note and every answer against that.
 */
final class Audit {
  /**
   * The server's 10 s, the 8 s for which an engine believes a server that went away just then, and
   * the engine's last moment.
   */
  private static final long READING_MILLIS_MAX = 18_250;

  private static final String OWNERSHIP_KEY = "#reign";

  private final int capacity;
  private final Twin twin;
  private final RideHall rides;
  private final Timeline timeline;

  /** The park before each offset. */
  private final List<Moment> moments = new ArrayList<>();

  private final Set<String> believed = new HashSet<>();
  private final Map<String, GuestEntry> notes = new HashMap<>();
  private final Set<String> told = new TreeSet<>();
  private final List<Long> epochs = new ArrayList<>();
  private Ownership ownership = Ownership.NONE;
  private List<RideStatus> shown = List.of();
  private long heardEpoch;
  private boolean looked;

  private record Moment(ParkMap map, long time) {}

  /**
   * An audit of an empty park.
   *
   * @param capacity how many may be inside
   */
  Audit(int capacity, Twin twin, RideHall rides, Timeline timeline) {
    this.capacity = capacity;
    this.twin = twin;
    this.rides = rides;
    this.timeline = timeline;
    moments.add(new Moment(twin.map(), twin.time()));
  }

  /** The park as all records make it. */
  ParkMap map() {
    return moments.getLast().map();
  }

  Optional<Session> sessionOf(String alias) {
    return twin.sessionOf(alias);
  }

  /** The epoch of the newest owner that noted anything. */
  long epoch() {
    return ownership.epoch();
  }

  /** The epoch of who said the record at this offset of the topic {@code Engine}. */
  long epochOf(int offset) {
    return epochs.get(offset);
  }

  /** Whether the newest picture shows a wait for every ride, and there is one. */
  boolean allRidesAreOpen() {
    return !shown.isEmpty() && shown.stream().allMatch(it -> it.state() == RideState.OPEN);
  }

  /** A record is among the park's events. */
  void happened(ConsumerRecord<String, byte[]> record) {
    looked = false;
    Map<String, Position> before = places(map());
    twin.take(record);
    moments.add(new Moment(twin.map(), twin.time()));
    Map<String, Position> after = places(map());
    boolean changed = false;
    for (Map.Entry<String, Position> guest : after.entrySet()) {
      Position from = before.get(guest.getKey());
      Position to = guest.getValue();
      if (to.equals(from)) {
        continue;
      }
      assertTrue(!changed, "a record moves one guest at most");
      changed = true;
      // Who is silent for too long and enters in the same moment is at the gate again.
      assertTrue(to.equals(Position.GATE) || (from != null && from.distance(to) == 1), "one step");
    }
    if (changed) {
      assertTrue(believed.add(new String(record.value(), UTF_8)), "nothing is believed twice");
    }
  }

  /** An engine, perhaps one that has lost the park, has drawn a picture. */
  void drawn(MapFrame frame) {
    ParkMap map = frame.map();
    assertTrue(map.inside() <= capacity, map.inside() + " inside, for " + capacity);
    int heads = map.cells().stream().mapToInt(Headcount::count).sum();
    assertEquals(map.inside(), heads, "heads in cells");
    assertEquals(map.inside(), places(map).size(), "names");
    assertEquals(counted(map), map.cells(), "heads where the names are");
    assertTrue(frame.offset() < moments.size(), "no picture of what has not happened");
    Moment moment = moments.get((int) frame.offset());
    assertEquals(moment.map().visitors(), map.visitors(), "the park that never crashed");
    shown = map.rides();
    for (RideStatus ride : shown) {
      long age = timeline.now() - rides.readAt(ride.ride().id());
      assertTrue(
          ride.waitMinutes().isEmpty() || age <= READING_MILLIS_MAX,
          "a wait from a reading " + age + " ms old");
    }
  }

  private static List<Headcount> counted(ParkMap map) {
    return map.visitors().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.position().cell(), TreeMap::new, Collectors.summingInt(_ -> 1)))
        .entrySet()
        .stream()
        .map(cell -> new Headcount(Position.ofCell(cell.getKey()), cell.getValue()))
        .toList();
  }

  private static Map<String, Position> places(ParkMap map) {
    Map<String, Position> places = new HashMap<>();
    for (Whereabouts guest : map.visitors()) {
      assertEquals(null, places.put(guest.name(), guest.position()), "nobody in two places");
    }
    return places;
  }

  /** An owner has noted something. */
  void noted(List<ProducerRecord<String, byte[]>> records) {
    try {
      for (ProducerRecord<String, byte[]> record : records) {
        if (record.key().equals(OWNERSHIP_KEY)) {
          Ownership next = ChangelogCodec.readReign(record.value());
          assertTrue(next.epoch() >= ownership.epoch(), "no older owner notes anything");
          assertTrue(next.offset() >= ownership.offset(), "what is noted stays noted");
          ownership = next;
        } else if (record.value() == null) {
          notes.remove(record.key());
        } else {
          notes.put(record.key(), ChangelogCodec.readGuest(record.value()));
        }
      }
    } catch (BadMessageException e) {
      throw new AssertionError("an engine noted something unreadable", e);
    }
    Moment moment = moments.get((int) ownership.offset());
    Map<String, Position> places = new HashMap<>();
    notes.forEach((alias, it) -> it.position().ifPresent(there -> places.put(alias, there)));
    assertEquals(places(moment.map()), places, "the notes are the park at their offset");
    assertEquals(moment.time(), ownership.time(), "the notes' time is the records'");
  }

  /** An engine's word is there for everybody to hear. */
  void said(String alias, EngineMessage message) {
    looked = false;
    epochs.add(message.epoch());
    if (message.epoch() < heardEpoch) {
      return;
    }
    heardEpoch = message.epoch();
    if (message instanceof ToGuest(_, EngineMessage.Answer answer)) {
      timeline.tell(() -> "epoch " + message.epoch() + " tells " + alias + ": " + answer);
      switch (answer) {
        case Admitted _ -> told.add(alias);
        case Gone _ -> told.remove(alias);
        case Refused _, Rejected _ -> {}
      }
    }
  }

  /**
   * Looks once more after every event.
   *
   * @param nothingUnderWay whether the owner has read all there is and everything it said arrived
   */
  void look(boolean nothingUnderWay) {
    if (nothingUnderWay && !looked && heardEpoch == ownership.epoch()) {
      looked = true;
      List<String> inside = map().visitors().stream().map(Whereabouts::name).toList();
      assertEquals(inside, List.copyOf(told), "inside are those who were told so");
    }
  }
}
