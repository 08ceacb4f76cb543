package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pepe Luis",
        "Fe\u0304nix",
        "รถไฟเหาะ",
        "नदी की सैर",
        "أفعوانية",
        "过山车",
        "می\u200Cخواهم",
        "👨\u200D👩\u200D👧",
        "½"
      })
  void nameInAnyScriptIsOne(String text) {
    assertTrue(Legible.isName(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\u200B\u200B",
        "\u3164",
        "\u2800",
        "\u115F",
        "\uFEFF",
        "\u0301",
        "\u2060 \u00AD",
        "\uFE0F",
        "\uE000"
      })
  void nameOfNothingVisibleIsNone(String text) {
    assertFalse(Legible.isName(text));
    assertThrows(
        IllegalArgumentException.class, () -> new Ride(0, "a", text, Position.GATE, 10, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u001b[2J", "a\u2028b", "a\u202Eb", "a\u2067b", "a\0"})
  void nameThatMovesTheTextAroundItIsNone(String text) {
    assertFalse(Legible.isName(text));
  }

  @Test
  void halfACharacterIsNone() {
    assertFalse(Legible.isName("a\uD83C"));
    assertEquals(60, new Ride(0, "a", "Ä".repeat(60), Position.GATE, 1, 1).name().length());
  }
}
