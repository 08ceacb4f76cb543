package fwq.web.trip;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.Booking;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Part;
import fwq.kit.json.JsonText;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** The trips that a guest has booked: how they stand, what is in them, and giving one back. */
final class OwnTrips {
  private static final long AGAIN_SECONDS = 5;

  private final Agency agency;
  private final Traveller.Finder travellers;

  OwnTrips(Agency agency, Traveller.Finder travellers) {
    this.agency = agency;
    this.travellers = travellers;
  }

  void addTo(Routes routes) {
    routes.add("GET", "/app/trips", Routes.Access.PAGE, this::all);
    routes.add("GET", "/app/trips/{trip}", Routes.Access.PAGE, this::one);
    routes.add("POST", "/app/trips/cancel", Routes.Access.GUEST, this::cancel);
  }

  private Reply all(Call call) throws ProblemException, InterruptedException {
    AgencyReply reply = agency.ask(new AgencyRequest.Mine(travellers.of(call).ticket()));
    if (!(reply instanceof AgencyReply.Trips mine)) {
      throw problem(reply);
    }
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeArrayPropertyStart("trips");
              mine.trips().forEach(line -> line(json, line));
              json.writeEndArray();
            }));
  }

  private static void line(JsonGenerator json, AgencyReply.Line line) {
    json.writeStartObject();
    json.writeStringProperty("trip", line.trip().toString());
    json.writeStringProperty("state", line.state().name());
    json.writeNumberProperty("total", line.total());
    json.writeStringProperty("currency", line.currency());
    json.writeStringProperty("day", line.day().map(Object::toString).orElse(null));
    json.writeEndObject();
  }

  private Reply one(Call call) throws ProblemException, InterruptedException {
    var _ = travellers.of(call);
    AgencyReply reply = agency.ask(new AgencyRequest.Trip(id(call.part("trip"))));
    if (!(reply instanceof AgencyReply.TripOf trip)) {
      throw problem(reply);
    }
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeStringProperty("state", trip.state().name());
              json.writeArrayPropertyStart("parts");
              trip.legs().values().forEach(booking -> parts(json, booking));
              json.writeEndArray();
              PlanDocument.towns(json);
            }));
  }

  private static void parts(JsonGenerator json, Booking booking) {
    for (Choice choice : booking.choices()) {
      json.writeStartObject();
      PlanDocument.service(json, choice.service());
      json.writeNumberProperty("quantity", quantity(booking, choice));
      json.writeEndObject();
    }
  }

  private static int quantity(Booking booking, Choice choice) {
    return booking.parts().stream()
        .filter(part -> part.offer() == choice.offers().getFirst().offer())
        .mapToInt(Part::quantity)
        .findFirst()
        .orElse(1);
  }

  private Reply cancel(Call call) throws ProblemException, InterruptedException {
    var _ = travellers.of(call);
    AgencyReply reply = agency.ask(new AgencyRequest.Cancel(id(Body.of(call).text("trip"))));
    return switch (reply) {
      case AgencyReply.Cancelled _ -> state("CANCELLED");
      case AgencyReply.GoesOn it -> state(it.state().name());
      case AgencyReply other -> throw problem(other);
    };
  }

  private static Reply state(String state) {
    return Reply.json(200, JsonText.object(json -> json.writeStringProperty("state", state)));
  }

  private static UUID id(String text) throws ProblemException {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Body.wrong("trip", "a trip's id");
    }
  }

  private static ProblemException problem(AgencyReply reply) {
    if (reply instanceof AgencyReply.NoTrip) {
      return new ProblemException(Problem.notFound("there is no such trip"));
    }
    if (reply instanceof NotDone it && it.error().code().equals("EXPIRED")) {
      return new ProblemException(Problem.of(401, "LOGGED_OUT", "log in first"));
    }
    return new ProblemException(
        Problem.later(503, "AGENCY_AWAY", "the agency cannot be asked just now", AGAIN_SECONDS));
  }
}
