package fwq.common.talk.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartTest {
  @Test
  void totalIsPriceTimesQuantityWithoutRounding() {
    assertEquals(
        2L * 4_599 + 9L * 10_000_000,
        Legs.total(
            Map.of(
                Leg.FLIGHTS, List.of(new Part(1, 2, 4_599), new Part(2, 9, 10_000_000)),
                Leg.TOURS, List.of(new Part(1, 9, 0)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10, 1_000, Integer.MIN_VALUE})
  void quantityIsFromOneToNine(int quantity) {
    assertThrows(IllegalArgumentException.class, () -> new Part(1, quantity, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_000_001})
  void priceIsFromNothingToAHundredThousand(int price) {
    assertThrows(IllegalArgumentException.class, () -> new Part(1, 1, price));
  }

  @Test
  void offerIsHeldOnceInAList() {
    Part part = new Part(1, 1, 100);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SellerRequest.Hold(new UUID(1, 2), List.of(part, part)));
    assertThrows(
        IllegalArgumentException.class, () -> new SellerRequest.Hold(new UUID(1, 2), List.of()));
  }
}
