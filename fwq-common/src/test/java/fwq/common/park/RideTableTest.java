package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RideTableTest {
  @Test
  void firstStartHasItsFourRides() {
    assertEquals(
        List.of("0 21 10 20", "1 58 20 20", "2 158 10 20", "3 250 15 18"),
        RideTable.DEFAULT.stream()
            .map(
                ride ->
                    ride.id()
                        + " "
                        + ride.position().cell()
                        + " "
                        + ride.cycleMinutes()
                        + " "
                        + ride.capacity())
            .toList());
  }
}
