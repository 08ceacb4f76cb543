package fwq.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fwq.common.park.RideTable;
import fwq.kit.program.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Plan plan(Optional<String> language) {
    return new Plan(
        Path.of("data"),
        new Port(9092),
        new Port(5050),
        new Port(1500),
        RideTable.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        60,
        8,
        1_000,
        "1000ms",
        language,
        false);
  }

  @Test
  void languageIsToldToTheGuestInFrontAlone() {
    List<String> visitor = plan(Optional.of("es")).visitor().arguments();
    assertEquals("es", visitor.get(visitor.indexOf("--lang") + 1));
    assertFalse(plan(Optional.of("es")).crowdOfGuests().arguments().contains("--lang"));
  }

  @Test
  void environmentDecidesOnTheLanguageUnlessItIsGiven() {
    assertFalse(plan(Optional.empty()).visitor().arguments().contains("--lang"));
  }
}
