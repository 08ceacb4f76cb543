package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFieldTest {
  /** Letters of two characters and more: with marks, and of joined signs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "e\u0304",
        "\u0e17\u0e35\u0e48",
        "\u0915\u093f",
        "\u0639\u064e",
        "\uac00",
        "👩\u200d👧",
        "🇪🇸"
      })
  void caretAndDeleteGoOverALetterWithItsMarks(String letter) {
    TextField field = TextField.empty(false).with("a" + letter + "b");
    int length = letter.codePointCount(0, letter.length());
    TextField before = field.press(Key.Named.LEFT).press(Key.Named.LEFT);
    assertEquals(1, before.caret());
    assertEquals(1 + length, before.press(Key.Named.RIGHT).caret());
    assertEquals("ab", before.press(Key.Named.DELETE).text());
  }

  @Test
  void backspaceTakesTheLastMarkAloneSoThatItCanBeMended() {
    TextField field = TextField.empty(false).with("ae\u0304").press(Key.Named.BACKSPACE);
    assertEquals(new TextField("ae", 2, false, false), field);
  }

  @Test
  void nothingHappensBeyondTheEnds() {
    TextField field = TextField.empty(false);
    for (Key key :
        new Key[] {Key.Named.LEFT, Key.Named.RIGHT, Key.Named.BACKSPACE, Key.Named.DELETE}) {
      assertEquals(field, field.press(key));
    }
    assertEquals(1, field.with("a").press(Key.Named.RIGHT).caret());
  }
}
