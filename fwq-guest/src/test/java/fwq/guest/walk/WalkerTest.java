package fwq.guest.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalkerTest {
  private static final Ride A = ride(0, 0, 5);
  private static final Ride B = ride(1, 210, 3);
  private static final Ride C = ride(2, 399, 2);

  private final Walker walker = new Walker(new SplittableRandom(1));
  private Position here = Position.ofCell(105);
  private long minute;

  @Test
  void goesTheShortestWayAcrossTheEdges() {
    for (int from = 0; from < Position.CELLS; from++) {
      for (int to : new int[] {0, 19, 380, 399, 210}) {
        Walker one = new Walker(new SplittableRandom(7));
        Position at = Position.ofCell(from);
        Ride there = ride(0, to, 5);
        int steps = 0;
        for (long now = 0; one.ridingMinutesLeft(now) == 0; now++) {
          Optional<Direction> step = one.next(at, map(open(there, 10)), now);
          at = step.map(at::step).orElse(at);
          steps += step.isPresent() ? 1 : 0;
        }
        assertEquals(Position.ofCell(from).distance(there.position()), steps, from + " to " + to);
        assertEquals(there.position(), at);
      }
    }
  }

  @Test
  void ridesForTheCycleAndThenPicksAnother() {
    here = B.position();
    walk(map(open(B, 10)));
    assertEquals(Optional.of(B), walker.target());
    assertEquals(3, walker.ridingMinutesLeft(minute - 1));
    assertEquals(Optional.empty(), walk(map(open(B, 10), open(C, 10))));
    assertEquals(Optional.empty(), walk(map(open(B, 10), open(C, 10))));
    assertTrue(walk(map(open(B, 10), open(C, 10))).isPresent());
    assertEquals(Optional.of(C), walker.target());
  }

  @Test
  void theOnlyRideIsRiddenAgain() {
    here = C.position();
    for (int i = 0; i < 10; i++) {
      walk(map(open(C, 10)));
      assertTrue(walker.ridingMinutesLeft(minute - 1) > 0, "minute " + i);
    }
  }

  @Test
  void picksOnlyOpenRidesWithAWaitBelowSixty() {
    for (long seed = 0; seed < 50; seed++) {
      Walker one = new Walker(new SplittableRandom(seed));
      one.next(here, map(open(A, 60), without(B, RideState.NO_DATA), open(C, 59)), 0);
      assertEquals(Optional.of(C), one.target(), "seed " + seed);
    }
  }

  @Test
  void turnsToAnotherRideWhenTheWaitRisesAboveSixtyOnTheWay() {
    walk(map(open(B, 10)));
    walk(map(open(B, 60), open(C, 10)));
    assertEquals(Optional.of(B), walker.target());
    walk(map(open(B, 61), open(C, 10)));
    assertEquals(Optional.of(C), walker.target());
  }

  @Test
  void turnsToAnotherRideWhenItsOwnIsNoLongerOpenOrThere() {
    for (RideState state : List.of(RideState.DOWN, RideState.CLOSED, RideState.NO_DATA)) {
      Walker one = new Walker(new SplittableRandom(3));
      one.next(here, map(open(B, 10)), 0);
      one.next(here, map(without(B, state), open(C, 10)), 1);
      assertEquals(Optional.of(C), one.target(), state.name());
    }
    walk(map(open(B, 10)));
    walk(map(open(C, 10)));
    assertEquals(Optional.of(C), walker.target());
  }

  @Test
  void keepsHeadingWhereItWasWhileTheMapIsAwayOrNoRideHasData() {
    walk(map(open(B, 10)));
    assertTrue(walk(Optional.empty()).isPresent());
    assertTrue(walk(Optional.of(ParkMap.EMPTY)).isPresent());
    assertTrue(walk(map(without(B, RideState.NO_DATA), without(C, RideState.NO_DATA))).isPresent());
    assertEquals(Optional.of(B), walker.target());
    for (int i = 0; i < 30; i++) {
      walk(Optional.empty());
    }
    assertEquals(B.position(), here);
    assertEquals(0, walker.ridingMinutesLeft(minute), "it is not known to be open");
    walk(map(open(B, 10)));
    assertEquals(3, walker.ridingMinutesLeft(minute - 1));
  }

  @Test
  void ridesOnWhileTheMapIsAway() {
    here = B.position();
    walk(map(open(B, 10)));
    assertEquals(Optional.empty(), walk(Optional.empty()));
    assertEquals(Optional.of(B), walker.target());
  }

  @Test
  void withNoOpenRideItStrollsAndPicksAsSoonAsOneOpens() {
    Set<Position> seen = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      walk(map(without(A, RideState.CLOSED), without(B, RideState.DOWN), open(C, 90)));
      assertEquals(Optional.empty(), walker.target());
      seen.add(here);
    }
    assertTrue(seen.size() > 10, "it went to " + seen.size() + " cells");
    walk(map(open(A, 0), without(B, RideState.DOWN), open(C, 90)));
    assertEquals(Optional.of(A), walker.target());
  }

  @Test
  void oneWhoWasPutElsewhereWhileRidingRidesNoMore() {
    here = B.position();
    walk(map(open(B, 10)));
    here = Position.GATE;
    assertTrue(walk(map(open(B, 10))).isPresent());
  }

  @Test
  void ridesEveryRideIncludingThatOfCellZeroWhateverTheSeed() {
    for (long seed = 0; seed < 100; seed++) {
      Walker one = new Walker(new SplittableRandom(seed));
      Position at = Position.GATE;
      Set<Ride> ridden = new HashSet<>();
      for (long now = 0; now < 400; now++) {
        Optional<Direction> step = one.next(at, map(open(A, 5), open(B, 30), open(C, 59)), now);
        at = step.map(at::step).orElse(at);
        if (one.ridingMinutesLeft(now) > 0) {
          ridden.add(one.target().orElseThrow());
        }
      }
      assertEquals(Set.of(A, B, C), ridden, "seed " + seed);
    }
  }

  @Test
  void neverGetsStuckHoweverTheRidesComeAndGo() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom weather = new SplittableRandom(seed);
      Walker one = new Walker(weather.split());
      Position at = Position.GATE;
      long now = 0;
      for (; now < 500; now++) {
        Optional<ParkMap> map =
            weather.nextInt(5) == 0
                ? Optional.empty()
                : map(any(A, weather), any(B, weather), any(C, weather));
        at = one.next(at, map, now).map(at::step).orElse(at);
      }
      // A cycle, the longest way and a minute to pick.
      boolean rides = false;
      for (long end = now + 5 + 10 + 2; now < end; now++) {
        at = one.next(at, map(open(A, 5), open(B, 5)), now).map(at::step).orElse(at);
        rides |= one.ridingMinutesLeft(now) > 0;
      }
      assertTrue(rides, "seed " + seed);
    }
  }

  @Test
  void theSameSeedMakesTheSameWay() {
    Walker other = new Walker(new SplittableRandom(1));
    Position there = here;
    for (int i = 0; i < 200; i++) {
      Optional<ParkMap> map = map(open(A, 5), open(B, 5), open(C, 5));
      there = other.next(there, map, minute).map(there::step).orElse(there);
      walk(map);
      assertEquals(there, here);
    }
    assertFalse(walker.target().isEmpty());
  }

  private Optional<Direction> walk(Optional<ParkMap> map) {
    Optional<Direction> step = walker.next(here, map, minute++);
    here = step.map(here::step).orElse(here);
    return step;
  }

  private static RideStatus any(Ride ride, SplittableRandom weather) {
    RideState[] all = RideState.values();
    RideState state = all[weather.nextInt(all.length)];
    return state == RideState.OPEN ? open(ride, weather.nextInt(90)) : without(ride, state);
  }

  private static Ride ride(int id, int cell, int cycle) {
    return new Ride(id, "ride_" + id, "Ride " + id, Position.ofCell(cell), cycle, 20);
  }

  private static RideStatus open(Ride ride, int wait) {
    return RideStatus.open(ride, 10, wait, 1);
  }

  private static RideStatus without(Ride ride, RideState state) {
    return RideStatus.without(ride, state, OptionalLong.empty());
  }

  private static Optional<ParkMap> map(RideStatus... rides) {
    return Optional.of(new ParkMap(1, 1_000, Arrays.asList(rides), List.of(), List.of()));
  }
}
