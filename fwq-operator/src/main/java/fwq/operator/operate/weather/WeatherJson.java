package fwq.operator.operate.weather;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * Open-Meteo's answer to {@code
 * /v1/forecast?latitude=…&longitude=…&current=temperature_2m,wind_speed_10m}: one object, or a list
 * of four, one for each quadrant, where four places were asked for.
 */
final class WeatherJson {
  private WeatherJson() {}

  /** The places. */
  static List<Conditions> read(byte[] bytes) throws BadMessageException {
    JsonNode document = JsonText.parse(bytes);
    List<Conditions> places = new ArrayList<>();
    if (document.isArray()) {
      for (JsonNode place : document) {
        places.add(place(place));
      }
    } else {
      places.add(place(document));
    }
    if (places.size() != 1 && places.size() != Rule.QUADRANTS.size()) {
      throw new BadMessageException("the weather is of 1 or 4 places, got " + places.size());
    }
    return places;
  }

  private static Conditions place(JsonNode place) throws BadMessageException {
    JsonNode current = Fields.of(place).node().path("current");
    return new Conditions(
        number(current.path("temperature_2m")), number(current.path("wind_speed_10m")));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
  }
}
