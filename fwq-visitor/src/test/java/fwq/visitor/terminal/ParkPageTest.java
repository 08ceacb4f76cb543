package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.guest;
import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.VisitorEvent;
import fwq.tui.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkPageTest {
  private static final long SESSION = Samples.SESSION.issuedAt();
  private static final ParkMap MAP =
      park(List.of(heads(0, 1)), List.of(guest("ana", 0)), open(0, 54, 25));

  private final PageRun run = new PageRun();

  ParkPageTest() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
  }

  private PageRun enter() {
    return run.linked().hear(new Admitted(SESSION, Position.GATE)).see(MAP);
  }

  /** The steps; a guest who stands also says where, as a move that goes nowhere. */
  private List<VisitorEvent.Move> moves() {
    List<VisitorEvent.Move> steps = new ArrayList<>();
    Position position = Position.GATE;
    for (VisitorEvent event : run.errands.sent) {
      if (event instanceof VisitorEvent.Move move && !move.to().equals(position)) {
        position = move.to();
        steps.add(move);
      }
    }
    return steps;
  }

  @Test
  void asksToBeLetInOnceThereIsALink() {
    assertTrue(run.errands.sent.isEmpty());
    enter();
    assertInstanceOf(VisitorEvent.Enter.class, run.errands.sent.getFirst());
    assertTrue(run.screen().contains("You are in."), run.screen());
    assertTrue(run.screen().contains("This is the gate."));
  }

  @Test
  void keysTakeStepsAcrossTheEdgeToo() {
    enter().press(Key.Named.UP, Key.of('l'), Key.of('b'), Key.of('n'));
    assertEquals(List.of(380, 381, 0, 21), moves().stream().map(move -> move.to().cell()).toList());
    assertTrue(run.screen().contains("A@"), run.screen());
  }

  @Test
  void autopilotWalksToARideAndRides() {
    enter().press(Key.of('a'));
    run.pass(1_000).see(MAP).pass(1_000).see(MAP);
    assertEquals(21, moves().getFirst().to().cell());
    run.pass(1_000).see(MAP);
    assertEquals(1, moves().size());
    assertTrue(run.screen().contains("Riding Carousel"), run.screen());
    run.press(Key.of('a'));
    assertTrue(run.screen().contains("Autopilot off."));
  }

  @Test
  void busyParkWhosePicturesNeverPauseStillLetsTheGuestWalk() {
    enter().press(Key.of('1'));
    for (int picture = 0; picture < 40; picture++) {
      run.now += 50;
      run.see(MAP);
    }
    assertEquals(1, moves().size());
    run.answer(new RegistryReply.Done());
    assertTrue(run.screen().contains("registry ✓"), run.screen());
  }

  @Test
  void ownStepTakesTheWheel() {
    enter().press(Key.of('a'), Key.of('h'));
    run.pass(1_000).see(MAP).pass(1_000);
    assertEquals(1, moves().size());
  }

  @Test
  void engineThatIsAwayIsToldWithinThreeSecondsAndNoMapShown() {
    enter().pass(3_000);
    assertTrue(run.screen().contains("The engine is away; your place is kept"), run.screen());
    assertFalse(run.screen().contains("· ·"));
    run.press(Key.Named.DOWN);
    assertTrue(moves().isEmpty());
    run.see(MAP);
    assertTrue(run.screen().contains("· ·"), run.screen());
    assertTrue(run.screen().contains("The engine is back."));
  }

  @Test
  void brokerThatIsAwayIsToldAndComesBack() {
    enter();
    run.errands.brokerThere = false;
    run.pass(1_000);
    assertTrue(run.screen().contains("The broker at broker:9092 is away"), run.screen());
    run.errands.brokerThere = true;
    run.see(MAP);
    assertTrue(run.screen().contains("The broker is back."), run.screen());
  }

  @Test
  void parkThatStandsStillThoughItsFramesComeIsToldForAsLongAsItDoes() {
    enter();
    run.see(MAP);
    run.errands.standstillMillis = 4_700;
    run.see(MAP);
    assertTrue(run.screen().contains("The park has not moved for 4 s."), run.screen());
    run.errands.standstillMillis = 0;
    run.see(MAP);
    assertFalse(run.screen().contains("has not moved"), run.screen());
  }

  @Test
  void brokerThatNeverAnswersCanBeLeft() {
    run.pass(2_000);
    assertTrue(run.screen().contains("The broker at broker:9092 does not answer"), run.screen());
    run.press(Key.Named.ESCAPE);
    assertInstanceOf(MenuPage.class, run.page);
    assertEquals(1, run.errands.abandoned);
  }

  @Test
  void leavingIsSaidAndTheLinkClosed() {
    enter().press(Key.of('q'));
    assertInstanceOf(VisitorEvent.Leave.class, run.errands.sent.getLast());
    assertEquals(1, run.errands.closed);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void endOfTheProgramLeavesThePark() {
    enter().page.close(run.now);
    assertInstanceOf(VisitorEvent.Leave.class, run.errands.sent.getLast());
    assertEquals(1, run.errands.closed);
  }

  @Test
  void fullParkIsToldAndTriedAgain() {
    run.linked().see(MAP).hear(new Refused(SESSION, Refusal.FULL));
    assertTrue(run.screen().contains("The park is full."), run.screen());
    run.pass(6_000);
    assertInstanceOf(VisitorEvent.Enter.class, run.errands.sent.getLast());
  }

  @Test
  void newerLoginElsewhereLeadsToTheLogin() {
    enter().hear(new Refused(SESSION, Refusal.SUPERSEDED));
    assertInstanceOf(LoginPage.class, run.page);
    assertTrue(run.screen().contains("logged in elsewhere"), run.screen());
    assertEquals(1, run.errands.closed);
  }

  @Test
  void logoutElsewhereLeadsToTheLoginAndIsTold() {
    enter().hear(new Admitted(SESSION, Position.GATE)).hear(new Gone(SESSION, Departure.ENDED));
    assertInstanceOf(LoginPage.class, run.page);
    assertTrue(run.screen().contains("logged out elsewhere or your password"), run.screen());
  }

  @Test
  void numberOrLetterChoosesARideAndTheFeetGoThere() {
    ParkMap far = park(List.of(heads(0, 1)), List.of(), open(0, 54, 25), open(1, 0, 7));
    enter().see(far).press(Key.of('2'));
    assertTrue(run.screen().contains("Walking to Ferris Wheel: there in 2 min, riding in 9 min."));
    run.pass(1_000).see(far).pass(1_000).see(far).pass(1_000);
    assertEquals(List.of(39, 58), moves().stream().map(move -> move.to().cell()).toList());
    assertTrue(run.screen().contains("Waiting at Ferris Wheel: riding in 7 min."), run.screen());
    run.press(Key.of('A'));
    assertTrue(run.screen().contains("Walking to Carousel"), run.screen());
  }

  @Test
  void tabGoesAlongTheListAndEscapeStopsBeforeItLeaves() {
    ParkMap two = park(List.of(heads(0, 1)), List.of(), open(0, 54, 25), open(1, 0, 7));
    enter().see(two).press(Key.Named.TAB);
    assertTrue(run.screen().contains("Walking to Ferris Wheel"), run.screen());
    run.press(Key.Named.TAB);
    assertTrue(run.screen().contains("Walking to Carousel"), run.screen());
    run.press(Key.Named.BACK_TAB, Key.Named.ESCAPE);
    assertTrue(run.screen().contains("You have stopped."), run.screen());
    run.pass(2_000).see(two).pass(1_000);
    assertTrue(moves().isEmpty());
    run.press(Key.Named.ESCAPE);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void rideIsFoundByAPartOfItsName() {
    enter().press(Key.of('/')).type("rou");
    assertTrue(run.screen().contains("Find a ride: rou"), run.screen());
    assertTrue(run.screen().contains("Enter walks to Carousel"), run.screen());
    run.press(Key.Named.ENTER);
    assertTrue(run.screen().contains("Walking to Carousel"), run.screen());
    run.press(Key.of('/')).type("zzz").press(Key.Named.ENTER);
    assertTrue(run.screen().contains("no ride is called that"), run.screen());
  }

  @Test
  void alertComesOnceWhenTheWaitFallsBelow() {
    enter().press(Key.of('1'), Key.of('w')).type("20").press(Key.Named.ENTER);
    assertTrue(run.screen().contains("when Carousel is below 20 min"), run.screen());
    run.see(park(List.of(), List.of(), open(0, 54, 20)));
    assertEquals(0, run.page.rings());
    run.see(park(List.of(), List.of(), open(0, 54, 19)));
    assertTrue(run.screen().contains("Now! Carousel is down to 19 min."), run.screen());
    run.see(park(List.of(), List.of(), open(0, 54, 18)));
    assertEquals(1, run.page.rings());
    assertFalse(run.screen().contains("! when Carousel"), run.screen());
  }

  @Test
  void alertNeedsARideAndANumber() {
    enter().press(Key.of('w'));
    assertTrue(run.screen().contains("Choose a ride first"), run.screen());
    run.press(Key.of('1'), Key.of('w')).type("0").press(Key.Named.ENTER);
    assertTrue(run.screen().contains("a number of minutes from 1 to 999"), run.screen());
    run.press(Key.of('w')).type("20").press(Key.Named.ENTER, Key.of('w'), Key.Named.ENTER);
    assertTrue(run.screen().contains("No alert for Carousel."), run.screen());
  }

  @Test
  void helpStandsBeforeTheMapUntilAnyKey() {
    enter().press(Key.of('?'));
    assertTrue(run.screen().contains("walk to this ride by yourself"), run.screen());
    run.press(Key.of('q'));
    assertInstanceOf(ParkPage.class, run.page);
    assertFalse(run.screen().contains("walk to this ride by yourself"));
  }

  @Test
  void registryIsLookedForAndItsAbsenceTouchesNobody() {
    enter().pass(1_000).see(MAP);
    run.answer(new RegistryReply.Done());
    assertTrue(run.screen().contains("registry ✓ broker ✓ engine ✓"), run.screen());
    run.pass(2_800).noAnswer().see(MAP);
    assertTrue(run.screen().contains("registry ✗ broker ✓ engine ✓"), run.screen());
    assertTrue(run.screen().contains("· ·"));
  }
}
