package fwq.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.web.api.Changes.Row;
import fwq.web.api.Changes.State;
import fwq.web.history.Minute;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChangesTest {
  @Test
  void stateThatGoesOnIsOneRow() {
    Changes changes =
        Changes.of(10, Optional.empty(), List.of(open(10, 5), open(11, 5), open(12, 5)), 13);
    assertEquals(State.UNKNOWN, changes.opening());
    assertEquals(
        List.of(new Row(10, State.of(open(0, 5)), List.of("status", "queue.STANDBY.waitTime"))),
        changes.rows());
  }

  @Test
  void rowSaysWhatChanged() {
    Changes changes =
        Changes.of(10, Optional.of(open(9, 5)), List.of(open(10, 5), open(11, 15)), 12);
    assertEquals(State.of(open(9, 5)), changes.opening());
    assertEquals(
        List.of(new Row(11, State.of(open(0, 15)), List.of("queue.STANDBY.waitTime"))),
        changes.rows());
  }

  @Test
  void unseenMinutesAreUnknownAndNotTheStateBefore() {
    Changes changes =
        Changes.of(10, Optional.of(open(5, 5)), List.of(open(12, 5), open(14, 5)), 16);
    assertEquals(State.UNKNOWN, changes.opening());
    assertEquals(List.of(12L, 13L, 14L, 15L), changes.rows().stream().map(Row::minute).toList());
    assertEquals(State.UNKNOWN, changes.rows().get(1).state());
    assertEquals(State.UNKNOWN, changes.rows().getLast().state());
  }

  private static Minute open(long minute, int wait) {
    return new Minute(minute, "OPERATING", OptionalInt.of(wait));
  }
}
