package fwq.common.talk.trips;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** What a seller has. Days and hours are those of the town where it begins or arrives. */
public sealed interface Service {
  /** Where it can be found among a day's offers: the town, or both towns of a flight. */
  String route();

  /** The day it begins. */
  LocalDate day();

  /** The hour it begins. */
  LocalTime hour();

  /** The day it is over. */
  LocalDate lastDay();

  /**
   * One flight.
   *
   * @param from the code of its town, as all codes below
   * @param arrivalDay in the town that it goes to, as its hour
   */
  record Flight(
      String from,
      String to,
      LocalDate day,
      LocalTime hour,
      LocalDate arrivalDay,
      LocalTime arrivalHour)
      implements Service {
    public Flight {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(hour, "hour");
      Objects.requireNonNull(arrivalDay, "arrivalDay");
      Objects.requireNonNull(arrivalHour, "arrivalHour");
    }

    /** Where flights between two towns are found. */
    public static String route(String from, String to) {
      return from + "-" + to;
    }

    @Override
    public String route() {
      return route(from, to);
    }

    @Override
    public LocalDate lastDay() {
      return arrivalDay;
    }
  }

  /**
   * Nights in one type of room. An offer is one night; a search joins them.
   *
   * @param dayIn the day of entry
   * @param dayOut the day of leaving, after that of entry
   * @param room the number of the type of room in its hotel
   * @param rooms how many rooms of the type there are
   * @param beds in each of them
   */
  record Stay(
      String hotel,
      String address,
      String city,
      LocalDate dayIn,
      LocalDate dayOut,
      int room,
      int rooms,
      int beds,
      boolean breakfast)
      implements Service {
    /** When rooms are ready. */
    public static final LocalTime ENTRY = LocalTime.of(15, 0);

    public Stay {
      Objects.requireNonNull(hotel, "hotel");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(city, "city");
      if (!dayIn.isBefore(dayOut)) {
        throw new IllegalArgumentException("a stay ends after the day of entry");
      }
      if (beds < 1) {
        throw new IllegalArgumentException("a room has at least one bed");
      }
      Checks.atLeast(0, room, "a room's number");
      Checks.atLeast(0, rooms, "how many rooms");
    }

    /** How many rooms so many people need. */
    public int roomsFor(int people) {
      return Math.ceilDiv(people, beds);
    }

    /** The same room, until another day. */
    public Stay until(LocalDate other) {
      return new Stay(hotel, address, city, dayIn, other, room, rooms, beds, breakfast);
    }

    @Override
    public String route() {
      return city;
    }

    @Override
    public LocalDate day() {
      return dayIn;
    }

    @Override
    public LocalTime hour() {
      return ENTRY;
    }

    @Override
    public LocalDate lastDay() {
      return dayOut;
    }
  }

  /**
   * A tour.
   *
   * @param place what is seen
   * @param address where it starts
   */
  record Tour(String tour, String place, String address, String city, LocalDate day, LocalTime hour)
      implements Service {
    public Tour {
      Objects.requireNonNull(tour, "tour");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(city, "city");
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(hour, "hour");
    }

    @Override
    public String route() {
      return city;
    }

    @Override
    public LocalDate lastDay() {
      return day;
    }
  }
}
