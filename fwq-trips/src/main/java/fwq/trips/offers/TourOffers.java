package fwq.trips.offers;

import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Six tours a day in each town. */
record TourOffers(long seed) implements DayOffers {
  private static final int KIND = 3;

  /** What is seen, where it starts, when, and what it costs at the least, in cents. */
  private enum Kind {
    PARK("Behind the rides", "theme park", "Park gate", 10, 1_900),
    OLD_TOWN("Old town on foot", "old town", "Town hall, main door", 11, 0),
    MARKET("Tastes of the market", "covered market", "Market, north door", 12, 2_400),
    CASTLE("Towers and walls", "castle", "Castle bridge", 16, 1_200),
    WATER("Along the water", "harbour and river", "Pier 2", 17, 1_500),
    NIGHT("Lights of the night", "viewpoint", "Cable car, lower station", 21, 2_900);

    private final String tour;
    private final String place;
    private final String address;
    private final int hour;
    private final int price;

    Kind(String tour, String place, String address, int hour, int price) {
      this.tour = tour;
      this.place = place;
      this.address = address;
      this.hour = hour;
      this.price = price;
    }
  }

  @Override
  public List<Offer> on(LocalDate day) {
    Dice dice = new Dice(seed, KIND, day.toEpochDay());
    List<Offer> offers = new ArrayList<>();
    for (Town town : Towns.ALL) {
      for (Kind kind : Kind.values()) {
        LocalTime hour = LocalTime.of(kind.hour, 15 * dice.from(0, 3));
        int price = kind.price == 0 ? 0 : kind.price + 100 * dice.from(0, 15);
        offers.add(
            Offer.fresh(
                DayOffers.id(day, offers.size()),
                new Tour(kind.tour, kind.place, kind.address, town.code(), day, hour),
                price,
                dice.from(6, 40)));
      }
    }
    return offers;
  }
}
