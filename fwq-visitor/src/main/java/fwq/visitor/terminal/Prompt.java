package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.kit.text.Normal;
import fwq.tui.Key;
import fwq.tui.TextField;
import java.util.Optional;
import java.util.OptionalInt;

/** A question in one line, which the guest answers below the map. */
sealed interface Prompt {
  TextField input();

  /** The same question after a key. */
  Prompt press(Key key);

  /**
   * Which wait to tell of.
   *
   * @param ride the ride it is about
   */
  record AlertBelow(Ride ride, TextField input) implements Prompt {
    /** More than a day in the park. */
    static final int MINUTES_MAX = 999;

    @Override
    public Prompt press(Key key) {
      return new AlertBelow(ride, input.press(key));
    }

    /** The minutes that were typed, 1 to 999; nothing when it is no such number. */
    OptionalInt minutes() {
      String typed = input.text().strip();
      boolean number = typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) > 0;
      return number ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }
  }

  /** Which ride to walk to, by a part of its name. */
  record Find(TextField input) implements Prompt {
    @Override
    public Prompt press(Key key) {
      return new Find(input.press(key));
    }

    /** The ride that is meant: one whose name begins so, or else one that has it in its name. */
    Optional<RideStatus> match(ParkMap map) {
      String typed = Normal.searched(input.text().strip());
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      return map.rides().stream()
          .filter(it -> name(it).startsWith(typed))
          .findFirst()
          .or(() -> map.rides().stream().filter(it -> name(it).contains(typed)).findFirst());
    }

    private static String name(RideStatus status) {
      return Normal.searched(status.ride().name());
    }
  }
}
