package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.ParkMap.Headcount;
import fwq.common.park.ParkMap.Whereabouts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParkMapTest {
  private static final Headcount ONE = new Headcount(Position.GATE, 1);
  private static final Whereabouts ANA = new Whereabouts("ana", Position.GATE);
  private static final RideStatus RIDE = RideStatus.open(RideTable.DEFAULT.getFirst(), 0, 5, 1);

  @Test
  void mapIsNeverLargerThanAPark() {
    assertEquals(400, map(0, 400, 200, 40).cells().size());
    refused(0, 401, 0, 0);
    refused(0, 0, 201, 0);
    refused(0, 0, 0, 41);
    refused(-1, 0, 0, 0);
    assertThrows(
        IllegalArgumentException.class, () -> new ParkMap(0, -1, List.of(), List.of(), List.of()));
  }

  @Test
  void cellOfTheMapHasSomebody() {
    assertThrows(IllegalArgumentException.class, () -> new Headcount(Position.GATE, 0));
    assertThrows(NullPointerException.class, () -> new Headcount(null, 1));
    assertThrows(NullPointerException.class, () -> new Whereabouts(null, Position.GATE));
  }

  @Test
  void twoGuestsInOneCellAreTwo() {
    Whereabouts bea = new Whereabouts("bea", Position.GATE);
    ParkMap map =
        new ParkMap(2, 9, List.of(), List.of(new Headcount(Position.GATE, 2)), List.of(ANA, bea));
    assertEquals(List.of(ANA, bea), map.visitors());
  }

  @Test
  void mapDoesNotChangeWithTheListsItWasMadeOf() {
    List<Whereabouts> visitors = new ArrayList<>(List.of(ANA));
    ParkMap map = new ParkMap(1, 9, List.of(), List.of(ONE), visitors);
    visitors.clear();
    assertEquals(List.of(ANA), map.visitors());
  }

  private static void refused(int inside, int cells, int visitors, int rides) {
    assertThrows(IllegalArgumentException.class, () -> map(inside, cells, visitors, rides));
  }

  private static ParkMap map(int inside, int cells, int visitors, int rides) {
    return new ParkMap(
        inside,
        9,
        Collections.nCopies(rides, RIDE),
        Collections.nCopies(cells, ONE),
        Collections.nCopies(visitors, ANA));
  }
}
