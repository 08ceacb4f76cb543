package fwq.web.guest;

import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.history.History;
import fwq.web.history.Minute;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A park's day so far, by its own clocks: a value a minute, null where nobody saw it. */
record OperatorDay(History history) {
  private static final int MINUTE_MILLIS = 60_000;

  byte[] of(MapFrame frame) throws ProblemException {
    ZoneId zone = frame.map().sign().zone();
    long from =
        Instant.ofEpochMilli(frame.at())
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli()
            / MINUTE_MILLIS;
    long to = frame.at() / MINUTE_MILLIS + 1;
    try {
      List<History.Inside> inside = history.inside(frame.park(), from, to);
      Map<Integer, List<Minute>> waits = new HashMap<>();
      for (RideStatus ride : frame.map().rides()) {
        waits.put(ride.ride().id(), history.minutes(frame.park(), ride.ride().id(), from, to));
      }
      return JsonText.object(json -> write(json, frame, inside, waits));
    } catch (DatabaseException e) {
      throw new ProblemException(
          Problem.of(502, "HISTORY_BACKEND_UNAVAILABLE", "the history cannot be read just now"));
    }
  }

  private static void write(
      JsonGenerator json,
      MapFrame frame,
      List<History.Inside> inside,
      Map<Integer, List<Minute>> waits) {
    json.writeArrayPropertyStart("times");
    inside.forEach(it -> json.writeNumber(it.minute() * 60));
    json.writeEndArray();
    json.writeArrayPropertyStart("inside");
    inside.forEach(it -> json.writeNumber(it.inside()));
    json.writeEndArray();
    json.writeArrayPropertyStart("waits");
    for (RideStatus ride : frame.map().rides()) {
      Map<Long, Integer> known = new HashMap<>();
      waits
          .get(ride.ride().id())
          .forEach(it -> it.waitMinutes().ifPresent(wait -> known.put(it.minute(), wait)));
      json.writeStartObject();
      json.writeStringProperty("name", ride.ride().name());
      json.writeArrayPropertyStart("values");
      for (History.Inside it : inside) {
        Integer wait = known.get(it.minute());
        if (wait == null) {
          json.writeNull();
        } else {
          json.writeNumber(wait);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
