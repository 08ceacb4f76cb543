package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.visitor.terminal.Sheet.Hint;
import fwq.visitor.terminal.Sheet.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private final Sheet sheet = Sheet.framed(6, 40, "right", List.of(new Hint("q", "quit")));

  @Test
  void frameHasATitleAndKeys() {
    assertEquals(" FWQ                              right", sheet.text().getFirst());
    assertEquals(" q quit", sheet.text().getLast());
  }

  @Test
  void asciiHasASignForEachColumnOfTheOriginal() {
    sheet.put(1, 0, 40, "· ▁▂▃▄▅▆▇█ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺ ←↓↑→ … –", Look.PLAIN);
    sheet.put(2, 0, 40, "Münchner Straße 東京 | end", Look.PLAIN);
    List<String> text = sheet.ascii().text();
    assertEquals(". _.,:-=+# 0123456789+ <v^> . -", text.get(1));
    assertEquals("Munchner Stra?e ???? | end", text.get(2));
  }

  @Test
  void asciiKeepsTheColours() {
    sheet.put(1, 0, 40, "▁", Look.CHOSEN);
    Canvas plain = sheet.ascii().picture().canvas();
    assertEquals(Ink.TITLE, plain.inkAt(1, 0));
    assertEquals(Ink.TITLE, plain.inkAt(0, 39), "also where nothing is written");
  }

  @Test
  void onlyUnicodeTerminalsGetTheSignsAsTheyAre() {
    assertTrue(Window.canShow("UTF-8"));
    for (String other : new String[] {"ANSI_X3.4-1968", "ISO-8859-15", "no such encoding", null}) {
      assertFalse(Window.canShow(other), other);
    }
  }
}
