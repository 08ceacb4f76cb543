package fwq.trips.offers;

import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * What a seller sells places of: a flight, one night in one type of room, or a tour.
 *
 * @param price of one place, in cents
 * @param stock how many places there are
 * @param taken how many of them are held or sold
 * @param version how often it was changed by hand
 * @param goodUntil when it can no longer be held: an hour before it begins, there
 */
public record Offer(
    long id, Service service, int price, int stock, int taken, int version, Instant goodUntil) {
  /** The most places of one offer. */
  public static final int STOCK_MAX = 1_000;

  public Offer {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(goodUntil, "goodUntil");
    if (id < 1) {
      throw new IllegalArgumentException("an offer's id is a number from 1, got " + id);
    }
    if (price < 0 || price > Part.PRICE_MAX) {
      throw new IllegalArgumentException(
          "a price is from 0 to " + Part.PRICE_MAX + " cents, such as 4500, got " + price);
    }
    if (stock < 0 || stock > STOCK_MAX) {
      throw new IllegalArgumentException(
          "an offer has 0 to " + STOCK_MAX + " places, such as 20, got " + stock);
    }
    if (taken < 0 || taken > stock) {
      throw new IllegalArgumentException(
          "of " + stock + " places as many can be taken, got " + taken);
    }
  }

  /** An offer that nobody has taken a place of. */
  public static Offer fresh(long id, Service service, int price, int stock) {
    Instant goodUntil =
        ZonedDateTime.of(service.day(), service.hour(), zone(service)).minusHours(1).toInstant();
    return new Offer(id, service, price, stock, 0, 0, goodUntil);
  }

  /** How many places are neither held nor sold. */
  public int left() {
    return stock - taken;
  }

  private static ZoneId zone(Service service) {
    String town =
        switch (service) {
          case Flight it -> it.from();
          case Stay it -> it.city();
          case Tour it -> it.city();
        };
    return Towns.find(town).map(Town::zone).orElseThrow();
  }
}
