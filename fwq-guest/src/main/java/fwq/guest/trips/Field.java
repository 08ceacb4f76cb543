package fwq.guest.trips;

import java.util.Optional;
import java.util.stream.Stream;

/** What a guest types, each on its page. */
public enum Field {
  /** Empty for the sellers' home. */
  FROM(Page.FLIGHT_FORM, "from"),
  /** The park's town, unless the guest wants another. */
  TO(Page.FLIGHT_FORM, "to"),
  DAY_OUT(Page.FLIGHT_FORM, "dayOut"),
  DAY_BACK(Page.FLIGHT_FORM, "dayBack"),
  SEATS(Page.FLIGHT_FORM, "seats"),
  CITY(Page.HOTEL_FORM, "city"),
  DAY_IN(Page.HOTEL_FORM, "dayIn"),
  DAY_LEAVING(Page.HOTEL_FORM, "dayOut"),
  PEOPLE(Page.HOTEL_FORM, "people"),
  /** Empty for any number. */
  BEDS(Page.HOTEL_FORM, "beds"),
  TOUR_CITY(Page.TOUR_FORM, "city"),
  TOUR_DAY(Page.TOUR_FORM, "day"),
  /** How many take the tour; no word of the search, which has tours with a place left. */
  TOURISTS(Page.TOUR_FORM, "people"),
  TRAVELLER(Page.WHOLE, "traveller");

  private final Page page;
  private final String said;

  Field(Page page, String said) {
    this.page = page;
    this.said = said;
  }

  /** The page that it is on. */
  public Page page() {
    return page;
  }

  /** The field of a page that an agency calls so. */
  static Optional<Field> of(Page page, String said) {
    return Stream.of(values())
        .filter(field -> field.page == page && field.said.equals(said))
        .findFirst();
  }

  /** As agencies call it. */
  String said() {
    return said;
  }
}
