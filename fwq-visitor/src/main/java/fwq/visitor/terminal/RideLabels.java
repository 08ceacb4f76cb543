package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return tone(status.waitMinutes().getAsInt());
  }

  /** Good, fair, poor or bad. */
  static Ink.Tone tone(int minutes) {
    if (minutes < FAIR_MINUTES) {
      return Ink.Tone.GOOD;
    }
    if (minutes < POOR_MINUTES) {
      return Ink.Tone.FAIR;
    }
    return minutes < BAD_MINUTES ? Ink.Tone.POOR : Ink.Tone.BAD;
  }

  /** How long the wait is, for those who do not see colours: the taller, the longer. */
  static String shape(RideStatus status) {
    return shape(tone(status));
  }

  /** How long a wait of this tone is: the taller, the longer. */
  static String shape(Ink.Tone tone) {
    return switch (tone) {
      case GOOD -> "▁";
      case FAIR -> "▃";
      case POOR -> "▅";
      case BAD -> "▇";
      case PLAIN, FAINT, STRONG, TITLE, NONE, ME, GUEST, WAY -> " ";
    };
  }

  /** The ride of a letter, or of its number from 1 to 9. */
  static Optional<RideStatus> chosen(ParkMap map, int character) {
    int index =
        character >= '1' && character <= '9'
            ? character - '1'
            : character >= 'A' && character <= 'Z' ? character - 'A' : map.rides().size();
    return map.rides().stream()
        .sorted(Comparator.comparingInt(it -> it.ride().id()))
        .skip(index)
        .findFirst();
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
}
