/**
 * An agency: passes searches on to the sellers, and books whole trips or nothing.
 *
 * <p>A booking's walk: {@code FrameServer} reads a frame → {@link fwq.trips.agency.AgencyHandler}
 * decodes it, asks whether its address may book now, and the registry whose ticket it is → {@link
 * fwq.trips.agency.Bookings} keeps a row in the {@link fwq.trips.agency.TripLog} and starts a
 * {@link fwq.trips.agency.TripRun}, on a thread of its own → that says the words of the trip's
 * {@code Saga} to the {@link fwq.trips.agency.Sellers} and keeps each step before its words → the
 * guest, who waited meanwhile, is told. A guest who goes away, a seller that is silent and an
 * agency that is killed do not change how it ends: the next start goes on from the rows.
 */
package fwq.trips.agency;
