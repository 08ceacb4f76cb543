package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.tui.Key;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a guest does with {@code !}. */
final class ReportedCartTest {
  private static final Key REPORT = Key.of('!');
  private static final ParkMap WITHOUT =
      park(List.of(heads(0, 1)), List.of(Samples.guest("ana", 0)), open(0, 54, 25));
  private static final ParkMap WITH =
      WITHOUT.with(Optional.of(new FoodCarts(List.of(), List.of())));

  private final PageRun run = new PageRun();

  private void enter(ParkMap map) {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().hear(new Admitted(Samples.SESSION.issuedAt(), Position.GATE)).see(map);
  }

  @Test
  void guestReportsACartWhereItStandsOnceInTenSeconds() {
    enter(WITH);
    run.press(REPORT, REPORT);
    assertEquals(List.of(Position.GATE), run.errands.reported);
    assertTrue(run.screen().contains("one in ten seconds is enough"), run.screen());
    run.pass(10_000).see(WITH).press(REPORT);
    assertEquals(2, run.errands.reported.size());
  }

  @Test
  void guestReportsNothingWhereNobodyKnowsOfCarts() {
    enter(WITHOUT);
    run.press(REPORT);
    assertEquals(List.of(), run.errands.reported);
    assertTrue(run.screen().contains("Where food carts are is not known"), run.screen());
  }
}
