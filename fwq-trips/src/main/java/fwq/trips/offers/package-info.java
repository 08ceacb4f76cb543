/**
 * What sellers have to sell. {@link fwq.trips.offers.DayOffers} makes a day's {@link
 * fwq.trips.offers.Offer}s from a seed and the day alone, or {@link fwq.trips.offers.OffersFile}
 * takes them from lines that an operator wrote.
 *
 * <p>Pure: the same seed and day give the same offers on every machine and in every version.
 */
package fwq.trips.offers;
