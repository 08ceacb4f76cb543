package fwq.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "Fēnix", "กระเช้า", "क्‍ष", "تنین", "火山 🎢", "e\u0301", "a\\b"})
  void wordsOfAnyLanguageStayAsTheyAre(String text) {
    assertEquals(text, Escape.of(text));
  }

  @Test
  void whatMovesTheCursorEndsTheLineOrTurnsTheTextIsSpelledOut() {
    assertEquals(
        "\\u001b[2J\\r\\n\\t\\u0000\\u009b\\u202eevil\\u2066\\u2028\\ufeff\\u00ad",
        Escape.of("\u001b[2J\r\n\t\u0000\u009b\u202eevil\u2066\u2028\uFEFF\u00AD"));
    assertEquals("\\ud83d", Escape.of("\ud83d"), "half a character");
    assertEquals("\\udb40\\udc41", Escape.of("\udb40\udc41"), "a tag that cannot be seen");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertEquals("ab…", Escape.of("abc", 2));
    assertEquals("🎢…", Escape.of("🎢🎢", 1));
    assertEquals("abc", Escape.of("abc", 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverComesWhatIsWrittenIsPlainAndOneLine(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(12), 0, 0x110000).forEach(text::appendCodePoint);
      String escaped = Escape.of(text.toString());
      assertTrue(Escape.isPlain(escaped), "seed " + seed);
      assertTrue(escaped.lines().count() <= 1, "seed " + seed);
      assertEquals(escaped, Escape.of(escaped), "seed " + seed);
    }
  }
}
