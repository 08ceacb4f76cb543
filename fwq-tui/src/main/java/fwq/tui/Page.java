package fwq.tui;

import java.util.List;
import java.util.OptionalLong;

/**
 * A screen with its state. All pages of a program belong to one thread; time is an argument, and
 * what takes time is done elsewhere and comes back as an event.
 */
public interface Page {
  /** Something happened: gives the page that is to be seen now, which may be this one. */
  Page on(Event event, long now);

  /** What is to be seen now. */
  Canvas draw(int rows, int columns, long now);

  /** What is to be said now, where there are only lines. */
  default Spoken spoken(long now) {
    return new Spoken(List.of(), List.of(), "", false);
  }

  /** The keys that a line means, where there are only lines. */
  default List<Key> keys(String line) {
    return List.of();
  }

  /** Whether an empty line means something other than that somebody wants to hear everything. */
  default boolean usesEmptyLines() {
    return false;
  }

  /** When it wants a {@link Event.Tick}, if ever. */
  default OptionalLong wakeAt(long now) {
    return OptionalLong.empty();
  }

  /** How often the user's attention was called for so far. */
  default int rings() {
    return 0;
  }

  /** The program ends. */
  default void close(long now) {}

  /** After the last page. */
  record End() implements Page {
    @Override
    public Page on(Event event, long now) {
      return this;
    }

    @Override
    public Canvas draw(int rows, int columns, long now) {
      return new Canvas(rows, columns);
    }
  }
}
