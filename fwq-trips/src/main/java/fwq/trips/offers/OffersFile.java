package fwq.trips.offers;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Offers that an operator wrote, as CSV: one line each under a line of names. */
public final class OffersFile implements DayOffers {
  /** The most characters of a name or an address, so that fifty stays fit into a frame. */
  static final int TEXT_LENGTH_MAX = 60;

  private static final String FLIGHTS = "id,price,stock,from,to,day,hour,arrival_day,arrival_hour";
  private static final String HOTELS = "id,price,stock,hotel,address,city,day,room,beds,breakfast";
  private static final String TOURS = "id,price,stock,tour,place,address,city,day,hour";

  private final Map<LocalDate, List<Offer>> byDay = new TreeMap<>();

  private OffersFile() {}

  /** The line of names that the file of a seller begins with. */
  public static String header(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> FLIGHTS;
      case HOTELS -> HOTELS;
      case TOURS -> TOURS;
    };
  }

  /**
   * Reads all lines.
   *
   * @throws IllegalArgumentException with a sentence that names the line
   */
  public static OffersFile parse(Leg leg, List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(header(leg))) {
      throw new IllegalArgumentException("the first line is to be " + header(leg));
    }
    OffersFile file = new OffersFile();
    Set<Long> ids = new HashSet<>();
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (!line.isBlank()) {
        file.add(offer(leg, line, number), number, ids);
      }
    }
    return file;
  }

  private void add(Offer offer, int number, Set<Long> ids) {
    if (!ids.add(offer.id())) {
      throw new IllegalArgumentException("line " + number + " has the id of an earlier line");
    }
    byDay.computeIfAbsent(offer.service().day(), _ -> new ArrayList<>()).add(offer);
  }

  private static Offer offer(Leg leg, String line, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != header(leg).split(",", -1).length) {
      throw new IllegalArgumentException(
          "line " + number + " is to have the cells " + header(leg) + ", got " + cells.length);
    }
    try {
      return Offer.fresh(
          Long.parseLong(cells[0].strip()), service(leg, cells), whole(cells[1]), whole(cells[2]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "line " + number + " has a day or an hour that is not as 2027-05-01 or 08:30", e);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line " + number + " has a number that is none", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  private static Service service(Leg leg, String... cells) {
    return switch (leg) {
      case FLIGHTS ->
          new Flight(
              town(cells[3]),
              town(cells[4]),
              LocalDate.parse(cells[5].strip()),
              LocalTime.parse(cells[6].strip()),
              LocalDate.parse(cells[7].strip()),
              LocalTime.parse(cells[8].strip()));
      case HOTELS -> {
        LocalDate night = LocalDate.parse(cells[6].strip());
        yield new Stay(
            text(cells[3]),
            text(cells[4]),
            town(cells[5]),
            night,
            night.plusDays(1),
            whole(cells[7]),
            whole(cells[2]),
            whole(cells[8]),
            cells[9].strip().equals("yes"));
      }
      case TOURS ->
          new Tour(
              text(cells[3]),
              text(cells[4]),
              text(cells[5]),
              town(cells[6]),
              LocalDate.parse(cells[7].strip()),
              LocalTime.parse(cells[8].strip()));
    };
  }

  private static String town(String text) {
    return Towns.find(text)
        .map(Town::code)
        .orElseThrow(
            () -> new IllegalArgumentException("a town is named by its code, such as PMI"));
  }

  private static String text(String cell) {
    String text = cell.strip();
    if (text.isEmpty()
        || text.length() > TEXT_LENGTH_MAX
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name or an address has 1 to " + TEXT_LENGTH_MAX + " characters");
    }
    return text;
  }

  private static int whole(String cell) {
    return Integer.parseInt(cell.strip());
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
