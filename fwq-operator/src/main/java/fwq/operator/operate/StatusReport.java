package fwq.operator.operate;

import fwq.common.park.DayHours;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.operate.SaidWord;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pure: how a park is, for its operator, line by line. */
final class StatusReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE dd.MM. HH:mm:ss", Locale.ROOT);

  private StatusReport() {}

  /**
   * All of it.
   *
   * @param now epoch milliseconds by the engine's clock
   */
  static List<String> lines(int park, ParkMap map, List<SaidWord> words, long now) {
    ParkSign sign = map.sign();
    List<String> lines = new ArrayList<>();
    lines.add(
        "park %d%s is %s%s, %,d of %,d guests inside"
            .formatted(
                park,
                sign.name().map(name -> " (" + name + ")").orElse(""),
                sign.open() ? "open" : "closed",
                sign.reason().map(why -> " (" + why + ")").orElse(""),
                map.inside(),
                map.capacity()));
    lines.add("hours (" + sign.zone() + "): " + hours(sign.hours()));
    sign.nextChange(now)
        .ifPresent(
            change ->
                lines.add(
                    (sign.hours().isOpen(change, sign.zone()) ? "opens " : "closes ")
                        + time(change, sign.zone())));
    for (RideStatus ride : map.rides()) {
      lines.add(ride(ride));
    }
    for (SaidWord said : words) {
      lines.add(
          time(said.time(), sign.zone())
              + " "
              + said.by()
              + ": "
              + said.word().summary()
              + (said.outcome() == SaidWord.Outcome.DONE ? "" : ", refused: " + said.outcome()));
    }
    return lines;
  }

  private static String ride(RideStatus ride) {
    return "ride %d (%s) is %s%s"
        .formatted(
            ride.ride().id(),
            ride.ride().name(),
            ride.state() == RideState.NO_DATA
                ? "without a reading"
                : ride.state().name().toLowerCase(Locale.ROOT),
            ride.reason().map(why -> ": " + why).orElse(""));
  }

  private static String hours(OpeningHours hours) {
    if (hours.equals(OpeningHours.ALWAYS)) {
      return "day and night";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hours.week().size(); ) {
      int last = i;
      DayHours its = hours.week().get(i);
      while (last + 1 < hours.week().size() && hours.week().get(last + 1).equals(its)) {
        last++;
      }
      text.append(text.isEmpty() ? "" : "; ").append(day(i));
      text.append(last == i ? " " : "-" + day(last) + " ").append(its);
      i = last + 1;
    }
    hours.dates().forEach((date, its) -> text.append("; ").append(date).append(' ').append(its));
    return text.toString();
  }

  private static String day(int index) {
    return DayOfWeek.of(index + 1).name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static String time(long at, ZoneId zone) {
    return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
  }
}
