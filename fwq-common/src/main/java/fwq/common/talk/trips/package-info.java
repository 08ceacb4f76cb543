/**
 * What guests, agencies and sellers of trips say to each other.
 *
 * <p>A trip's walk: a guest sends a {@link fwq.common.talk.trips.Search} to an agency, which passes
 * it on to the seller of its {@link fwq.common.talk.trips.Leg} → the seller has {@link
 * fwq.common.talk.trips.SearchRules} look at the fields and answers {@link
 * fwq.common.talk.trips.Found}, whose {@link fwq.common.talk.trips.Choice}s name the offers that
 * they are made of, or {@link fwq.common.talk.trips.WrongFields} → the guest sends the {@link
 * fwq.common.talk.trips.Part}s of what was chosen, under an id of its own making, as {@link
 * fwq.common.talk.trips.AgencyRequest.Book} → the agency says {@link
 * fwq.common.talk.trips.SellerRequest.Hold} to each seller and {@link
 * fwq.common.talk.trips.SellerRequest.Confirm} to all, or {@link
 * fwq.common.talk.trips.SellerRequest.Cancel} → {@link fwq.common.talk.trips.AgencyReply.Booked},
 * or {@link fwq.common.talk.trips.AgencyReply.Refused} with the leg and the {@link
 * fwq.common.talk.trips.Refusal}.
 *
 * <p>Money is whole cents; days and hours are local to their town; only the end of an offer is an
 * instant. The same codec and rules serve all three. Pure, but for the list of towns that is read
 * once.
 */
package fwq.common.talk.trips;
