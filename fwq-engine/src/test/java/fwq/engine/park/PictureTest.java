package fwq.engine.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.engine.changelog.GuestEntry;
import fwq.kit.frame.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The picture of a park, and how many bytes it takes. */
final class PictureTest {
  private static final long NOW = 1_700_000_000_000L;

  private static Park parkOf(int guests, int aliasLength) {
    Random random = new Random(guests);
    List<GuestEntry> entries = new ArrayList<>();
    for (int i = 0; i < guests; i++) {
      String digits = Integer.toString(i);
      String alias = "g".repeat(Math.max(1, aliasLength - digits.length())) + digits;
      Position position = Position.ofCell(random.nextInt(Position.CELLS));
      entries.add(new GuestEntry(Said.session(alias, NOW), 1, NOW, Optional.of(position)));
    }
    Park park = new Park(guests);
    park.restore(entries, NOW);
    return park;
  }

  private static List<RideStatus> rides(int count, String name) {
    List<RideStatus> rides = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      Ride ride =
          new Ride(9_000 + id, "ride_of_the_park", name, Position.ofCell(399 - id), 240, 10_000);
      rides.add(RideStatus.open(ride, 12_345, 600, NOW));
    }
    return rides;
  }

  private static int bytes(Park park, List<RideStatus> rides) {
    return EngineCodec.write(new MapFrame(0, NOW, 1_000_000, 0, NOW, park.map(rides))).length;
  }

  @Test
  void headsInCellsAreThoseInside() {
    for (int guests : new int[] {1, 2, 57, 1_000, 20_000}) {
      ParkMap map = parkOf(guests, 8).map(List.of());
      assertEquals(guests, map.inside());
      assertEquals(guests, map.cells().stream().mapToInt(ParkMap.Headcount::count).sum());
      List<Integer> cells = map.cells().stream().map(cell -> cell.position().cell()).toList();
      assertEquals(cells.stream().sorted().distinct().toList(), cells, "by rising cell");
    }
  }

  @Test
  void namesAreListedWhileAtMostTwoHundredAreInside() {
    assertEquals(200, parkOf(200, 8).map(List.of()).visitors().size());
    Park park = parkOf(201, 8);
    assertEquals(List.of(), park.map(List.of()).visitors());
    park.apply(Said.leave("ggggg200", 2), NOW);
    assertEquals(200, park.map(List.of()).visitors().size());
  }

  @Test
  void guestsAreShownAsTheyChose() {
    Park park = new Park(5);
    park.apply(Said.enter(new Session("ana", NOW, NOW + 9, "Zoe of 12"), 1), NOW);
    park.apply(Said.enter(new Session("ben", NOW, NOW + 9, ""), 1), NOW);
    park.apply(Said.enter(new Session("cem", NOW, NOW + 9), 1), NOW);
    park.apply(Said.enter(new Session("dan", NOW, NOW + 9, "Zoe of 12"), 1), NOW);
    ParkMap map = park.map(List.of());
    assertEquals(
        List.of("Zoe of 12", "Zoe of 12", "cem"),
        map.visitors().stream().map(ParkMap.Whereabouts::name).toList());
    assertEquals(List.of(new ParkMap.Headcount(Position.GATE, 4)), map.cells(), "all are heads");
    assertEquals(4, map.inside());
  }

  @Test
  void newerLoginUnderAnotherNameChangesThePicture() {
    Park park = new Park(5);
    park.apply(Said.enter(new Session("ana", NOW, NOW + 9), 1), NOW);
    long version = park.version();
    park.apply(Said.enter(new Session("ana", NOW + 1, NOW + 9, ""), 1), NOW);
    assertTrue(park.version() > version);
    assertEquals(List.of(), park.map(List.of()).visitors());
  }

  @Test
  void successorShowsGuestsAsTheyChose() {
    Park park = new Park(5);
    park.apply(Said.enter(new Session("ana", NOW, NOW + 9, "Zoe"), 1), NOW);
    park.apply(Said.enter(new Session("ben", NOW, NOW + 9, ""), 1), NOW);
    Park successor = new Park(5);
    successor.restore(
        park.takeChanges().values().stream().flatMap(Optional::stream).toList(), park.time());
    assertEquals(park.map(List.of()), successor.map(List.of()));
  }

  @Test
  void frameOfAUsualParkHasEightKilobytesHoweverManyAreInside() {
    for (int guests : new int[] {10, 200, 1_000, 10_000, 100_000}) {
      int bytes = bytes(parkOf(guests, 8), rides(14, "The Twilight Zone Tower of Terror"));
      assertTrue(bytes <= 8_192, guests + " guests take " + bytes + " bytes");
    }
  }

  @Test
  void frameIsNeverLongerThanFramesMayBe() {
    List<RideStatus> longest = rides(Ride.RIDES_MAX, "\u0e01".repeat(60));
    for (int guests : new int[] {10, 200, 1_000, 100_000}) {
      int bytes = bytes(parkOf(guests, 20), longest);
      assertTrue(bytes <= Frames.FRAME_BYTES_MAX, guests + " guests take " + bytes + " bytes");
    }
  }

  @Test
  void versionRisesWithThePictureAndOnlyThen() {
    Park park = new Park(2);
    long version = park.version();
    park.apply(Said.enter(Said.session("ana", NOW), 1), NOW);
    assertTrue(park.version() > version);
    version = park.version();
    park.apply(Said.here("ana", 2), NOW);
    park.apply(Said.enter(Said.session("ana", NOW), 3), NOW);
    park.apply(Said.move("ana", 4, 200), NOW);
    park.apply(Said.leave("ben", 4), NOW);
    assertEquals(version, park.version(), "nothing can be seen of these");
    park.apply(Said.move("ana", 5, 1), NOW);
    assertTrue(park.version() > version);
  }
}
