package fwq.visitor.terminal;

import java.util.List;
import java.util.OptionalLong;

/**
 * A screen with its state. All pages belong to one thread; time is an argument, and what takes time
 * is an errand.
 */
sealed interface Page permits ConnectPage, LoginPage, MenuPage, ProfilePage, ParkPage, Page.End {
  /** Something happened: gives the page that is to be seen now, which may be this one. */
  Page on(Event event, long now);

  /** What is to be seen now. */
  Picture draw(int rows, int columns, long now);

  /** What is to be said now, where there are only lines. */
  Spoken spoken(long now);

  /** The keys that a line means, where there are only lines. */
  List<Key> keys(String line);

  /** Whether an empty line means something other than the wish to hear everything. */
  default boolean usesEmptyLines() {
    return false;
  }

  /** When it wants a {@link Event.Tick}, if ever. */
  default OptionalLong wakeAt(long now) {
    return OptionalLong.empty();
  }

  /** How often the guest's attention was called for so far. */
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
    public Picture draw(int rows, int columns, long now) {
      return Picture.of(new Canvas(rows, columns));
    }

    @Override
    public Spoken spoken(long now) {
      return new Spoken(List.of(), List.of(), "", false);
    }

    @Override
    public List<Key> keys(String line) {
      return List.of();
    }
  }
}
