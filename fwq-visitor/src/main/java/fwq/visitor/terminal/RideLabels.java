package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a ride is called on map and list: a letter, its wait in words, and a tone for the wait. */
final class RideLabels {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn";

  /** Waits below this are short. */
  static final int FAIR_MINUTES = 20;

  /** Waits below this are bearable. */
  static final int POOR_MINUTES = 45;

  /** From here up no one who walks by itself would join. */
  static final int BAD_MINUTES = 60;

  private final Map<Integer, String> letters = new HashMap<>();

  /** Labels for the rides of a map, by rising id: the same letters all day. */
  RideLabels(ParkMap map) {
    List<Integer> ids = map.rides().stream().map(it -> it.ride().id()).sorted().toList();
    for (int index = 0; index < ids.size(); index++) {
      letters.put(ids.get(index), LETTERS.substring(index, index + 1));
    }
  }

  /** The ride's letter. */
  String letter(RideStatus status) {
    return letters.get(status.ride().id());
  }

  /** The rides by rising wait; those without one come last, for unknown is not short. */
  static List<RideStatus> byWait(ParkMap map) {
    return map.rides().stream()
        .sorted(
            Comparator.comparingInt((RideStatus it) -> it.waitMinutes().orElse(Integer.MAX_VALUE))
                .thenComparingInt(it -> it.ride().id()))
        .toList();
  }

  /** Good, fair, poor or bad by the wait; none where there is no wait to tell. */
  static Ink.Tone tone(RideStatus status) {
    if (status.waitMinutes().isEmpty()) {
      return Ink.Tone.NONE;
    }
    int minutes = status.waitMinutes().getAsInt();
    if (minutes < FAIR_MINUTES) {
      return Ink.Tone.GOOD;
    }
    if (minutes < POOR_MINUTES) {
      return Ink.Tone.FAIR;
    }
    return minutes < BAD_MINUTES ? Ink.Tone.POOR : Ink.Tone.BAD;
  }

  /** The wait for the list, such as {@code 25 min}. */
  static String wait(RideStatus status) {
    return status.waitMinutes().isPresent() ? status.waitMinutes().getAsInt() + " min" : "–";
  }

  /** People in line, for the list. */
  static String line(RideStatus status) {
    return status.queue().isPresent() ? count(status.queue().getAsInt()) : "–";
  }

  /** The state in a word. */
  static String state(RideStatus status) {
    return switch (status.state()) {
      case OPEN -> "open";
      case NO_DATA -> "no data";
      case DOWN -> "down";
      case CLOSED -> "closed";
    };
  }

  /** The wait for the map: the longest text that fits, or nothing. */
  static String brief(RideStatus status, int columns) {
    String minutes =
        switch (status.state()) {
          case OPEN -> Integer.toString(status.waitMinutes().orElseThrow());
          case NO_DATA -> "?";
          case DOWN -> "!";
          case CLOSED -> "x";
        };
    if (minutes.length() > columns) {
      return "";
    }
    return status.waitMinutes().isPresent() && minutes.length() < columns ? minutes + "m" : minutes;
  }

  /** A number for people, such as {@code 1,000}. */
  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
