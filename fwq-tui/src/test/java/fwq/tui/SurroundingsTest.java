package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static Surroundings of(Map<String, String> environment) {
    return Surroundings.of(environment);
  }

  @Test
  void languageIsThatOfTheEnvironment() {
    assertEquals("es_ES.UTF-8", of(Map.of("LANG", "es_ES.UTF-8")).language());
    assertEquals("C", of(Map.of("LANG", "es_ES.UTF-8", "LC_ALL", "C")).language());
    assertEquals("", of(Map.of()).language());
  }

  @Test
  void onlyAsciiIsSentWhereTheLocaleIsNotUtf8() {
    assertFalse(of(Map.of("LANG", "C.utf8")).ascii());
    assertFalse(of(Map.of("LANG", "C", "LC_CTYPE", "en_GB.UTF-8")).ascii());
    assertTrue(of(Map.of("LANG", "es_ES.ISO-8859-1")).ascii());
    assertTrue(of(Map.of()).ascii());
  }

  @Test
  void colourAndScreenAreLeftOutWhereTheyAreNotWanted() {
    assertEquals(Palette.MONO, of(Map.of("NO_COLOR", "1")).palette());
    assertEquals(Palette.SIXTEEN, of(Map.of("NO_COLOR", "")).palette());
    assertTrue(of(Map.of("TERM", "dumb")).plain());
    assertFalse(of(Map.of("TERM", "xterm-256color")).plain());
  }

  @Test
  void asciiStandsInColumnForColumn() {
    Canvas canvas = new Canvas(1, 14);
    canvas.put(0, 0, "· █▃ñé ✓…遊…→", Ink.PLAIN);
    String line = canvas.line(0, Palette.MONO, true).toString();
    assertEquals(". #,ne +.??.> ", line);
    canvas = new Canvas(1, 40);
    canvas.put(0, 0, "· ▁▂▃▄▅▆▇█ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺ ←↓↑→ … –", Ink.PLAIN);
    line = canvas.line(0, Palette.MONO, true).toString();
    assertEquals(". _.,:-=+# 0123456789+ <v^> . -", line.stripTrailing());
  }
}
