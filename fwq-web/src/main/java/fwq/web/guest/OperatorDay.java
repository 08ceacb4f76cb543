package fwq.web.guest;

import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.history.History;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import tools.jackson.core.JsonGenerator;

/** A park's day so far, by its own clocks: a value a minute, null where nobody saw it. */
record OperatorDay(History history) {
  private static final int MINUTE_MILLIS = 60_000;

  byte[] of(MapFrame frame) throws ProblemException {
    ZoneId zone = frame.map().sign().zone();
    long begin =
        Instant.ofEpochMilli(frame.at())
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli()
            / MINUTE_MILLIS;
    long end = frame.at() / MINUTE_MILLIS + 1;
    try {
      Map<Long, Integer> inside = new TreeMap<>();
      history.inside(frame.park(), begin, end).forEach(it -> inside.put(it.minute(), it.inside()));
      long[] minutes =
          inside.keySet().stream()
              .findFirst()
              .map(first -> LongStream.range(first, end).toArray())
              .orElse(new long[0]);
      List<Line> waits = new ArrayList<>();
      for (RideStatus ride : frame.map().rides()) {
        waits.add(new Line(ride.ride().name(), waits(frame.park(), ride.ride().id(), begin, end)));
      }
      return JsonText.object(json -> write(json, minutes, inside, waits));
    } catch (DatabaseException e) {
      throw new ProblemException(
          Problem.of(502, "HISTORY_BACKEND_UNAVAILABLE", "the history cannot be read just now"));
    }
  }

  /** A ride's waits, by minute. */
  private record Line(String name, Map<Long, Integer> waits) {}

  private Map<Long, Integer> waits(int park, int ride, long begin, long end)
      throws DatabaseException {
    Map<Long, Integer> waits = new HashMap<>();
    history
        .minutes(park, ride, begin, end)
        .forEach(it -> it.waitMinutes().ifPresent(wait -> waits.put(it.minute(), wait)));
    return waits;
  }

  private static void write(
      JsonGenerator json, long[] minutes, Map<Long, Integer> inside, List<Line> waits) {
    json.writeArrayPropertyStart("times");
    for (long minute : minutes) {
      json.writeNumber(minute * 60);
    }
    json.writeEndArray();
    values(json, "inside", minutes, inside);
    json.writeArrayPropertyStart("waits");
    for (Line line : waits) {
      json.writeStartObject();
      json.writeStringProperty("name", line.name());
      values(json, "values", minutes, line.waits());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void values(
      JsonGenerator json, String name, long[] minutes, Map<Long, Integer> known) {
    json.writeArrayPropertyStart(name);
    for (long minute : minutes) {
      Integer value = known.get(minute);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
    json.writeEndArray();
  }
}
