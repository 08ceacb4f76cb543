package fwq.operator.operate;

import fwq.common.park.DayHours;
import fwq.common.park.ParkZone;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.OperatorWordJson;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Pure: from what an operator types to what is said. */
final class OrderParser {
  /** What can be typed, for people. */
  static final String RULE =
      "open, close, clear, capacity N|default, hours DAYS|DATE HOURS, name TEXT|default, zone ZONE";

  private OrderParser() {}

  /**
   * The word.
   *
   * @param reason for guests, with open and close
   * @throws IllegalArgumentException with a sentence for people
   */
  static OperatorWord parse(List<String> typed, Optional<String> reason) {
    String first = typed.getFirst();
    List<String> rest = typed.subList(1, typed.size());
    return switch (first) {
      case "open" -> new OperatorWord.Gate(true, alone(first, rest, reason));
      case "close" -> new OperatorWord.Gate(false, alone(first, rest, reason));
      case "clear" -> {
        var _ = alone(first, rest, Optional.empty());
        yield new OperatorWord.Clear();
      }
      case "capacity" -> new OperatorWord.Capacity(guests(one(rest, "capacity 500")));
      case "hours" -> hours(rest);
      case "name" -> {
        String name = String.join(" ", rest);
        yield new OperatorWord.Name(name.equals("default") ? Optional.empty() : Optional.of(name));
      }
      case "zone" -> new OperatorWord.Zone(ParkZone.parse(one(rest, "zone Europe/Madrid")));
      default -> throw new IllegalArgumentException("an operator says " + RULE + "; got " + first);
    };
  }

  private static Optional<String> alone(String word, List<String> rest, Optional<String> reason) {
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing follows " + word + "; a reason is given with --reason, such as --reason Storm");
    }
    return reason;
  }

  private static String one(List<String> rest, String example) {
    if (rest.size() != 1) {
      throw new IllegalArgumentException("one word was expected, such as " + example);
    }
    return rest.getFirst();
  }

  private static OptionalInt guests(String text) {
    if (text.equals("default")) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a capacity is a number of guests or default, such as 500, got " + text, e);
    }
  }

  private static OperatorWord hours(List<String> rest) {
    if (rest.size() != 2) {
      throw new IllegalArgumentException(
          "hours are such as mon-fri 10:00-20:00, sat,sun closed, daily 00:00-24:00 or"
              + " 2026-12-24 10:00-14:00 (usual: as the week has it)");
    }
    String when = rest.getFirst();
    if (Character.isDigit(when.charAt(0))) {
      return new OperatorWord.DateHours(
          OperatorWordJson.date(when),
          rest.get(1).equals("usual")
              ? Optional.empty()
              : Optional.of(DayHours.parse(rest.get(1))));
    }
    return new OperatorWord.WeekHours(days(when), DayHours.parse(rest.get(1)));
  }

  private static SortedSet<DayOfWeek> days(String text) {
    SortedSet<DayOfWeek> days = new TreeSet<>();
    if (text.equals("daily")) {
      days.addAll(List.of(DayOfWeek.values()));
      return days;
    }
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", 2);
      DayOfWeek day = day(ends[0]);
      days.add(day);
      for (DayOfWeek last = day(ends[ends.length - 1]); day != last; ) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException("days are such as mon-fri, sat,sun or daily, got " + text);
  }
}
