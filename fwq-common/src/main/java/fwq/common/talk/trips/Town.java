package fwq.common.talk.trips;

import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A town that trips go to or start from.
 *
 * @param code its airport's, three capital letters such as {@code PMI}
 * @param airport its airport's name
 * @param name the town's, such as {@code Palma}
 * @param country where it is
 * @param zone whose hours its clocks show
 */
public record Town(String code, String airport, String name, String country, ZoneId zone) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public Town {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a town's code is three capital letters, such as PMI, got '" + code + "'");
    }
    Objects.requireNonNull(airport, "airport");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(zone, "zone");
  }
}
