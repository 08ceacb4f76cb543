package fwq.trials.bench.trips;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Searches as guests make them: any town, any day of the next weeks, one to four people. */
final class Searches {
  private static final int DAYS = 75;
  private static final int NIGHTS_MAX = 7;
  private static final int PEOPLE_MAX = 4;

  private Searches() {}

  /** So many of one seller's, the same ones each time on one day. */
  static List<Search> of(Leg leg, int count) {
    SplittableRandom random = new SplittableRandom(leg.name().hashCode());
    List<Town> towns = Towns.ALL.stream().filter(it -> !it.equals(OpenSeller.HOME)).toList();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return Stream.generate(() -> one(leg, towns.get(random.nextInt(towns.size())), today, random))
        .limit(count)
        .toList();
  }

  private static Search one(Leg leg, Town town, LocalDate today, SplittableRandom random) {
    LocalDate day = today.plusDays(random.nextInt(2, DAYS));
    LocalDate later = day.plusDays(random.nextInt(1, NIGHTS_MAX + 1));
    int people = random.nextInt(1, PEOPLE_MAX + 1);
    return switch (leg) {
      case FLIGHTS -> new Search.Flights("", town.name(), day.toString(), later.toString(), people);
      case HOTELS ->
          new Search.Hotels(
              town.name(),
              day.toString(),
              later.toString(),
              OptionalInt.empty(),
              OptionalInt.of(people));
      case TOURS -> new Search.Tours(town.code(), day.toString());
    };
  }
}
