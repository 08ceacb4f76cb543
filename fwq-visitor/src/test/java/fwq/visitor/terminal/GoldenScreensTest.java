package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.guest;
import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static fwq.visitor.terminal.Samples.without;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.tui.Form;
import fwq.tui.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The park's screens. */
class GoldenScreensTest {
  private static final long SESSION = Samples.SESSION.issuedAt();
  private static final ParkMap BUSY =
      park(
          List.of(heads(0, 1), heads(21, 3), heads(45, 1), heads(188, 12), heads(399, 1)),
          List.of(guest("ana", 0), guest("guest-12", 45), guest("eva", 399)),
          open(0, 54, 25),
          open(1, 1_040, 105),
          open(2, 66, 48),
          open(3, 0, 7));

  private PageRun run = new PageRun();

  private void assertScreen(String name, int rows, int columns) throws IOException {
    GoldenScreens.check(run, name, rows, columns);
  }

  private PageRun enter(ParkMap map) {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().hear(new Admitted(SESSION, Position.GATE)).see(map);
    run.pass(1_000).answer(new RegistryReply.Done()).see(map);
    return run;
  }

  @Test
  void login() throws IOException {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    assertScreen("login", 24, 80);
    run.type("ana").press(Key.Named.TAB).type("hunter22").press(Key.Named.ENTER);
    run.answer(
        RegistryReply.Refused.of(
            RegistryError.WRONG_CREDENTIALS, "unknown username or wrong password"));
    assertScreen("error", 24, 80);
  }

  @Test
  void menu() throws IOException {
    run.page = new MenuPage(run.world, Samples.LOGIN, Form.Notice.NONE);
    assertScreen("menu", 24, 80);
  }

  @Test
  void parkWithAWayAndAnAlert() throws IOException {
    enter(BUSY).press(Key.of('C'), Key.of('w')).type("40").press(Key.Named.ENTER);
    assertScreen("park-busy", 24, 80);
    assertScreen("park-busy", 50, 160);
  }

  @Test
  void parkThatIsFull() throws IOException {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().see(new ParkMap(1_000, 1_000, BUSY.rides(), BUSY.cells(), List.of()));
    run.hear(new Refused(SESSION, Refusal.FULL));
    assertScreen("park-full", 24, 80);
  }

  @Test
  void ridesThatCannotBeRidden() throws IOException {
    enter(
            park(
                List.of(heads(0, 1)),
                List.of(),
                open(0, 54, 25),
                without(1, RideState.DOWN),
                without(2, RideState.NO_DATA),
                without(3, RideState.CLOSED)))
        .press(Key.of('2'));
    assertScreen("ride-down", 24, 80);
  }

  @Test
  void parkThatItsOperatorsClosed() throws IOException {
    ParkMap closed =
        park(
                List.of(heads(0, 1)),
                List.of(),
                stopped(0, RideState.CLOSED, Optional.empty()),
                stopped(1, RideState.CLOSED, Optional.empty()),
                stopped(2, RideState.CLOSED, Optional.of("Chain broke, back on Friday")))
            .with(Samples.sign(false, Optional.of("Storm")));
    enter(closed);
    assertScreen("park-closed", 24, 80);
    run = new PageRun(Texts.SPANISH);
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().see(closed);
    run.hear(new Refused(SESSION, Refusal.CLOSED));
    assertScreen("spanish-closed", 24, 80);
  }

  @Test
  void parkWithHoursAndARideThatIsDownForAReason() throws IOException {
    enter(
        park(
                List.of(heads(0, 1)),
                List.of(),
                open(0, 54, 25),
                open(1, 10, 5),
                stopped(2, RideState.DOWN, Optional.of("Chain broke, back on Friday")))
            .with(Samples.sign(true, Optional.empty())));
    assertScreen("ride-down-why", 24, 80);
    assertScreen("ride-down-why", 40, 140);
  }

  private static RideStatus stopped(int ride, RideState state, Optional<String> why) {
    return open(ride, 0, 0).stopped(state, why);
  }

  @Test
  void engineThatIsAway() throws IOException {
    enter(BUSY).pass(3_000);
    assertScreen("engine-away", 24, 80);
  }

  @Test
  void help() throws IOException {
    enter(BUSY).press(Key.of('?'));
    assertScreen("help", 24, 80);
  }

  @Test
  void spanish() throws IOException {
    run = new PageRun(Texts.SPANISH);
    enter(BUSY).press(Key.of('3'));
    assertScreen("spanish", 24, 80);
    run.press(Key.of('?'));
    assertScreen("spanish-help", 24, 80);
  }
}
