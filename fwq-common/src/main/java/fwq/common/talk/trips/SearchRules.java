package fwq.common.talk.trips;

import fwq.common.talk.trips.WrongField.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which fields of a search are wrong, each with a sentence of its own. Pure, and the same for the
 * guest's form and for the seller.
 */
public final class SearchRules {
  /** Puts nothing right by itself, such as 31 February. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int DAY_LENGTH = "2027-05-01".length();

  private final Instant now;
  private final List<WrongField> wrong = new ArrayList<>();

  /** The search as it is meant, or what is wrong with it. */
  public sealed interface Checked {
    /** All fields are right. */
    record Right(Query query) implements Checked {}

    /** Some are not. */
    record Wrong(List<WrongField> fields) implements Checked {
      public Wrong {
        fields = List.copyOf(fields);
      }
    }
  }

  private SearchRules(Instant now) {
    this.now = now;
  }

  /**
   * Looks at each field.
   *
   * @param home where flights start when nothing else is said
   */
  public static Checked check(Search search, Town home, Instant now) {
    SearchRules rules = new SearchRules(now);
    Optional<Query> query =
        switch (search) {
          case Search.Flights it -> rules.flights(it, home);
          case Search.Hotels it -> rules.hotels(it);
          case Search.Tours it -> rules.tours(it);
        };
    return query.isPresent() && rules.wrong.isEmpty()
        ? new Checked.Right(query.get())
        : new Checked.Wrong(rules.wrong);
  }

  private Optional<Query> flights(Search.Flights it, Town home) {
    Optional<Town> from = it.from().isBlank() ? Optional.of(home) : town("from", it.from());
    Optional<Town> to = town("to", it.to());
    if (from.isPresent() && from.equals(to)) {
      add("to", Why.SAME_TOWN, "a flight goes to another town than " + to.get().name());
    }
    Optional<LocalDate> out = day("dayOut", it.dayOut(), from);
    Optional<LocalDate> back = day("dayBack", it.dayBack(), to);
    if (out.isPresent() && back.isPresent() && back.get().isBefore(out.get())) {
      add("dayBack", Why.TOO_EARLY, "the day back is not before the day out, " + out.get());
    }
    range("seats", OptionalInt.of(it.seats()));
    return from.isPresent() && to.isPresent() && out.isPresent() && back.isPresent()
        ? Optional.of(new Query.Flights(from.get(), to.get(), out.get(), back.get(), it.seats()))
        : Optional.empty();
  }

  private Optional<Query> hotels(Search.Hotels it) {
    Optional<Town> city = town("city", it.city());
    Optional<LocalDate> in = day("dayIn", it.dayIn(), city);
    Optional<LocalDate> out = day("dayOut", it.dayOut(), city);
    if (in.isPresent() && out.isPresent()) {
      long nights = ChronoUnit.DAYS.between(in.get(), out.get());
      if (nights < 1) {
        add("dayOut", Why.TOO_EARLY, "the day of leaving is after the day of entry, " + in.get());
      } else if (nights > Part.NIGHTS_MAX) {
        add("dayOut", Why.TOO_LONG, "a stay has at most " + Part.NIGHTS_MAX + " nights");
      }
    }
    range("beds", it.beds());
    range("people", it.people());
    if (it.beds().isEmpty() && it.people().isEmpty()) {
      add("people", Why.MISSING, "say for how many people, such as 2, or how many beds");
    }
    return city.isPresent() && in.isPresent() && out.isPresent()
        ? Optional.of(new Query.Hotels(city.get(), in.get(), out.get(), it.beds(), it.people()))
        : Optional.empty();
  }

  private Optional<Query> tours(Search.Tours it) {
    Optional<Town> city = town("city", it.city());
    Optional<LocalDate> day = day("day", it.day(), city);
    return city.isPresent() && day.isPresent()
        ? Optional.of(new Query.Tours(city.get(), day.get()))
        : Optional.empty();
  }

  private Optional<Town> town(String field, String text) {
    if (text.isBlank()) {
      add(field, Why.MISSING, "say a town, by name or code, such as Palma or PMI");
      return Optional.empty();
    }
    Optional<Town> town = Towns.find(text);
    if (town.isEmpty()) {
      add(
          field,
          Why.UNKNOWN_TOWN,
          "nothing goes to a town of this name; known are "
              + String.join(", ", Towns.ALL.stream().map(Town::name).toList()));
    }
    return town;
  }

  /** A day that is not over; where the town is not known, in any zone. */
  private Optional<LocalDate> day(String field, String text, Optional<Town> where) {
    if (text.isBlank()) {
      add(field, Why.MISSING, "say a day, as 2027-05-01");
      return Optional.empty();
    }
    Optional<LocalDate> day = parse(text.strip());
    if (day.isEmpty()) {
      add(field, Why.NO_DAY, "a day of the calendar was expected, as 2027-05-01");
    } else if (where.isPresent()
        && day.get().isBefore(LocalDate.ofInstant(now, where.get().zone()))) {
      add(field, Why.PAST, "this day is over in " + where.get().name());
    }
    return day;
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return text.length() == DAY_LENGTH
          ? Optional.of(LocalDate.parse(text, DAY))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void range(String field, OptionalInt number) {
    if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > Part.QUANTITY_MAX)) {
      add(
          field,
          Why.OUT_OF_RANGE,
          "a number from 1 to " + Part.QUANTITY_MAX + " was expected, such as 2");
    }
  }

  private void add(String field, Why why, String message) {
    wrong.add(new WrongField(field, why, message));
  }
}
