package fwq.tui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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
  void whatIsSentAndTypedIsInTheNamedCharactersAlsoWhereTheLocaleIsNotInstalled() {
    assertEquals(UTF_8, of(Map.of("LC_CTYPE", "UTF-8")).encoding());
    assertFalse(of(Map.of("LC_CTYPE", "UTF-8")).ascii());
    assertEquals(UTF_8, of(Map.of("LANG", "xx_YY.utf8@euro")).encoding());
    assertEquals(ISO_8859_1, of(Map.of("LANG", "es_ES.ISO-8859-1@euro")).encoding());
    assertEquals(UTF_8, of(Map.of()).encoding(), "what is typed is likely so");
    assertEquals(UTF_8, of(Map.of("LANG", "es_ES.no such")).encoding());
  }

  @Test
  void lettersKeepTheirMarks() {
    Canvas canvas = new Canvas(1, 12);
    int end =
        canvas.put(0, 0, "e\u0301 \u0e01\u0e34\u0e48 \u0915\u094d\u0937 \u0301\u202ex", Ink.PLAIN);
    assertEquals("e\u0301 \u0e01\u0e34\u0e48 \u0915\u094d\u0937 \u0301x", canvas.text().getFirst());
    assertEquals(8, end, "marks take no column");
    assertEquals("e ? ?? x", canvas.line(0, Palette.MONO, true).toString().stripTrailing());
    canvas.put(0, 0, "a" + "\u0301".repeat(99), Ink.PLAIN);
    assertEquals(8, canvas.text().getFirst().indexOf(' '));
  }

  @Test
  void whatTerminalsDoNotAgreeOnIsNotSent() {
    Canvas canvas = new Canvas(1, 12);
    int end = canvas.put(0, 0, "\u2764\ufe0f👍\ud83c\udffdx\u200d", Ink.PLAIN);
    assertEquals("\u2764👍x", canvas.text().getFirst(), "no colour of skin, no way to look");
    assertEquals(4, end);
    assertEquals(4, Words.width("\u2764\ufe0f👍\ud83c\udffdx\u200d"));
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
