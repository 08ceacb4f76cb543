/**
 * Searches: a {@link fwq.trips.search.Finder} looks into the {@link fwq.trips.search.Catalogue} for
 * what a guest may have on a day, joins nights of one room ({@link fwq.trips.search.Joined}), and
 * names the nearest other days where there is nothing.
 *
 * <p>Pure: time is an argument, and the catalogue is told of each change by its owner, the seller.
 */
package fwq.trips.search;
