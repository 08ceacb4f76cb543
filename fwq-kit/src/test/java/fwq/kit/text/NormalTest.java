package fwq.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  @Test
  void letterAndItsMarkAreTheOneLetterThatKeyboardsType() {
    assertEquals(
        "contrase\u00f1a de P\u00e9rez", Normal.composed("contrasen\u0303a de Pe\u0301rez"));
    assertEquals("\ud55c", Normal.composed("\u1112\u1161\u11ab"));
  }

  /** Thai and Hindi vowels are marks, and other vowels make other words. */
  @ParameterizedTest
  @CsvSource({"\u0e01\u0e34\u0e19, \u0e01\u0e38\u0e19", "\u0926\u0941\u0903, \u0926\u0947\u0903"})
  void vowelsThatAreMarksAreNoneToBeLeftOut(String one, String other) {
    assertNotEquals(Normal.searched(one), Normal.searched(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Fēnix, fenix",
    "FE\u0304NIX, fenix",
    "Ñandú, nandu",
    "Dragón Ｋ, dragon k",
    "\u0623\u064e\u0641\u0639\u064f\u0648\u0627\u0646\u064a\u0629, \u0623\u0641\u0639\u0648\u0627\u0646\u064a\u0629",
    "İstanbul, istanbul"
  })
  void whatIsSearchedForHasNeitherCaseNorMarks(String name, String typed) {
    assertEquals(Normal.searched(typed), Normal.searched(name));
  }
}
