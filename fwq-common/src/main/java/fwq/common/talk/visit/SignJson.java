package fwq.common.talk.visit;

import fwq.common.park.DayHours;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkSign;
import fwq.common.park.ParkZone;
import fwq.common.talk.operate.OperatorWordJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The sign at the gate: {@code "closed":true,"reason":"Storm","name":"Fun Park",
 * "zone":"Europe/Madrid","week":["10:00-20:00",…],"dates":["2026-12-25 closed",…]}. Each field is
 * absent where nobody has said anything of it.
 */
public final class SignJson {
  private static final String WEEK = "week";
  private static final String DATES = "dates";

  private SignJson() {}

  /** Writes its fields. */
  public static void write(JsonGenerator json, ParkSign sign) {
    if (!sign.open()) {
      json.writeBooleanProperty("closed", true);
    }
    sign.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
    write(json, sign.name(), sign.zone(), sign.hours());
  }

  /** Writes what does not change during a day. */
  public static void write(
      JsonGenerator json, Optional<String> name, ZoneId zone, OpeningHours hours) {
    name.ifPresent(text -> json.writeStringProperty("name", text));
    if (!zone.equals(ParkZone.UTC)) {
      json.writeStringProperty("zone", zone.getId());
    }
    if (!hours.week().equals(OpeningHours.ALWAYS.week())) {
      json.writeArrayPropertyStart(WEEK);
      hours.week().forEach(day -> json.writeString(day.toString()));
      json.writeEndArray();
    }
    if (!hours.dates().isEmpty()) {
      json.writeArrayPropertyStart(DATES);
      hours.dates().forEach((date, day) -> json.writeString(date + " " + day));
      json.writeEndArray();
    }
  }

  /** Reads its fields. */
  public static ParkSign read(Fields in) throws BadMessageException {
    boolean closed = in.optionalFlag("closed");
    Optional<String> reason = in.optionalText("reason");
    if (!closed && reason.isEmpty() && isPlain(in)) {
      return ParkSign.OPEN;
    }
    return JsonText.checked(
        () -> new ParkSign(!closed, reason, in.optionalText("name"), zone(in), hours(in)));
  }

  private static boolean isPlain(Fields in) throws BadMessageException {
    return in.optionalText("name").isEmpty()
        && in.optionalText("zone").isEmpty()
        && in.optionalArray(WEEK).isEmpty()
        && in.optionalArray(DATES).isEmpty();
  }

  /** The zone; UTC where there is none. */
  public static ZoneId zone(Fields in) throws BadMessageException {
    return in.optionalText("zone").map(ParkZone::parse).orElse(ParkZone.UTC);
  }

  /** The hours; always where there are none. */
  public static OpeningHours hours(Fields in) throws BadMessageException {
    List<DayHours> week = OpeningHours.ALWAYS.week();
    Optional<JsonNode> days = in.optionalArray(WEEK);
    if (days.isPresent()) {
      week = new ArrayList<>();
      for (JsonNode day : days.get()) {
        week.add(DayHours.parse(text(day, WEEK)));
      }
    }
    SortedMap<LocalDate, DayHours> dates = new TreeMap<>();
    Optional<JsonNode> exceptions = in.optionalArray(DATES);
    if (exceptions.isPresent()) {
      for (JsonNode exception : exceptions.get()) {
        String[] parts = text(exception, DATES).split(" ", 2);
        if (parts.length != 2) {
          throw new BadMessageException("field 'dates' must be such as \"2026-12-25 closed\"");
        }
        dates.put(OperatorWordJson.date(parts[0]), DayHours.parse(parts[1]));
      }
    }
    return new OpeningHours(week, dates);
  }

  private static String text(JsonNode node, String name) throws BadMessageException {
    if (!node.isString()) {
      throw new BadMessageException("field '" + name + "' must be a list of texts");
    }
    return node.stringValue();
  }
}
