package fwq.common.talk.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PlateTest {
  /** Pitfall 57. */
  @Test
  void capitalsAndSpacesMakeNoDifference() {
    assertEquals(Plate.of("PARK01"), Plate.of(" park 01 "));
  }

  /** Pitfall 39: a Turkish machine writes a capital i with a dot. */
  @Test
  void machineOfAnotherLanguageReadsTheSamePlate() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(Plate.of("TAXI-1"), Plate.of("taxi-1"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void plateHasFourToEightLettersDigitsOrDashes() {
    for (String bad : List.of("", "ABC", "ABCDEFGHI", "AB_CD", "ÑANDU", "AB\u0000CD", "AB'--D")) {
      assertThrows(IllegalArgumentException.class, () -> Plate.of(bad), bad);
    }
  }

  /** Pitfall 98. */
  @Test
  void nameThatCouldMoveACursorOrTurnTheWritingIsRefused() {
    for (String bad :
        List.of("", " ", "a\u001b[2J", "a\nb", "\u202eana", "a\u200b", "x".repeat(41))) {
      assertFalse(PlainName.isValid(bad), bad);
    }
    for (String good : List.of("ana", "José Luis", "Ñ 🎢", "مرحبا")) {
      assertTrue(PlainName.isValid(good), good);
    }
  }
}
