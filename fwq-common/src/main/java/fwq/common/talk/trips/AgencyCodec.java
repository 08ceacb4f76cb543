package fwq.common.talk.trips;

import fwq.common.talk.trips.AgencyReply.Line;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.kit.json.Secret;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The conversation with an agency, as JSON and back. */
public final class AgencyCodec {
  private AgencyCodec() {}

  /** A request to an agency. */
  public static byte[] write(AgencyRequest request) {
    return JsonText.object(
        json -> {
          switch (request) {
            case Search it -> SellerCodec.writeSearch(json, it);
            case AgencyRequest.Book it -> {
              json.writeStringProperty("type", "book");
              TripJson.write(json, it.trip());
              TripJson.writeLegs(json, it.legs());
              json.writeStringProperty("traveller", it.traveller());
              it.ticket().ifPresent(ticket -> json.writeStringProperty("ticket", ticket.reveal()));
            }
            case AgencyRequest.Trip it -> {
              json.writeStringProperty("type", "trip");
              TripJson.write(json, it.trip());
            }
            case AgencyRequest.Mine it -> {
              json.writeStringProperty("type", "mine");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case AgencyRequest.Cancel it -> {
              json.writeStringProperty("type", "cancel");
              TripJson.write(json, it.trip());
            }
          }
        });
  }

  /** A request to an agency. */
  public static AgencyRequest readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "flights", "hotels", "tours" -> SellerCodec.readSearch(type, in);
              case "book" ->
                  new AgencyRequest.Book(
                      TripJson.readTrip(in),
                      TripJson.readLegs(in),
                      in.text("traveller"),
                      in.optionalText("ticket").map(Secret::new));
              case "trip" -> new AgencyRequest.Trip(TripJson.readTrip(in));
              case "mine" -> new AgencyRequest.Mine(in.secret("ticket"));
              case "cancel" -> new AgencyRequest.Cancel(TripJson.readTrip(in));
              default ->
                  throw JsonText.unknownType(
                      type, "flights, hotels, tours, book, trip, mine or cancel");
            });
  }

  /** A reply of an agency. */
  public static byte[] write(AgencyReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case Found it -> SellerCodec.writeFound(json, it);
            case NotDone it -> it.error().write(json);
            case WrongFields it -> SellerCodec.writeWrong(json, it);
            case AgencyReply.Away it -> {
              json.writeStringProperty("type", "away");
              json.writeStringProperty("leg", it.leg().name());
            }
            case AgencyReply.Booked it -> {
              json.writeStringProperty("type", "booked");
              TripJson.write(json, it.trip());
              json.writeNumberProperty("total", it.total());
              json.writeStringProperty("currency", it.currency());
            }
            case AgencyReply.Refused it -> {
              json.writeStringProperty("type", "refused");
              writeRefused(json, it);
            }
            case AgencyReply.GoesOn it -> {
              json.writeStringProperty("type", "goesOn");
              json.writeStringProperty("state", it.state().name());
            }
            case AgencyReply.Cancelled _ -> json.writeStringProperty("type", "cancelled");
            case AgencyReply.NoTrip _ -> json.writeStringProperty("type", "noTrip");
            case AgencyReply.TripOf it -> writeTrip(json, it);
            case AgencyReply.Trips it -> {
              json.writeStringProperty("type", "trips");
              TripJson.writeList(json, "trips", it.trips(), AgencyCodec::writeLine);
            }
          }
        });
  }

  /** A reply of an agency. */
  public static AgencyReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "found" -> SellerCodec.readFound(in);
              case "error" -> new NotDone(ErrorReply.read(in));
              case "wrong" -> SellerCodec.readWrong(in);
              case "away" -> new AgencyReply.Away(in.constant("leg", Leg.class));
              case "booked" ->
                  new AgencyReply.Booked(
                      TripJson.readTrip(in), in.longNumber("total"), in.text("currency"));
              case "refused" -> readRefused(in);
              case "goesOn" -> new AgencyReply.GoesOn(in.constant("state", State.class));
              case "cancelled" -> new AgencyReply.Cancelled();
              case "noTrip" -> new AgencyReply.NoTrip();
              case "trip" -> readTrip(in);
              case "trips" ->
                  new AgencyReply.Trips(TripJson.list(in, "trips", AgencyCodec::readLine));
              default ->
                  throw JsonText.unknownType(
                      type,
                      "found, wrong, away, booked, refused, goesOn, cancelled, noTrip, trip, trips"
                          + " or error");
            });
  }

  private static void writeTrip(JsonGenerator json, AgencyReply.TripOf it) {
    json.writeStringProperty("type", "trip");
    TripJson.write(json, it.trip());
    json.writeStringProperty("state", it.state().name());
    json.writeNumberProperty("total", it.total());
    json.writeStringProperty("currency", it.currency());
    TripJson.writeBookings(json, it.legs());
    it.refused()
        .ifPresent(
            refused -> {
              json.writeObjectPropertyStart("refused");
              writeRefused(json, refused);
              json.writeEndObject();
            });
  }

  private static AgencyReply.TripOf readTrip(Fields in) throws BadMessageException {
    return new AgencyReply.TripOf(
        TripJson.readTrip(in),
        in.constant("state", State.class),
        in.longNumber("total"),
        in.text("currency"),
        TripJson.readBookings(in),
        TripJson.optional(in, "refused", AgencyCodec::readRefused));
  }

  private static void writeRefused(JsonGenerator json, AgencyReply.Refused it) {
    it.leg().ifPresent(leg -> json.writeStringProperty("leg", leg.name()));
    TripJson.writeWhy(json, it.why());
  }

  private static AgencyReply.Refused readRefused(Fields in) throws BadMessageException {
    return new AgencyReply.Refused(
        in.optionalText("leg").isPresent()
            ? Optional.of(in.constant("leg", Leg.class))
            : Optional.empty(),
        TripJson.readWhy(in));
  }

  private static void writeLine(JsonGenerator json, Line it) {
    TripJson.write(json, it.trip());
    json.writeStringProperty("state", it.state().name());
    json.writeNumberProperty("total", it.total());
    json.writeStringProperty("currency", it.currency());
    it.day().ifPresent(day -> json.writeStringProperty("day", day.toString()));
  }

  private static Line readLine(Fields in) throws BadMessageException {
    return new Line(
        TripJson.readTrip(in),
        in.constant("state", State.class),
        in.longNumber("total"),
        in.text("currency"),
        ServiceJson.optionalDay(in, "day"));
  }
}
