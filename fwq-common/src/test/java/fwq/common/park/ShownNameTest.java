package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Ana", "Ana B. 2nd", "a-b_c.d", "12345678901234567890"})
  void nameThatCanBePrintedAnywhereIsGood(String name) {
    assertTrue(ShownName.isValid(name));
    assertEquals(name, new Session("ana", 1, 2, name).shownAs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        " Ana",
        "Ana ",
        "A  b",
        "123456789012345678901",
        "a\u001b[2J",
        "a\nb",
        "a\n",
        "\n",
        "a\0",
        "Ñandú",
        "a\u202eb",
        "a@b",
        "a\u00a0b",
        "\ud83c\udfa2"
      })
  void nameThatCouldSpoilAScreenIsRefused(String name) {
    assertFalse(ShownName.isValid(name));
    assertThrows(IllegalArgumentException.class, () -> new Session("ana", 1, 2, name));
  }

  @Test
  void missingNameIsRefused() {
    assertFalse(ShownName.isValid(null));
  }
}
