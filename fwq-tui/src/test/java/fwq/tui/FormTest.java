package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class FormTest {
  private static final Form FORM =
      Form.of("Log in", Form.text("alias", "Username"), Form.password("password", "Password"));

  private static Form type(Form form, String text) {
    Form typed = form;
    for (int point : text.codePoints().toArray()) {
      typed = typed.press(new Key.Typed(point));
    }
    return typed;
  }

  @Test
  void whatIsTypedGoesIntoTheFieldWithTheCaret() {
    Form form = type(type(FORM, "ana").press(Key.Named.TAB), "secret");
    assertEquals("ana", form.value("alias"));
    assertEquals("secret", form.value("password"));
  }

  @Test
  void tabAndArrowsGoRound() {
    assertEquals(1, FORM.press(Key.Named.DOWN).focus());
    assertEquals(0, FORM.press(Key.Named.DOWN).press(Key.Named.TAB).focus());
    assertEquals(1, FORM.press(Key.Named.BACK_TAB).focus());
  }

  @Test
  void textIsEditedWhereTheCaretIs() {
    Form form = type(FORM, "a🎢c").press(Key.Named.LEFT).press(Key.Named.BACKSPACE);
    assertEquals("abc", type(form, "b").value("alias"));
    assertEquals("ac", form.press(Key.Named.HOME).press(Key.Named.END).value("alias"));
    assertEquals("c", form.press(Key.Named.HOME).press(Key.Named.DELETE).value("alias"));
    assertEquals("", form.press(Key.Named.ERASE).value("alias"));
  }

  @Test
  void whatIsSelectedIsReplacedByWhatIsTypedAndKeptByTheCaretsKeys() {
    Form form = type(FORM, "ana").select("alias");
    assertEquals("b", type(form, "b").value("alias"));
    assertEquals("", form.press(Key.Named.BACKSPACE).value("alias"));
    assertEquals("anab", type(form.press(Key.Named.END), "b").value("alias"));
  }

  @Test
  void whatIsSelectedIsSeenToBe() {
    Canvas canvas = new Canvas(10, 60);
    int _ = new FormView(canvas, 0, 60).draw(0, type(FORM, "ana").select("alias"), 0, true, false);
    assertEquals(Ink.TITLE, canvas.inkAt(1, 17));
  }

  @Test
  void pastedTextLosesItsLineEndsAndWhatIsTooLong() {
    assertEquals("ab", FORM.press(new Key.Pasted("a\r\n\033b")).value("alias"));
    assertEquals(
        TextField.CODE_POINTS_MAX,
        FORM.press(new Key.Pasted("🎢".repeat(4_000))).value("alias").codePoints().count());
  }

  @Test
  void errorGoesAwayOnceItsFieldIsChanged() {
    Form faulty = type(FORM, "ana").fault("alias", "Unknown.");
    assertEquals("Unknown.", faulty.press(Key.Named.LEFT).fields().getFirst().error());
    assertFalse(type(faulty, "x").isFaulty());
  }

  @Test
  void caretGoesToTheFirstFaultyField() {
    assertEquals(1, FORM.fault("password", "Too short.").focus());
    assertEquals(0, FORM.fault("alias", "One.").fault("password", "Two.").focus());
  }

  @Test
  void forgettingPasswordsKeepsEverythingElse() {
    Form form = type(type(FORM, "ana").press(Key.Named.TAB), "secret").forgetPasswords();
    assertEquals("ana", form.value("alias"));
    assertEquals("", form.value("password"));
  }

  @Test
  void passwordIsNotInTheFormsOwnDescription() {
    Form form = type(FORM.press(Key.Named.TAB), "secret");
    assertFalse(form.toString().contains("secret"));
  }
}
