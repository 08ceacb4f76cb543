package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CanvasTest {
  @Test
  void nobodysNameMovesTheCursor() {
    Canvas canvas = new Canvas(1, 20);
    canvas.put(0, 0, "a\033[2J\u202eb\u0007\tc", Ink.PLAIN);
    assertEquals("a[2Jbc", canvas.text().getFirst());
  }

  @Test
  void wideCharactersTakeTwoColumnsAndAreNeverCutInHalf() {
    Canvas canvas = new Canvas(1, 5);
    canvas.put(0, 0, "遊園地", Ink.PLAIN);
    assertEquals("遊園", canvas.text().getFirst());
    canvas.put(0, 1, "x", Ink.PLAIN);
    assertEquals(" x園", canvas.text().getFirst());
    assertEquals(5, canvas.line(0, Palette.MANY, false).columnLength());
  }
}
