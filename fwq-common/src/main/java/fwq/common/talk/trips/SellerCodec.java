package fwq.common.talk.trips;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import tools.jackson.core.JsonGenerator;

/** The conversation with a seller, as JSON and back. */
public final class SellerCodec {
  private SellerCodec() {}

  /** A request to a seller. */
  public static byte[] write(SellerRequest request) {
    return JsonText.object(
        json -> {
          switch (request) {
            case Search it -> writeSearch(json, it);
            case SellerRequest.Hold it -> {
              json.writeStringProperty("type", "hold");
              TripJson.write(json, it.trip());
              TripJson.writeParts(json, "parts", it.parts());
            }
            case SellerRequest.Confirm it -> {
              json.writeStringProperty("type", "confirm");
              TripJson.write(json, it.trip());
            }
            case SellerRequest.Cancel it -> {
              json.writeStringProperty("type", "cancel");
              TripJson.write(json, it.trip());
            }
            case SellerRequest.Status it -> {
              json.writeStringProperty("type", "status");
              TripJson.write(json, it.trip());
            }
            case SellerRequest.Look it -> {
              json.writeStringProperty("type", "look");
              json.writeNumberProperty("offer", it.offer());
            }
            case SellerRequest.Change it -> {
              json.writeStringProperty("type", "change");
              json.writeNumberProperty("offer", it.offer());
              json.writeNumberProperty("version", it.version());
              TripJson.write(json, "price", it.price());
              TripJson.write(json, "stock", it.stock());
              json.writeStringProperty("sig", it.sig());
            }
          }
        });
  }

