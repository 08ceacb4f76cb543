package fwq.trips.search;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Query;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Town;
import fwq.trips.offers.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers searches from a catalogue: what a guest can have on a day, or else the nearest days on
 * which there is something. Pure but for the catalogue that it reads.
 *
 * @param now of the seller: what is over by then is not offered
 */
public record Finder(Catalogue catalogue, Instant now) {
  /** How far other days are looked at. */
  static final int NEAREST_DAYS = 30;

  private static final Comparator<Choice> CHEAPEST_FIRST =
      Comparator.comparingLong(Choice::price)
          .thenComparing(it -> it.service().hour())
          .thenComparingLong(it -> it.offers().getFirst().offer());

  /** What was found; of flights, first those out and then those back. */
  public List<Matches> find(Query query) {
    return switch (query) {
      case Query.Flights it ->
          List.of(
              flights(it.from(), it.to(), it.dayOut(), it.seats()),
              flights(it.to(), it.from(), it.dayBack(), it.seats()));
      case Query.Hotels it -> List.of(stays(it));
      case Query.Tours it ->
          List.of(
              nearest(
                  it.city(),
                  it.day(),
                  day -> single(it.city().code(), day, offer -> offer.left() > 0)));
    };
  }

  private Matches flights(Town from, Town to, LocalDate day, int seats) {
    String route = Flight.route(from.code(), to.code());
    return nearest(from, day, on -> single(route, on, offer -> offer.left() >= seats));
  }

  private List<Choice> single(String route, LocalDate day, Predicate<Offer> wanted) {
    return good(route, day).filter(wanted).limit(Matches.CHOICES_MAX).map(Joined::one).toList();
  }

  private Stream<Offer> good(String route, LocalDate day) {
    return catalogue.on(route, day).stream().filter(offer -> offer.goodUntil().isAfter(now));
  }

  private Matches stays(Query.Hotels it) {
    int nights = (int) ChronoUnit.DAYS.between(it.dayIn(), it.dayOut());
    return nearest(
        it.city(),
        it.dayIn(),
        day ->
            good(it.city().code(), day)
                .filter(first -> hasBeds((Stay) first.service(), it.beds()))
                .flatMap(first -> joined(first, nights).stream())
                .filter(choice -> choice.left() >= rooms((Stay) choice.service(), it.people()))
                .sorted(CHEAPEST_FIRST)
                .limit(Matches.CHOICES_MAX)
                .toList());
  }

  private static boolean hasBeds(Stay stay, OptionalInt beds) {
    return beds.isEmpty() || stay.beds() == beds.getAsInt();
  }

  private static int rooms(Stay stay, OptionalInt people) {
    return people.isPresent() ? stay.roomsFor(people.getAsInt()) : 1;
  }

  /** The same room on all nights, if it is offered on each. */
  private Optional<Choice> joined(Offer first, int nights) {
    Room room = Room.of(first).orElseThrow();
    List<Offer> all = new ArrayList<>(nights);
    all.add(first);
    while (all.size() < nights) {
      Optional<Offer> next = catalogue.on(room, first.service().day().plusDays(all.size()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      all.add(next.get());
    }
    return Optional.of(Joined.of(all));
  }

  /** What there is on this day, or else the nearest day before and after that has something. */
  private Matches nearest(Town where, LocalDate day, Function<LocalDate, List<Choice>> on) {
    List<Choice> choices = on.apply(day);
    if (!choices.isEmpty()) {
      return Matches.of(choices);
    }
    LocalDate today = LocalDate.ofInstant(now, where.zone());
    return new Matches(
        List.of(),
        days(day, -1).filter(it -> !it.isBefore(today)).filter(has(on)).findFirst(),
        days(day, 1).filter(has(on)).findFirst());
  }

  private static Stream<LocalDate> days(LocalDate from, int step) {
    return IntStream.rangeClosed(1, NEAREST_DAYS).mapToObj(n -> from.plusDays((long) n * step));
  }

  private static Predicate<LocalDate> has(Function<LocalDate, List<Choice>> on) {
    return day -> !on.apply(day).isEmpty();
  }
}
