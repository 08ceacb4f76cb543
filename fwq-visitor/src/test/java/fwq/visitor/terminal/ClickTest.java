package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.tui.Form;
import fwq.tui.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a click means, on screens of 24 by 80. */
class ClickTest {
  private static final ParkMap QUIET =
      park(List.of(heads(0, 1)), List.of(), open(0, 54, 25), open(1, 1_040, 105));

  private final PageRun run = new PageRun();

  private PageRun enter() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    return run.linked().hear(new Admitted(Samples.SESSION.issuedAt(), Position.GATE)).see(QUIET);
  }

  private void assertSays(String sentence) {
    assertTrue(run.screen().contains(sentence), run.screen());
  }

  @Test
  void rideOfTheListIsWalkedTo() {
    enter().click("Ferris");
    assertSays("Going to Ferris Wheel.");
  }

  @Test
  void rideOfTheMapIsWalkedToAndItsWaitBesideItIsTheRideToo() {
    // Ride 0 is in row 1, column 1; a cell has two columns, and the map begins below the title bar.
    assertEquals("A▃", cell(2, 2));
    enter().click(2, 3);
    assertSays("Going to Carousel.");
    enter().click(2, 4);
    assertSays("Going to Carousel.");
  }

  private String cell(int row, int column) {
    enter();
    return run.page.draw(24, 80, run.now).text().get(row).substring(column, column + 2);
  }

  @Test
  void clickElsewhereDoesNothing() {
    String before = enter().screen();
    run.click(0, 0).click(10, 10).click(20, 60).click(23, 79).click(500, 500);
    assertEquals(before, run.screen());
  }

  @Test
  void keysOfTheLastRowCanBeClicked() {
    enter().click("? help");
    assertSays("walk to this ride by yourself");
    // Whatever is clicked then, the help goes, and the ride behind it is not chosen.
    run.click(2, 3);
    assertSays("You are in. Enjoy the park");
    run.click("/ find").type("ferris").click("Enter that");
    assertSays("Going to Ferris Wheel.");
    run.click("q leave");
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void clickOnARideDoesNotAnswerAQuestion() {
    enter().press(Key.of('/')).type("carousel").click("Ferris").press(Key.Named.ENTER);
    assertSays("Going to Carousel.");
  }

  @Test
  void entryOfTheMenuIsChosen() {
    run.page = new MenuPage(run.world, Samples.LOGIN, Form.Notice.NONE);
    run.click("Update profile");
    assertInstanceOf(ProfilePage.class, run.page);
  }

  @Test
  void fieldOfEitherFormIsTypedInto() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    run.click("Email").type("ana@example.org").click("Password").type("x");
    List<String> lines = run.page.draw(24, 80, run.now).text();
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("Email            ana@")), lines::toString);
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("  Password         •")), lines::toString);
  }
}