  /** A request to a seller. */
  public static SellerRequest readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "flights", "hotels", "tours" -> readSearch(type, in);
              case "hold" ->
                  new SellerRequest.Hold(TripJson.readTrip(in), TripJson.readParts(in, "parts"));
              case "confirm" -> new SellerRequest.Confirm(TripJson.readTrip(in));
              case "cancel" -> new SellerRequest.Cancel(TripJson.readTrip(in));
              case "status" -> new SellerRequest.Status(TripJson.readTrip(in));
              case "look" -> new SellerRequest.Look(in.longNumber("offer"));
              case "change" ->
                  new SellerRequest.Change(
                      in.longNumber("offer"),
                      in.number("version"),
                      in.optionalNumber("price"),
                      in.optionalNumber("stock"),
                      in.text("sig"));
              default ->
                  throw JsonText.unknownType(
                      type,
                      "flights, hotels, tours, hold, confirm, cancel, status, look or change");
            });
  }

  /** A reply of a seller. */
  public static byte[] write(SellerReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case Found it -> writeFound(json, it);
            case NotDone it -> it.error().write(json);
            case WrongFields it -> writeWrong(json, it);
            case SellerReply.Held it -> {
              json.writeStringProperty("type", "held");
              json.writeNumberProperty("heldForSeconds", it.heldForSeconds());
              ServiceJson.writeChoices(json, "choices", it.choices());
            }
            case SellerReply.Refused it -> {
              json.writeStringProperty("type", "refused");
              TripJson.writeWhy(json, it.why());
            }
            case SellerReply.Confirmed _ -> json.writeStringProperty("type", "confirmed");
            case SellerReply.Cancelled _ -> json.writeStringProperty("type", "cancelled");
            case SellerReply.Standing it -> {
              json.writeStringProperty("type", "status");
              json.writeStringProperty("state", it.state().name());
            }
            case SellerReply.OfferNow it -> {
              json.writeStringProperty("type", "offer");
              json.writeNumberProperty("offer", it.offer());
              json.writeNumberProperty("version", it.version());
              json.writeNumberProperty("price", it.price());
              json.writeNumberProperty("stock", it.stock());
              json.writeNumberProperty("taken", it.taken());
            }
          }
        });
  }

  /** A reply of a seller. */
  public static SellerReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "found" -> readFound(in);
              case "error" -> new NotDone(ErrorReply.read(in));
              case "wrong" -> readWrong(in);
              case "held" ->
                  new SellerReply.Held(
                      in.number("heldForSeconds"), ServiceJson.readChoices(in, "choices"));
              case "refused" -> new SellerReply.Refused(TripJson.readWhy(in));
              case "confirmed" -> new SellerReply.Confirmed();
              case "cancelled" -> new SellerReply.Cancelled();
              case "status" ->
                  new SellerReply.Standing(in.constant("state", SellerReply.Standing.State.class));
              case "offer" ->
                  new SellerReply.OfferNow(
                      in.longNumber("offer"),
                      in.number("version"),
                      in.number("price"),
                      in.number("stock"),
                      in.number("taken"));
              default ->
                  throw JsonText.unknownType(
                      type,
                      "found, wrong, held, refused, confirmed, cancelled, status, offer or error");
            });
  }

  static void writeSearch(JsonGenerator json, Search search) {
    switch (search) {
      case Search.Flights it -> {
        json.writeStringProperty("type", "flights");
        if (!it.from().isEmpty()) {
          json.writeStringProperty("from", it.from());
        }
        json.writeStringProperty("to", it.to());
        json.writeStringProperty("dayOut", it.dayOut());
        json.writeStringProperty("dayBack", it.dayBack());
        json.writeNumberProperty("seats", it.seats());
      }
      case Search.Hotels it -> {
        json.writeStringProperty("type", "hotels");
        json.writeStringProperty("city", it.city());
        json.writeStringProperty("dayIn", it.dayIn());
        json.writeStringProperty("dayOut", it.dayOut());
        TripJson.write(json, "beds", it.beds());
        TripJson.write(json, "people", it.people());
      }
      case Search.Tours it -> {
        json.writeStringProperty("type", "tours");
        json.writeStringProperty("city", it.city());
        json.writeStringProperty("day", it.day());
      }
    }
  }

  static Search readSearch(String type, Fields in) throws BadMessageException {
    return switch (type) {
      case "flights" ->
          new Search.Flights(
              in.optionalText("from").orElse(""),
              in.text("to"),
              in.text("dayOut"),
              in.text("dayBack"),
              in.number("seats"));
      case "hotels" ->
          new Search.Hotels(
              in.text("city"),
              in.text("dayIn"),
              in.text("dayOut"),
              in.optionalNumber("beds"),
              in.optionalNumber("people"));
      case "tours" -> new Search.Tours(in.text("city"), in.text("day"));
      default -> throw JsonText.unknownType(type, "flights, hotels or tours");
    };
  }

  static void writeFound(JsonGenerator json, Found found) {
    json.writeStringProperty("type", "found");
    json.writeStringProperty("currency", found.currency());
    TripJson.write(json, "tookMillis", found.tookMillis());
    ServiceJson.writeMatches(json, found.matches());
    found
        .back()
        .ifPresent(
            back -> {
              json.writeObjectPropertyStart("back");
              ServiceJson.writeMatches(json, back);
              json.writeEndObject();
            });
  }

  static Found readFound(Fields in) throws BadMessageException {
    return new Found(
        in.text("currency"),
        ServiceJson.readMatches(in),
        TripJson.optional(in, "back", ServiceJson::readMatches),
        in.optionalNumber("tookMillis"));
  }

  static void writeWrong(JsonGenerator json, WrongFields wrong) {
    json.writeStringProperty("type", "wrong");
    TripJson.writeList(
        json,
        "fields",
        wrong.fields(),
        (out, it) -> {
          out.writeStringProperty("field", it.field());
          out.writeStringProperty("why", it.why().name());
          out.writeStringProperty("message", it.message());
        });
  }

  static WrongFields readWrong(Fields in) throws BadMessageException {
    return new WrongFields(
        TripJson.list(
            in,
            "fields",
            it ->
                new WrongField(
                    it.text("field"),
                    it.constant("why", WrongField.Why.class),
                    it.text("message"))));
  }
}
