package fwq.trips.offers;

import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Five hotels in each town, three types of room in each, one offer for each night. */
record HotelOffers(long seed) implements DayOffers {
  private static final int KIND = 2;
  private static final int HOTELS = 5;
  private static final int TYPES = 3;
  private static final List<String> FIRST = List.of("Hotel", "Hostal", "Pensión", "Casa", "Grand");
  private static final List<String> SECOND =
      List.of("Mirador", "Alameda", "Faro", "Aurora", "Jardín", "Puerto", "Molino", "Estrella");
  private static final List<String> STREETS =
      List.of("Mayor", "Real", "del Mar", "de la Luna", "del Olmo", "Nueva", "de la Torre");

  @Override
  public List<Offer> on(LocalDate night) {
    Dice tonight = new Dice(seed, KIND, night.toEpochDay());
    List<Offer> offers = new ArrayList<>();
    for (int town = 0; town < Towns.ALL.size(); town++) {
      for (int hotel = 0; hotel < HOTELS; hotel++) {
        for (int type = 0; type < TYPES; type++) {
          Stay stay = room(town, hotel, type, night);
          int price = 100 * (18 + 14 * stay.beds() + (stay.breakfast() ? 9 : 0)) * (hotel + 4) / 5;
          offers.add(
              Offer.fresh(
                  DayOffers.id(night, offers.size()),
                  stay,
                  price * tonight.from(80, 150) / 100,
                  stay.rooms()));
        }
      }
    }
    return offers;
  }

  /** The same room each night: its hotel stands longer than a day. */
  private Stay room(int town, int hotel, int type, LocalDate night) {
    Dice house = new Dice(seed, KIND, town, hotel);
    // No two hotels of a town have the same name.
    String name = FIRST.get(hotel) + " " + house.oneOf(SECOND);
    String address = "Calle " + house.oneOf(STREETS) + " " + house.from(1, 120);
    Dice room = new Dice(seed, KIND, town, hotel, type);
    Town city = Towns.ALL.get(town);
    return new Stay(
        name,
        address,
        city.code(),
        night,
        night.plusDays(1),
        100 * (type + 1) + room.from(1, 20),
        room.from(1, 9),
        type == 0 ? room.from(1, 2) : type + 1,
        room.onceIn(2));
  }
}
