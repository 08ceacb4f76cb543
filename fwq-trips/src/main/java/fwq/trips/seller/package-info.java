/**
 * A seller: a {@link fwq.trips.seller.Stall} that holds, sells and takes back places.
 *
 * <p>A hold's walk: {@code FrameServer} reads a frame → {@link fwq.trips.seller.SellerHandler}
 * decodes it and asks whether its address may speak now → {@code Stall} begins a transaction, gives
 * back what was held too long by the {@link fwq.trips.seller.HoldClock}, and puts the trip's parts
 * in ({@link fwq.trips.seller.Trips}) → the triggers of {@link fwq.trips.seller.SellerTables} count
 * what is taken, and refuse when it would be more than there is → the trip is kept with its answer,
 * so that the same words are answered alike → after the commit the catalogue shows what is left.
 *
 * <p>{@link fwq.trips.seller.Stock} sees to it that there are offers for the days to come: those
 * that a seed makes, or those of an {@link fwq.trips.seller.OffersFile}.
 */
package fwq.trips.seller;
