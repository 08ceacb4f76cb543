package fwq.common.talk.operate;

import fwq.common.park.DayHours;
import fwq.common.park.ParkZone;
import fwq.common.park.RideState;
import fwq.common.talk.operate.OperatorWord.Capacity;
import fwq.common.talk.operate.OperatorWord.Clear;
import fwq.common.talk.operate.OperatorWord.DateHours;
import fwq.common.talk.operate.OperatorWord.Gate;
import fwq.common.talk.operate.OperatorWord.Name;
import fwq.common.talk.operate.OperatorWord.Present;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.OperatorWord.WeekHours;
import fwq.common.talk.operate.OperatorWord.Zone;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** The fields of a word, wherever it stands: in a record, in a frame's company, in a changelog. */
public final class OperatorWordJson {
  private OperatorWordJson() {}

  /** Writes the field {@code word} and those that belong to it. */
  public static void write(JsonGenerator json, OperatorWord word) {
    switch (word) {
      case Gate it -> {
        json.writeStringProperty("word", it.open() ? "open" : "close");
        reason(json, it.reason());
      }
      case Clear _ -> json.writeStringProperty("word", "clear");
      case Capacity it -> {
        json.writeStringProperty("word", "capacity");
        it.guests().ifPresent(guests -> json.writeNumberProperty("guests", guests));
      }
      case WeekHours it -> {
        json.writeStringProperty("word", "week");
        StringBuilder days = new StringBuilder();
        it.days().forEach(day -> days.append(day.getValue()));
        json.writeStringProperty("days", days.toString());
        json.writeStringProperty("hours", it.hours().toString());
      }
      case DateHours it -> {
        json.writeStringProperty("word", "date");
        json.writeStringProperty("date", it.date().toString());
        it.hours().ifPresent(hours -> json.writeStringProperty("hours", hours.toString()));
      }
      case Name it -> {
        json.writeStringProperty("word", "name");
        it.name().ifPresent(name -> json.writeStringProperty("name", name));
      }
      case Zone it -> {
        json.writeStringProperty("word", "zone");
        json.writeStringProperty("zone", it.zone().getId());
      }
      case Running it -> {
        json.writeStringProperty("word", "ride");
        json.writeNumberProperty("ride", it.ride());
        json.writeStringProperty("state", it.state().name());
        json.writeStringProperty("cause", it.cause().name());
        reason(json, it.reason());
      }
      case Present _ -> json.writeStringProperty("word", "present");
    }
  }

  private static void reason(JsonGenerator json, Optional<String> reason) {
    reason.ifPresent(text -> json.writeStringProperty("reason", text));
  }

  /** Reads those fields. */
  public static OperatorWord read(Fields in) throws BadMessageException {
    String word = in.text("word");
    return JsonText.checked(
        () ->
            switch (word) {
              case "open" -> new Gate(true, in.optionalText("reason"));
              case "close" -> new Gate(false, in.optionalText("reason"));
              case "clear" -> new Clear();
              case "capacity" -> new Capacity(in.optionalNumber("guests"));
              case "week" -> new WeekHours(days(in), DayHours.parse(in.text("hours")));
              case "date" ->
                  new DateHours(
                      date(in.text("date")), in.optionalText("hours").map(DayHours::parse));
              case "name" -> new Name(in.optionalText("name"));
              case "zone" -> new Zone(ParkZone.parse(in.text("zone")));
              case "ride" ->
                  new Running(
                      in.number("ride"),
                      in.constant("state", RideState.class),
                      in.constant("cause", Cause.class),
                      in.optionalText("reason"));
              case "present" -> new Present();
              default ->
                  throw JsonText.unknownType(
                      word,
                      "open, close, clear, capacity, week, date, name, zone, ride or present");
            });
  }

  private static SortedSet<DayOfWeek> days(Fields in) throws BadMessageException {
    SortedSet<DayOfWeek> days = new TreeSet<>();
    String digits = in.text("days");
    for (int i = 0; i < digits.length(); i++) {
      int number = digits.charAt(i) - '0';
      if (number < 1 || number > 7 || !days.add(DayOfWeek.of(number))) {
        throw new BadMessageException("field 'days' must be days of the week, such as 12345");
      }
    }
    return days;
  }

  /** A date as ISO 8601 has it. */
  public static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a date is such as 2026-12-24, got " + Fields.shortened(text), e);
    }
  }
}
