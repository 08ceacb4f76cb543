package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.text.Escape;
import fwq.kit.text.Normal;
import java.util.SplittableRandom;
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

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void nameIsOneHoweverItIsTypedAndAUsernameIsAlwaysOne() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    int[] points =
        "aZ9._- e\u0301\u0304\u00e9\u0e01\u0e34\u0905\u093f\u0639\u064e\u4e2d\u200d\u200b\u202e\n\u001b\u3164\uac00\u1100\u1161"
            .codePoints()
            .toArray();
    int names = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder typed = new StringBuilder();
      for (int length = chance.nextInt(6); length > 0; length--) {
        typed.appendCodePoint(points[chance.nextInt(points.length)]);
      }
      String text = typed.toString();
      String why = "-Dfwq.seed=" + seed + ": " + Escape.of(text);
      boolean isName = Legible.isName(text);
      names += isName ? 1 : 0;
      assertEquals(isName, Legible.isName(Normal.composed(text)), why);
      assertTrue(!isName || text.lines().count() == 1, why);
      assertTrue(!Alias.isValid(text) || (isName && ShownName.isValid(text)), why);
      assertTrue(!ShownName.isValid(text) || text.isEmpty() || isName, why);
    }
    assertTrue(names > 1_000, "-Dfwq.seed=" + seed + ": only " + names);
  }

  @Test
  void halfACharacterIsNone() {
    assertFalse(Legible.isName("a\uD83C"));
    assertEquals(60, new Ride(0, "a", "Ä".repeat(60), Position.GATE, 1, 1).name().length());
  }
}
