package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestFrameTest {
  private static final long T = 1_800_000_000_000L;

  @Test
  void clockThatIsSetBackMakesNoOldMapLookLive() {
    NewestFrame frame = new NewestFrame();
    frame.listen(T);
    frame.heard(
        new MapFrame(0, 1, 1, 0, T, new ParkMap(0, 1_000, List.of(), List.of(), List.of())), T);
    long setBack = T - 3_600_000;
    assertFalse(frame.engineAway(setBack), "silence counts anew: nobody knows for how long it was");
    assertTrue(frame.map(setBack + 2_999).isPresent());
    assertTrue(frame.map(setBack + 3_000).isEmpty());
    assertTrue(frame.engineAway(setBack + 3_000));
  }
}
