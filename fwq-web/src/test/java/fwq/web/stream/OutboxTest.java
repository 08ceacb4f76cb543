package fwq.web.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();
  private final Block old = Block.stored("old");
  private final Block young = Block.stored("young");

  @Test
  void onlyTheNewestFrameWaits() {
    outbox.put(Slot.FRAME, old);
    outbox.put(Slot.FRAME, young);
    assertSame(young, outbox.take().orElseThrow().block());
    assertEquals(Optional.empty(), outbox.take());
  }

  @Test
  void whatConcernsTheGuestGoesBeforeTheFrame() {
    outbox.put(Slot.FRAME, old);
    outbox.put(Slot.ME, young);
    assertSame(young, outbox.take().orElseThrow().block());
    assertSame(old, outbox.take().orElseThrow().block());
  }

  @Test
  void alertIsNotReplacedByTheGuestsNextState() {
    outbox.put(Slot.ALERT, old);
    outbox.put(Slot.ME, young);
    assertSame(old, outbox.take().orElseThrow().block());
    assertSame(young, outbox.take().orElseThrow().block());
  }

  @Test
  void nothingFollowsTheEnd() {
    outbox.put(Slot.END, old);
    assertTrue(outbox.take().orElseThrow().last());
    outbox.put(Slot.FRAME, young);
    assertEquals(Optional.empty(), outbox.take());
  }
}
