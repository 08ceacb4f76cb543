package fwq.trips.seller;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.kit.file.Csv;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Offers that an operator wrote, one line each, as rows of a CSV file. */
public final class OffersFile implements DayOffers {
  /** The most characters of a name or an address, so that fifty stays fit into a frame. */
  static final int TEXT_LENGTH_MAX = 60;

  private final Map<LocalDate, List<Offer>> byDay = new TreeMap<>();

  private OffersFile() {}

  /** The columns that the file of a seller has. */
  public static List<String> columns(Leg leg) {
    return Stream.of("id,price,stock," + ofLeg(leg))
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .toList();
  }

  private static String ofLeg(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> "from,to,day,hour,arrival_day,arrival_hour";
      case HOTELS -> "hotel,address,city,day,room,beds,breakfast";
      case TOURS -> "tour,place,address,city,day,hour";
    };
  }

  /**
   * Takes all rows.
   *
   * @throws IllegalArgumentException with a sentence that names the line
   */
  public static OffersFile of(Leg leg, List<Csv.Row> rows) {
    OffersFile file = new OffersFile();
    Set<Long> ids = new HashSet<>();
    for (Csv.Row row : rows) {
      try {
        Offer offer =
            Offer.fresh(
                Long.parseLong(row.text("id")),
                service(leg, row),
                row.number("price"),
                row.number("stock"));
        if (!ids.add(offer.id())) {
          throw new IllegalArgumentException("its id is that of an earlier line");
        }
        file.byDay.computeIfAbsent(offer.service().day(), _ -> new ArrayList<>()).add(offer);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "line " + row.line() + ": a day is as 2027-05-01, an hour as 08:30", e);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("line " + row.line() + ": id is a whole number", e);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + row.line() + ": " + e.getMessage(), e);
      }
    }
    return file;
  }

  private static Service service(Leg leg, Csv.Row row) {
    return switch (leg) {
      case FLIGHTS ->
          new Flight(
              town(row, "from"),
              town(row, "to"),
              day(row, "day"),
              hour(row, "hour"),
              day(row, "arrival_day"),
              hour(row, "arrival_hour"));
      case HOTELS ->
          new Stay(
              text(row, "hotel"),
              text(row, "address"),
              town(row, "city"),
              day(row, "day"),
              day(row, "day").plusDays(1),
              row.number("room"),
              row.number("stock"),
              row.number("beds"),
              row.text("breakfast").equals("yes"));
      case TOURS ->
          new Tour(
              text(row, "tour"),
              text(row, "place"),
              text(row, "address"),
              town(row, "city"),
              day(row, "day"),
              hour(row, "hour"));
    };
  }

  private static LocalDate day(Csv.Row row, String column) {
    return LocalDate.parse(row.text(column));
  }

  private static LocalTime hour(Csv.Row row, String column) {
    return LocalTime.parse(row.text(column));
  }

  private static String town(Csv.Row row, String column) {
    return Towns.find(row.text(column))
        .map(Town::code)
        .orElseThrow(() -> new IllegalArgumentException(column + " is a town's code, such as PMI"));
  }

  private static String text(Csv.Row row, String column) {
    String text = row.text(column);
    if (text.isEmpty()
        || text.length() > TEXT_LENGTH_MAX
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(column + " has 1 to " + TEXT_LENGTH_MAX + " characters");
    }
    return text;
  }

  /** It may have been written on since. */
  @Override
  public boolean mayGrow() {
    return true;
  }

  @Override
  public List<Offer> on(LocalDate day) {
    return byDay.getOrDefault(day, List.of());
  }
}
