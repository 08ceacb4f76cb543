package fwq.guest;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a ride is called on map and list: a letter, its wait in words, and how long that is. Pure.
 */
public final class RideLabels {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn";

  /** Waits below this are short. */
  public static final int FAIR_MINUTES = 20;

  /** Waits below this are bearable. */
  public static final int POOR_MINUTES = 45;

  /** From here up no one who walks by itself would join. */
  public static final int BAD_MINUTES = 60;

  private final Map<Integer, String> letters = new HashMap<>();

  /** Labels for the rides of a map, by rising id: the same letters all day. */
  public RideLabels(ParkMap map) {
    List<Integer> ids = map.rides().stream().map(it -> it.ride().id()).sorted().toList();
    for (int index = 0; index < ids.size(); index++) {
      letters.put(ids.get(index), LETTERS.substring(index, index + 1));
    }
  }

  public String letter(RideStatus status) {
    return letters.get(status.ride().id());
  }

  /** The rides by rising wait; those without one come last, for unknown is not short. */
  public static List<RideStatus> byWait(ParkMap map) {
    return map.rides().stream()
        .sorted(
            Comparator.comparingInt((RideStatus it) -> it.waitMinutes().orElse(Integer.MAX_VALUE))
                .thenComparingInt(it -> it.ride().id()))
        .toList();
  }

  /** How long the wait is: from 0, short, to 3, very long; -1 where there is none to tell. */
  public static int level(RideStatus status) {
    return status.waitMinutes().isPresent() ? level(status.waitMinutes().getAsInt()) : -1;
  }

  /** How long a wait is: from 0, short, to 3, very long. */
  public static int level(int minutes) {
    if (minutes < FAIR_MINUTES) {
      return 0;
    }
    if (minutes < POOR_MINUTES) {
      return 1;
    }
    return minutes < BAD_MINUTES ? 2 : 3;
  }

  /** The ride of a letter, or of its number from 1 to 9. */
  public static Optional<RideStatus> chosen(ParkMap map, int character) {
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
  public static String brief(RideStatus status, int columns) {
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
