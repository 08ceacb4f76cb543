package fwq.trials.accidents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which parks an engine owns, by what the engines say. */
final class OwnedParks {
  private static final Pattern TAKEN = Pattern.compile("park (\\d+) is ours.*epoch (\\d+)");
  private static final Pattern LOST =
      Pattern.compile("park (\\d+) is (?:given up|somebody else's)");

  private OwnedParks() {}

  /** The parks of one of these, and their epochs: those that no other took later. */
  static Map<Integer, Long> of(Actor engine, List<Actor> engines) {
    Map<Integer, Long> owned = taken(engine);
    for (Actor other : engines) {
      if (other != engine) {
        taken(other)
            .forEach(
                (park, epoch) -> {
                  if (owned.getOrDefault(park, Long.MAX_VALUE) < epoch) {
                    owned.remove(park);
                  }
                });
      }
    }
    return owned;
  }

  /** The parks that it took and did not let go of by its own words, and the epochs it gave them. */
  private static Map<Integer, Long> taken(Actor engine) {
    Map<Integer, Long> epochs = new HashMap<>();
    if (!engine.running().handle().isAlive()) {
      return epochs;
    }
    for (String line : engine.running().lines()) {
      Matcher taken = TAKEN.matcher(line);
      Matcher lost = LOST.matcher(line);
      if (taken.find()) {
        epochs.put(Integer.valueOf(taken.group(1)), Long.valueOf(taken.group(2)));
      } else if (lost.find()) {
        epochs.remove(Integer.valueOf(lost.group(1)));
      }
    }
    return epochs;
  }
}
