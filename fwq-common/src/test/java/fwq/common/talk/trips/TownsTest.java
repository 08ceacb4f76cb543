package fwq.common.talk.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TownsTest {
  private static Optional<String> code(String text) {
    return Towns.find(text).map(Town::code);
  }

  @Test
  void townIsFoundByItsCodeOrItsWholeName() {
    assertEquals(Optional.of("PMI"), code("pmi"));
    assertEquals(Optional.of("GRU"), code("  SAO   paulo "));
    assertEquals(Optional.of("GRU"), code("Sa\u0303o Paulo"));
    assertEquals(Optional.empty(), code("Atlantis"));
    assertEquals(Optional.empty(), code(""));
  }

  @Test
  void nameThatIsPartOfAnotherFindsOnlyItself() {
    assertEquals(Optional.of("PMI"), code("Palma"));
    assertEquals(Optional.of("PMW"), code("Palmas"));
    assertEquals(Optional.of("LPA"), code("Las Palmas"));
    assertEquals(Optional.empty(), code("Palm"));
  }

  @Test
  void parkStandsInTheTownOfItsNumber() {
    assertEquals(12, Towns.ALL.size());
    assertEquals("PMI", Towns.ofPark(0).code());
    assertEquals("LIS", Towns.ofPark(13).code());
  }

  @Test
  void otherTownIsNeverTheOneThatWasNamed() {
    for (Town town : Towns.ALL) {
      assertNotEquals(town, Towns.otherThan(town.name()));
    }
    assertEquals(Towns.ALL.getLast(), Towns.otherThan("nowhere"));
  }
}
