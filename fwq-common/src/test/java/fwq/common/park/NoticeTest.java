package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NoticeTest {
  @Test
  void oneLineOfAnyAlphabetIsANotice() {
    for (String text : List.of("Storm", "Cerrado por viento", "休園", "x".repeat(80))) {
      assertEquals(text, Notice.reason(text));
    }
  }

  @Test
  void whatATerminalWouldObeyOrNobodyCanSeeIsNone() {
    for (String text :
        List.of(
            "",
            " ",
            "a ",
            "a\nb",
            "\u001b[2J",
            "\u202eabc",
            "\u200b",
            "x".repeat(81),
            "🎢".repeat(80))) {
      assertThrows(IllegalArgumentException.class, () -> Notice.reason(text));
    }
    assertThrows(IllegalArgumentException.class, () -> Notice.name("x".repeat(41)));
  }
}
