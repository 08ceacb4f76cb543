package fwq.guild.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class VendorTest {
  private static final Position HERE = Position.ofCell(42);

  /** Never steps, always sells one. */
  private static final RandomGenerator STILL = () -> -1L;

  private final Vendor vendor = new Vendor(HERE);

  private static Optional<ParkMap> map(int count, String... names) {
    List<ParkMap.Whereabouts> named =
        List.of(names).stream().map(it -> new ParkMap.Whereabouts(it, HERE)).toList();
    List<ParkMap.Headcount> cells =
        count == 0 ? List.of() : List.of(new ParkMap.Headcount(HERE, count));
    return Optional.of(new ParkMap(count, 100, List.of(), cells, named));
  }

  private List<String> customers(Optional<ParkMap> map, int stock) {
    return vendor.second(map, stock, STILL).stream()
        .filter(Deed.Sell.class::isInstance)
        .map(it -> ((Deed.Sell) it).client())
        .sorted()
        .toList();
  }

  @Test
  void whoStepsOntoTheCellBuysAndWhoStandsThereDoesNot() {
    assertEquals(List.of(), customers(map(1, "ana"), 10));
    assertEquals(List.of("bob"), customers(map(2, "ana", "bob"), 10));
    assertEquals(List.of(), customers(map(2, "ana", "bob"), 10));
    assertEquals(List.of(), customers(map(1, "bob"), 10));
    assertEquals(List.of("ana"), customers(map(2, "ana", "bob"), 10));
  }

  @Test
  void whoHasNoNameIsAGuest() {
    customers(map(0), 10);
    assertEquals(List.of("guest"), customers(map(1), 10));
    assertEquals(List.of("ana", "guest"), customers(map(3, "ana"), 10));
  }

  @Test
  void nothingIsSoldThatIsNotThere() {
    customers(map(0), 0);
    assertEquals(List.of(), customers(map(1, "ana"), 0));
    assertEquals(List.of(), customers(Optional.empty(), 10));
  }

  @Test
  void cartWalksAStepAtATimeAndSellsOneToFour() {
    RandomGenerator random = new SplittableRandom(1);
    Position before = vendor.position();
    for (int i = 0; i < 1_000; i++) {
      for (Deed deed : vendor.second(map(i % 3, i % 3 > 0 ? "ana" : "bob"), 9, random)) {
        switch (deed) {
          case Deed.Go it -> assertTrue(it.to().distance(before) <= 1);
          case Deed.Sell it -> assertTrue(it.quantity() >= 1 && it.quantity() <= 4);
        }
      }
      before = vendor.position();
    }
  }
}
