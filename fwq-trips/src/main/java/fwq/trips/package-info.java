/**
 * Trips to the park: flight, hotel and tour, all or nothing. {@link fwq.trips.TripsMain} starts a
 * seller, an agency, or all of them in one program; each is a server of its own, with a file of its
 * own, and may stand on a machine of its own.
 */
package fwq.trips;
