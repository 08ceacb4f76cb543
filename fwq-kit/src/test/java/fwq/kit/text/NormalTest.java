package fwq.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  @ParameterizedTest
  @CsvSource({
    "Fēnix, fenix",
    "FE\u0304NIX, fenix",
    "Ñandú, nandu",
    "Dragón Ｋ, dragon k",
    "İstanbul, istanbul"
  })
  void whatIsSearchedForHasNeitherCaseNorMarks(String name, String typed) {
    assertEquals(Normal.searched(typed), Normal.searched(name));
  }
}
