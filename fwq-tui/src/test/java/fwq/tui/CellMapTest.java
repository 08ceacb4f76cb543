package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CellMapTest {
  private final Canvas canvas = new Canvas(3, 9);
  private final CellMap map = new CellMap(canvas, 0, 0, new CellMap.Cells(3, 1, 3));

  private static CellMap.Block block(int cell, String label) {
    return new CellMap.Block(cell, "A", label, Ink.Tone.FAIR, new Key.Thing(7));
  }

  private void draw(CellMap.Block block, Map<Integer, Integer> others) {
    map.draw(
        List.of(block),
        new CellMap.People(others, Map.of(0, "guest-12"), OptionalInt.of(8), List.of(5)));
  }

  @Test
  void blockHasItsLabelBesideItAndOthersAreInitialsOrNumbers() {
    draw(block(3, "25m"), Map.of(0, 1, 1, 12, 2, 2000));
    assertEquals(List.of("g1212 +++", "A▃ 25m•", "·  ·  @"), canvas.text());
    assertEquals(new Key.Thing(7), canvas.clicked(1, 5).orElseThrow());
    assertEquals(Ink.block(Ink.Tone.FAIR), canvas.inkAt(1, 1));
  }

  @Test
  void labelIsWestOfABlockAtTheEasternEdgeAndGivesWayToWhoeverStandsThere() {
    draw(block(5, "25m"), Map.of(5, 3));
    assertEquals("·  25mA³", canvas.text().get(1));
    draw(block(5, "25m"), Map.of(4, 3));
    assertEquals("·  3  A▃", canvas.text().get(1));
  }
}
