package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.tui.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text of one line under the guest's fingers: what is typed, and where the cursor is. */
class PromptViewTest {
  private final PageRun run = new PageRun();
  private final int box;

  PromptViewTest() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().press(Key.of('/'));
    box = caret();
  }

  private int caret() {
    return run.page.draw(24, 80, run.now).caret().orElseThrow().column();
  }

  private String shown() {
    List<String> lines = run.page.draw(24, 80, run.now).text();
    return lines.get(22).substring(box).replaceAll(" {2,}.*", "");
  }

  @Test
  void cursorIsWhereTheNextLetterGoes() {
    run.type("river").press(Key.Named.LEFT, Key.Named.LEFT);
    assertEquals(box + 3, caret());
    run.type("XY");
    assertEquals("rivXYer", shown());
    assertEquals(box + 5, caret());
    run.press(Key.Named.HOME, Key.Named.DELETE);
    assertEquals("ivXYer", shown());
    assertEquals(box, caret());
    run.press(Key.Named.END, Key.Named.RIGHT, Key.Named.BACKSPACE);
    assertEquals("ivXYe", shown());
    assertEquals(box + 5, caret());
    run.press(Key.Named.ERASE);
    assertEquals(box, caret());
  }

  @Test
  void lettersOfWhateverWidthAreOneStepEach() {
    run.type("a🎢遊b").press(Key.Named.LEFT, Key.Named.LEFT);
    assertEquals(box + 3, caret());
    run.press(Key.Named.BACKSPACE);
    assertEquals("a遊b", shown());
    assertEquals(box + 1, caret());
  }

  @Test
  void pasteGoesWhereTheCursorIs() {
    run.type("ad").press(Key.Named.LEFT, new Key.Pasted("b\nc"));
    assertEquals("abcd", shown());
    assertEquals(box + 3, caret());
  }

  @Test
  void longTextIsShownAroundItsCursor() {
    run.type("0123456789".repeat(4));
    assertEquals(box + 18, caret());
    run.press(Key.Named.HOME);
    assertEquals(box, caret());
    assertEquals("012345678901234567", shown());
  }
}
