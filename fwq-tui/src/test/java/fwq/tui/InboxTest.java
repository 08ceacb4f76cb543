package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

  private record Frame(long number) implements Event {
    @Override
    public Kind kind() {
      return Kind.PICTURE;
    }
  }

  @Test
  void onlyTheNewestPictureIsKept() {
    Event key = new Event.Pressed(Key.Named.UP);
    inbox.put(new Frame(1));
    inbox.put(key);
    inbox.put(new Frame(2));
    inbox.put(new Frame(3));
    assertEquals(List.of(key, new Frame(3)), drain());
  }

  @Test
  void keysBeyondTheBoundAreDroppedButNotThatTheProgramIsToStop() {
    for (int key = 0; key < 2 * Inbox.EVENTS_MAX; key++) {
      inbox.put(new Event.Pressed(Key.Named.UP));
    }
    inbox.put(Event.Signal.STOP);
    List<Event> all = drain();
    assertEquals(Inbox.EVENTS_MAX + 1, all.size());
    assertEquals(Event.Signal.STOP, all.getLast());
  }

  @Test
  void tickComesWhenNothingElseDoes() throws InterruptedException {
    Page waiting =
        new Page() {
          @Override
          public Page on(Event event, long now) {
            return this;
          }

          @Override
          public Canvas draw(int rows, int columns, long now) {
            return new Canvas(rows, columns);
          }

          @Override
          public OptionalLong wakeAt(long now) {
            return OptionalLong.of(now + 1);
          }
        };
    assertEquals(new Event.Tick(), inbox.next(waiting, 0));
    inbox.put(Event.Signal.RESIZED);
    inbox.put(Event.Signal.RESIZED);
    assertEquals(List.of(Event.Signal.RESIZED), drain());
  }
}
