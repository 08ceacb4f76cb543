/**
 * Trips to the park, planned in a browser. A step of a guest: {@code TripSite} finds the guest's
 * plan in {@code Plans}, has {@code fwq.guest.trips.TripPlan} decide what comes of it, asks the
 * {@code Agency} where that is wanted, and answers with the plan as {@code PlanDocument} writes it.
 * Knows nothing of logins but what {@code Traveller} says.
 */
package fwq.web.trip;
