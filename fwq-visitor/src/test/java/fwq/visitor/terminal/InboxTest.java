package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.ParkMap;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Inbox inbox = new Inbox();

  private List<Event> drain() {
    List<Event> all = new ArrayList<>();
    for (Optional<Event> next = inbox.poll(); next.isPresent(); next = inbox.poll()) {
      all.add(next.get());
    }
    return all;
  }

  private static Event frame(long seq) {
    return new Event.Framed(new MapFrame(0, 1, seq, 0, 0, ParkMap.EMPTY));
  }

  @Test
  void onlyTheNewestPictureIsKept() {
    Event key = new Event.Pressed(Key.Named.UP);
    inbox.put(frame(1));
    inbox.put(key);
    inbox.put(frame(2));
    inbox.put(frame(3));
    assertEquals(List.of(key, frame(3)), drain());
  }

  @Test
  void keysBeyondTheBoundAreDroppedButTheWishToStopIsNot() {
    for (int key = 0; key < 2 * Inbox.EVENTS_MAX; key++) {
      inbox.put(new Event.Pressed(Key.Named.UP));
    }
    inbox.put(new Event.StopWished());
    List<Event> all = drain();
    assertEquals(Inbox.EVENTS_MAX + 1, all.size());
    assertEquals(new Event.StopWished(), all.getLast());
  }

  @Test
  void tickComesWhenNothingElseDoes() throws InterruptedException {
    assertEquals(new Event.Tick(), inbox.take(1));
    inbox.put(new Event.Resized());
    inbox.put(new Event.Resized());
    assertEquals(List.of(new Event.Resized()), drain());
  }
}
