package fwq.trips.offers;

import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Four flights a day from home to each other town, and four back.
 *
 * @param home where all flights start or end
 */
record FlightOffers(long seed, Town home) implements DayOffers {
  private static final int KIND = 1;

  /** When the four leave, at the earliest; each up to three hours later. */
  private static final List<Integer> HOURS = List.of(6, 11, 15, 19);

  @Override
  public List<Offer> on(LocalDate day) {
    Dice dice = new Dice(seed, KIND, day.toEpochDay());
    List<Offer> offers = new ArrayList<>();
    for (Town other : Towns.ALL) {
      if (!other.equals(home)) {
        for (int hour : HOURS) {
          offers.add(offer(DayOffers.id(day, offers.size()), home, other, day, hour, dice));
        }
        for (int hour : HOURS) {
          offers.add(offer(DayOffers.id(day, offers.size()), other, home, day, hour, dice));
        }
      }
    }
    return offers;
  }

  private static Offer offer(long id, Town from, Town to, LocalDate day, int hour, Dice dice) {
    boolean far = isAcross(from) != isAcross(to);
    LocalTime leaves = LocalTime.of(hour, 0).plusMinutes(5L * dice.from(0, 35));
    int minutes = far ? dice.from(110, 140) * 5 : dice.from(15, 45) * 5;
    ZonedDateTime arrives =
        ZonedDateTime.of(day, leaves, from.zone())
            .plusMinutes(minutes)
            .withZoneSameInstant(to.zone());
    return Offer.fresh(
        id,
        new Flight(
            from.code(), to.code(), day, leaves, arrives.toLocalDate(), arrives.toLocalTime()),
        far ? 100 * dice.from(180, 990) : 100 * dice.from(19, 260) + 99,
        dice.from(4, 120));
  }

  private static boolean isAcross(Town town) {
    return town.zone().getId().startsWith("America/");
  }
}
