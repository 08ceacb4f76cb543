package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GuideToCartTest {
  private static final Plate NEAR = Plate.of("NEAR-1");
  private static final Plate FAR = Plate.of("FAR-1");

  private final Guide guide = new Guide(new SplittableRandom(1));

  private static CartSpot cart(Plate plate, int cell, int stock) {
    return new CartSpot(plate, Position.ofCell(cell), stock);
  }

  private static ParkMap map(CartSpot... carts) {
    return ParkMap.EMPTY.with(Optional.of(new FoodCarts(List.of(carts), List.of())));
  }

  @Test
  void nearestCartIsOneThatHasSomething() {
    FoodCarts carts = new FoodCarts(List.of(cart(FAR, 210, 3), cart(NEAR, 1, 0)), List.of());
    assertEquals(FAR, Guide.nearestCart(carts, Position.GATE).orElseThrow().plate());
    assertTrue(
        Guide.nearestCart(new FoodCarts(List.of(cart(NEAR, 1, 0)), List.of()), Position.GATE)
            .isEmpty());
  }

  @Test
  void guestFollowsACartThatGoesOn() {
    guide.goTo(FAR);
    Position here = Position.GATE;
    for (int minute = 0; minute < 30; minute++) {
      ParkMap map = map(cart(NEAR, 0, 5), cart(FAR, 210 + minute % 2, 3));
      Position before = here;
      here = guide.next(here, map, minute).map(before::step).orElse(before);
    }
    assertTrue(here.distance(Position.ofCell(210)) <= 1);
  }

  @Test
  void guestWaitsWhereTheCartIsNotKnownAndStopsWhenTold() {
    guide.goTo(FAR);
    assertTrue(guide.next(Position.GATE, ParkMap.EMPTY, 1).isEmpty());
    assertTrue(guide.stop());
    assertTrue(guide.next(Position.GATE, map(cart(FAR, 210, 3)), 2).isEmpty());
  }
}
