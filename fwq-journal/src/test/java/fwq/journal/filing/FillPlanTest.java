package fwq.journal.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.Span;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an owner reads below where it began, and how fast. */
final class FillPlanTest {
  private final FillPlan plan = new FillPlan();
  private final Offsets held = new Offsets();

  @Test
  void lackingOffsetsBelowTheStartAreReadWhereKafkaStillHasThem() {
    plan.own(3, 100);
    held.add(new Span(3, 40, 60));
    assertEquals(Optional.of(new Span(3, 10, 40)), plan.next(held, Map.of(3, 10L)));
    held.add(new Span(3, 10, 40));
    assertEquals(Optional.of(new Span(3, 60, 100)), plan.next(held, Map.of(3, 10L)));
    held.add(new Span(3, 60, 100));
    assertEquals(Optional.empty(), plan.next(held, Map.of(3, 10L)));
  }

  @Test
  void whatIsNotOursIsNotRead() {
    plan.own(3, 100);
    plan.disown(3);
    assertEquals(Optional.empty(), plan.next(held, Map.of(3, 0L)));
  }

  @Test
  void noMoreThanSoManyBytesASecond() {
    Pace pace = new Pace(5_000_000);
    assertTrue(pace.allows(1_000));
    pace.took(1_000_000, 1_000);
    assertFalse(pace.allows(1_199));
    assertTrue(pace.allows(1_200));
    pace.took(5_000_000, 60_000);
    assertFalse(pace.allows(60_999), "a long rest saves nothing up");
  }
}
