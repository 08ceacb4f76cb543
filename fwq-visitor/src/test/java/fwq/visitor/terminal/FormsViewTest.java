package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.tui.Canvas;
import fwq.tui.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsViewTest {
  private static final Form LEFT =
      Form.of("Log in", Form.text("alias", "Username"), Form.password("password", "Password"));
  private static final Form RIGHT =
      Form.of(
          "Create an account",
          Form.text("alias", "Username"),
          Form.text("name", "Name"),
          Form.text("email", "Email"),
          Form.password("password", "Password"),
          Form.password("again", "Password again"));

  private static Canvas two(int rows, int columns, Form left, Form right) {
    return FormsView.two(Texts.ENGLISH, rows, columns, "", left, right, false, "", false);
  }

  private static int rowOf(List<String> lines, String text) {
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).contains(text)) {
        return row;
      }
    }
    throw new AssertionError(text + " is not in\n" + String.join("\n", lines));
  }

  @Test
  void formsStandBesideEachOtherFrom80ColumnsUp() {
    List<String> lines = two(24, 80, LEFT, RIGHT).text();
    assertEquals(rowOf(lines, "Log in"), rowOf(lines, "Create an account"));
  }

  @Test
  void formsStandBelowEachOtherWhenNarrower() {
    List<String> lines = two(24, 79, LEFT, RIGHT).text();
    assertTrue(rowOf(lines, "Log in") < rowOf(lines, "Create an account"));
    assertTrue(rowOf(lines, "Password again") < 23);
  }

  @Test
  void errorStandsBelowTheFieldItConcerns() {
    List<String> lines = two(24, 80, LEFT, RIGHT.fault("email", "This is no address.")).text();
    assertEquals(rowOf(lines, "Email") + 1, rowOf(lines, "This is no address."));
  }

  @Test
  void passwordIsShownAsDots() {
    Form typed = LEFT.fill("password", "hunter2");
    String shown = String.join("\n", two(24, 80, typed, RIGHT).text());
    assertFalse(shown.contains("hunter2"));
    assertTrue(shown.contains("•••••••"));
  }

  @Test
  void cursorIsInTheFieldInUseAlsoBehindALongText() {
    Canvas.Caret start = two(24, 80, LEFT, RIGHT).caret().orElseThrow();
    Canvas.Caret end =
        two(24, 80, LEFT.fill("alias", "x".repeat(200)), RIGHT).caret().orElseThrow();
    assertEquals(start.row(), end.row());
    assertTrue(end.column() > start.column() && end.column() < 40);
  }
}
