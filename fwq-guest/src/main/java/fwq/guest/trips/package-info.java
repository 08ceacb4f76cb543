/**
 * A guest who plans a trip, whatever shows the pages: {@link fwq.guest.trips.TripPlan} is the
 * conversation, a value that the guest's session keeps; {@link fwq.guest.trips.TripsClient} is the
 * way to the agency.
 *
 * <p>A page's walk: the guest types into {@link fwq.guest.trips.Field}s → {@code submit} says what
 * is wrong in place, or gives the search → the client asks the agency → {@code heard} takes the
 * answer in: the list, or what is wrong, or that the seller is away → the guest chooses → the next
 * form, with what is known already. At the end stand the whole with its total, and {@code book}.
 */
package fwq.guest.trips;
