/**
 * What sellers have to sell. {@link fwq.trips.offers.DayOffers} makes a day's {@link
 * fwq.trips.offers.Offer}s from a seed and the day alone.
 *
 * <p>Pure: the same seed and day give the same offers on every machine and in every version.
 */
package fwq.trips.offers;
