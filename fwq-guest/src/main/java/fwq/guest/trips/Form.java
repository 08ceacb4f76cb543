package fwq.guest.trips;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Search;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** What was typed, as a search. */
record Form(Map<Field, String> typed) {
  String text(Field field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** A number that is none is 0, which no rule lets pass. */
  int number(Field field) {
    try {
      return Math.clamp(Integer.parseInt(text(field)), 0, Part.QUANTITY_MAX + 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private OptionalInt optionalNumber(Field field) {
    return text(field).isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(field));
  }

  Search search(Leg leg) {
    return switch (leg) {
      case FLIGHTS ->
          new Search.Flights(
              text(Field.FROM),
              text(Field.TO),
              text(Field.DAY_OUT),
              text(Field.DAY_BACK),
              number(Field.SEATS));
      case HOTELS ->
          new Search.Hotels(
              text(Field.CITY),
              text(Field.DAY_IN),
              text(Field.DAY_LEAVING),
              optionalNumber(Field.BEDS),
              optionalNumber(Field.PEOPLE));
      case TOURS -> new Search.Tours(text(Field.TOUR_CITY), text(Field.TOUR_DAY));
    };
  }

  /** The same, with what is known already proposed on a page where nothing was typed yet. */
  Map<Field, String> proposed(Page page) {
    Map<Field, String> more = new EnumMap<>(Field.class);
    more.putAll(typed);
    Map.of(
            Field.CITY, Field.TO,
            Field.DAY_IN, Field.DAY_OUT,
            Field.DAY_LEAVING, Field.DAY_BACK,
            Field.PEOPLE, Field.SEATS,
            Field.TOUR_CITY, Field.CITY,
            Field.TOUR_DAY, Field.DAY_IN,
            Field.TOURISTS, Field.PEOPLE)
        .forEach(
            (field, source) -> {
              if (field.page() == page && typed.containsKey(source)) {
                more.putIfAbsent(field, typed.get(source));
              }
            });
    return more;
  }
}
