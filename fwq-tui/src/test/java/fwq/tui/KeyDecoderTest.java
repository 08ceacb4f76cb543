package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
  private final KeyDecoder decoder = new KeyDecoder();

  private List<Key> decode(String sent) {
    List<Key> keys = new ArrayList<>();
    sent.chars().forEach(next -> decoder.accept((char) next).ifPresent(keys::add));
    return keys;
  }

  @Test
  void arrowsAreUnderstoodInBothModesOfATerminal() {
    List<Key> arrows = List.of(Key.Named.UP, Key.Named.DOWN, Key.Named.RIGHT, Key.Named.LEFT);
    assertEquals(arrows, decode("\033[A\033[B\033[C\033[D"));
    assertEquals(arrows, decode("\033OA\033OB\033OC\033OD"));
  }

  @Test
  void textIsTypedInWhateverScript() {
    assertEquals(List.of(Key.of('é'), new Key.Typed(0x1F3A2), Key.of('q')), decode("é🎢q"));
  }

  @Test
  void escapeAloneIsTheEscapeKeyOnceNothingFollows() {
    assertEquals(List.of(), decode("\033"));
    assertEquals(Key.Named.ESCAPE, decoder.timeout().orElseThrow());
    assertFalse(decoder.isMidway());
  }

  @Test
  void unknownSequenceIsSwallowedWhole() {
    assertEquals(List.of(Key.of('x')), decode("\033[1;5P\033[?62;22cx"));
  }

  @Test
  void endlessSequenceEnds() {
    List<Key> keys = decode("\033[" + "1".repeat(100) + "\033[A");
    assertEquals(Key.Named.UP, keys.getLast());
  }

  @Test
  void clickOfTheLeftButtonIsAPlaceCountedFromZero() {
    assertEquals(
        List.of(new Key.Clicked(4, 9), new Key.Clicked(0, 299)),
        decode("\033[<0;10;5M\033[<0;10;5m\033[<0;300;1M"));
  }

  @Test
  void otherButtonsWheelAndPlacesThatAreNoneAreSwallowed() {
    String wheel = "\033[<64;10;5M\033[<65;10;5M";
    String others = "\033[<1;10;5M\033[<2;10;5M\033[<32;10;5M\033[<16;10;5M";
    String nowhere = "\033[<0;0;5M\033[<0;10;0M\033[<0;99999;5M\033[<0;;M\033[<0;10M\033[<0;-1;5M";
    assertEquals(List.of(Key.of('x')), decode(wheel + others + nowhere + "x"));
  }

  @Test
  void clickInTheOldFormIsSwallowedWithItsPlace() {
    assertEquals(List.of(Key.of('x')), decode("\033[M q!x"));
  }

  @Test
  void functionKeyOfTheLinuxConsoleIsNoLetter() {
    assertEquals(List.of(Key.of('x')), decode("\033[[Ax"));
  }

  @Test
  void whateverComesKeysAreWithinBoundsAndTheGuestCanQuit() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    Random random = new Random(seed);
    String alphabet = "\033\033\033[[<;;0123456789Mm~OAZ200~201~q \t\r\177é\uD83C\uDFA2\0\u009b";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder sent = new StringBuilder();
      for (int length = random.nextInt(200); length > 0; length--) {
        sent.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      List<Key> keys = decode(sent + "\003");
      String story = "-Dfwq.seed=" + seed + " round " + round;
      assertEquals(Key.Named.INTERRUPT, keys.getLast(), story);
      assertTrue(keys.stream().allMatch(KeyDecoderTest::isWithinBounds), story);
      assertFalse(decoder.isMidway(), story);
    }
  }

  private static boolean isWithinBounds(Key key) {
    return !(key instanceof Key.Clicked(int row, int column))
        || (row >= 0 && row < 9_999 && column >= 0 && column < 9_999);
  }

  @Test
  void pasteIsOneKeyAndNeverACommand() {
    assertEquals(
        List.of(new Key.Pasted("two\nlines \033[A"), Key.of('q')),
        decode("\033[200~two\nlines \033[A\033[201~q"));
  }

  @Test
  void pasteHasABound() {
    Key.Pasted pasted =
        (Key.Pasted) decode("\033[200~" + "x".repeat(100_000) + "\033[201~").getFirst();
    assertEquals("x".repeat(pasted.text().length()), pasted.text());
    assertFalse(pasted.text().length() > 2 * KeyDecoder.PASTE_CHARS_MAX);
  }

  @Test
  void guestCanQuitWhateverCameBefore() {
    for (String before : List.of("\033", "\033[1;", "\033[200~endless")) {
      assertEquals(List.of(Key.Named.INTERRUPT, Key.of('q')), decode(before + "\003q"));
    }
  }

  @Test
  void editingKeysAreKnown() {
    assertEquals(
        List.of(
            Key.Named.TAB,
            Key.Named.BACK_TAB,
            Key.Named.ENTER,
            Key.Named.BACKSPACE,
            Key.Named.DELETE,
            Key.Named.ERASE,
            Key.Named.SUSPEND,
            Key.Named.INTERRUPT),
        decode("\t\033[Z\r\177\033[3~\025\032\003"));
  }
}
