package fwq.common.wire;

import fwq.common.message.Ended;
import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.EngineMessage.Refusal;
import fwq.common.message.EngineMessage.Refused;
import fwq.common.message.EngineMessage.Rejected;
import fwq.common.message.EngineMessage.Rejection;
import fwq.common.message.EngineMessage.ToGuest;
import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.GuestEntry;
import fwq.common.message.ParkEvent;
import fwq.common.message.Reading;
import fwq.common.message.RegistryReply;
import fwq.common.message.RegistryRequest;
import fwq.common.message.Reign;
import fwq.common.message.Secret;
import fwq.common.message.Session;
import fwq.common.message.ShownName;
import fwq.common.message.VisitorEvent;
import fwq.common.message.WaitsReply;
import fwq.common.message.WaitsRequest;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as UTF-8 JSON and back: the only class that knows the format. Reading is strict about
 * what it uses (types, ranges, duplicate fields) and ignores fields it does not know, so that
 * versions can differ.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(32)
                          .maxStringLength(Frames.FRAME_BYTES_MAX)
                          .maxDocumentLength(1 << 20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** A request to the registry. */
  public static byte[] write(RegistryRequest request) {
    return object(
        json -> {
          switch (request) {
            case RegistryRequest.Register it -> {
              json.writeStringProperty("type", "register");
              json.writeStringProperty("alias", it.alias());
              json.writeStringProperty("name", it.name());
              json.writeStringProperty("email", it.email());
              json.writeStringProperty("password", it.password().reveal());
              it.shownAs().ifPresent(name -> json.writeStringProperty("shownAs", name));
            }
            case RegistryRequest.Login it -> {
              json.writeStringProperty("type", "login");
              json.writeStringProperty("alias", it.alias());
              json.writeStringProperty("password", it.password().reveal());
            }
            case RegistryRequest.Profile it -> {
              json.writeStringProperty("type", "profile");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case RegistryRequest.Update it -> {
              json.writeStringProperty("type", "update");
              json.writeStringProperty("ticket", it.ticket().reveal());
              it.name().ifPresent(name -> json.writeStringProperty("name", name));
              it.email().ifPresent(email -> json.writeStringProperty("email", email));
              it.password()
                  .ifPresent(password -> json.writeStringProperty("password", password.reveal()));
              it.shownAs().ifPresent(name -> json.writeStringProperty("shownAs", name));
            }
            case RegistryRequest.Logout it -> {
              json.writeStringProperty("type", "logout");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
          }
        });
  }

  /** A request to the registry. */
  public static RegistryRequest readRegistryRequest(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "register" ->
                  new RegistryRequest.Register(
                      in.text("alias"),
                      in.text("name"),
                      in.text("email"),
                      secret(in, "password"),
                      in.optionalText("shownAs"));
              case "login" -> new RegistryRequest.Login(in.text("alias"), secret(in, "password"));
              case "profile" -> new RegistryRequest.Profile(secret(in, "ticket"));
              case "update" ->
                  new RegistryRequest.Update(
                      secret(in, "ticket"),
                      in.optionalText("name"),
                      in.optionalText("email"),
                      in.optionalText("password").map(Secret::new),
                      in.optionalText("shownAs"));
              case "logout" -> new RegistryRequest.Logout(secret(in, "ticket"));
              default -> throw unknown(type, "register, login, profile, update or logout");
            });
  }

  /** A reply of the registry. */
  public static byte[] write(RegistryReply reply) {
    return object(
        json -> {
          switch (reply) {
            case RegistryReply.Done _ -> json.writeStringProperty("type", "done");
            case RegistryReply.LoggedIn it -> {
              json.writeStringProperty("type", "loggedIn");
              json.writeStringProperty("ticket", it.ticket().reveal());
              writeSession(json, it.session());
              json.writeStringProperty("sessionKey", it.sessionKey().reveal());
            }
            case RegistryReply.ProfileOf it -> {
              json.writeStringProperty("type", "profile");
              json.writeStringProperty("alias", it.alias());
              json.writeStringProperty("name", it.name());
              json.writeStringProperty("email", it.email());
              writeShownAs(json, it.alias(), it.shownAs());
            }
            case ErrorReply it -> writeError(json, it);
          }
        });
  }

  /** A reply of the registry. */
  public static RegistryReply readRegistryReply(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "done" -> new RegistryReply.Done();
              case "loggedIn" ->
                  new RegistryReply.LoggedIn(
                      secret(in, "ticket"), readSession(in), secret(in, "sessionKey"));
              case "profile" ->
                  new RegistryReply.ProfileOf(
                      in.text("alias"), in.text("name"), in.text("email"), readShownAs(in));
              case "error" -> readError(in);
              default -> throw unknown(type, "done, loggedIn, profile or error");
            });
  }

  /** A request to the waiting time server. */
  public static byte[] write(WaitsRequest request) {
    return object(
        json -> {
          json.writeStringProperty("type", "waits");
          // Whoever knows of one park only says and expects no number.
          if (request.park() != 0) {
            json.writeNumberProperty("park", request.park());
          }
        });
  }

  /** A request to the waiting time server. */
  public static WaitsRequest readWaitsRequest(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "waits" -> new WaitsRequest(in.optionalNumber("park").orElse(0));
              default -> throw unknown(type, "waits");
            });
  }

  /** A reply of the waiting time server. */
  public static byte[] write(WaitsReply reply) {
    return object(
        json -> {
          switch (reply) {
            case WaitsReply.Waits it -> {
              json.writeStringProperty("type", "waits");
              writeRides(json, it.rides());
            }
            case ErrorReply it -> writeError(json, it);
          }
        });
  }

  /** A reply of the waiting time server. */
  public static WaitsReply readWaitsReply(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "waits" -> new WaitsReply.Waits(readRides(in));
              case "error" -> readError(in);
              default -> throw unknown(type, "waits or error");
            });
  }

  /** A sensor's reading: {@code [0,105]}, or {@code [0,105,3]} in another park than park 0. */
  public static byte[] write(Reading reading) {
    return document(
        json -> {
          json.writeStartArray();
          json.writeNumber(reading.ride());
          json.writeNumber(reading.people());
          if (reading.park() != 0) {
            json.writeNumber(reading.park());
          }
          json.writeEndArray();
        });
  }

  /** A sensor's reading: {@code [0,105]}, or {@code [0,105,3]} in another park than park 0. */
  public static Reading readReading(byte[] bytes) throws BadMessageException {
    Reading plain = PlainReading.read(bytes);
    return plain == null ? readAnyReading(bytes) : plain;
  }

  /** Reads what is not plain, too. */
  static Reading readAnyReading(byte[] bytes) throws BadMessageException {
    JsonNode node = parse(bytes);
    if (!node.isArray() || node.size() < 2 || node.size() > 3) {
      throw new BadMessageException(
          "a reading is [ride id, people in line], such as [0,105], or with a park as [0,105,3], got "
              + Fields.shortened(node.toString()));
    }
    int park = node.size() == 2 ? 0 : Fields.whole(node.get(2), "park");
    return checked(
        () ->
            new Reading(
                park, Fields.whole(node.get(0), "ride id"), Fields.whole(node.get(1), "people")));
  }

  /** What a guest says, or the registry about one. */
  public static byte[] write(ParkEvent event) {
    return object(
        json -> {
          switch (event) {
            case VisitorEvent.Enter it -> {
              json.writeStringProperty("type", "enter");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
              json.writeNumberProperty("issuedAt", it.session().issuedAt());
              json.writeNumberProperty("expiresAt", it.session().expiresAt());
              writeShownAs(json, it.alias(), it.session().shownAs());
            }
            case VisitorEvent.Move it -> {
              json.writeStringProperty("type", "move");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
              json.writeNumberProperty("to", it.to().cell());
            }
            case VisitorEvent.Here it -> {
              json.writeStringProperty("type", "here");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
            }
            case VisitorEvent.Leave it -> {
              json.writeStringProperty("type", "leave");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
            }
            case Ended it -> {
              json.writeStringProperty("type", "ended");
              writeSession(json, it.last());
            }
          }
        });
  }

  /** What a guest says, or the registry about one. */
  public static ParkEvent readParkEvent(byte[] bytes) throws BadMessageException {
    ParkEvent move = PlainMove.read(bytes);
    return move == null ? readAnyParkEvent(bytes) : move;
  }

  /** The same, in general. */
  static ParkEvent readAnyParkEvent(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "enter" -> new VisitorEvent.Enter(readSession(in), in.longNumber("at"));
              case "move" ->
                  new VisitorEvent.Move(
                      in.text("alias"), in.longNumber("at"), Position.ofCell(in.number("to")));
              case "here" -> new VisitorEvent.Here(in.text("alias"), in.longNumber("at"));
              case "leave" -> new VisitorEvent.Leave(in.text("alias"), in.longNumber("at"));
              case "ended" -> new Ended(readSession(in));
              default -> throw unknown(type, "enter, move, here, leave or ended");
            });
  }

  /** What the engine says. */
  public static byte[] write(EngineMessage message) {
    return object(
        json -> {
          switch (message) {
            case MapFrame it -> writeFrame(json, it);
            case ToGuest it -> writeAnswer(json, it);
          }
        });
  }

  private static void writeAnswer(JsonGenerator json, ToGuest told) {
    String type =
        switch (told.answer()) {
          case Admitted _ -> "admitted";
          case Refused _ -> "refused";
          case Rejected _ -> "rejected";
          case Gone _ -> "gone";
        };
    json.writeStringProperty("type", type);
    json.writeNumberProperty("epoch", told.epoch());
    json.writeNumberProperty("session", told.answer().session());
    switch (told.answer()) {
      case Admitted it -> json.writeNumberProperty("position", it.position().cell());
      case Refused it -> json.writeStringProperty("reason", it.reason().name());
      case Rejected it -> {
        json.writeStringProperty("reason", it.reason().name());
        json.writeNumberProperty("position", it.position().cell());
      }
      case Gone it -> json.writeStringProperty("reason", it.reason().name());
    }
  }

  /** What the engine says. */
  public static EngineMessage readEngineMessage(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "map" -> readFrame(in);
              case "admitted", "refused", "rejected", "gone" ->
                  new ToGuest(in.longNumber("epoch"), readAnswer(type, in));
              default -> throw unknown(type, "map, admitted, refused, rejected or gone");
            });
  }

  private static Answer readAnswer(String type, Fields in) throws BadMessageException {
    long session = in.longNumber("session");
    return switch (type) {
      case "admitted" -> new Admitted(session, Position.ofCell(in.number("position")));
      case "refused" -> new Refused(session, in.constant("reason", Refusal.class));
      case "rejected" ->
          new Rejected(
              session,
              in.constant("reason", Rejection.class),
              Position.ofCell(in.number("position")));
      default -> new Gone(session, in.constant("reason", Departure.class));
    };
  }

  /** What the engine notes of a park. */
  public static byte[] write(Reign reign) {
    return object(
        json -> {
          json.writeStringProperty("type", "reign");
          json.writeNumberProperty("epoch", reign.epoch());
          json.writeNumberProperty("offset", reign.offset());
          json.writeNumberProperty("time", reign.time());
        });
  }

  /** What the engine notes of a park. */
  public static Reign readReign(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "reign" ->
                  new Reign(in.longNumber("epoch"), in.longNumber("offset"), in.longNumber("time"));
              default -> throw unknown(type, "reign");
            });
  }

  /** What the engine notes of a guest. */
  public static byte[] write(GuestEntry entry) {
    return object(
        json -> {
          json.writeStringProperty("type", "guest");
          writeSession(json, entry.session());
          json.writeNumberProperty("at", entry.at());
          json.writeNumberProperty("heardAt", entry.heardAt());
          entry
              .position()
              .ifPresent(position -> json.writeNumberProperty("position", position.cell()));
          if (entry.ended()) {
            json.writeBooleanProperty("ended", true);
          }
        });
  }

  /** What the engine notes of a guest. */
  public static GuestEntry readGuestEntry(byte[] bytes) throws BadMessageException {
    return read(
        bytes,
        (type, in) ->
            switch (type) {
              case "guest" ->
                  new GuestEntry(
                      readSession(in),
                      in.longNumber("at"),
                      in.longNumber("heardAt"),
                      in.optionalNumber("position").stream().mapToObj(Position::ofCell).findFirst(),
                      in.optionalFlag("ended"));
              default -> throw unknown(type, "guest");
            });
  }

  private static void writeFrame(JsonGenerator json, MapFrame frame) {
    json.writeStringProperty("type", "map");
    json.writeNumberProperty("park", frame.park());
    json.writeNumberProperty("epoch", frame.epoch());
    json.writeNumberProperty("seq", frame.seq());
    json.writeNumberProperty("offset", frame.offset());
    json.writeNumberProperty("at", frame.at());
    json.writeNumberProperty("inside", frame.map().inside());
    json.writeNumberProperty("capacity", frame.map().capacity());
    writeRides(json, frame.map().rides());
    json.writeArrayPropertyStart("cells");
    for (ParkMap.Headcount cell : frame.map().cells()) {
      json.writeStartArray();
      json.writeNumber(cell.position().cell());
      json.writeNumber(cell.count());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (frame.map().inside() <= ParkMap.NAMES_MAX || !frame.map().visitors().isEmpty()) {
      writeVisitors(json, frame.map().visitors());
    }
  }

  private static void writeVisitors(JsonGenerator json, List<ParkMap.Whereabouts> visitors) {
    json.writeArrayPropertyStart("visitors");
    for (ParkMap.Whereabouts visitor : visitors) {
      json.writeStartArray();
      json.writeString(visitor.name());
      json.writeNumber(visitor.position().cell());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static MapFrame readFrame(Fields in) throws BadMessageException {
    List<ParkMap.Headcount> cells = new ArrayList<>();
    for (JsonNode pair : in.array("cells")) {
      cells.add(
          new ParkMap.Headcount(
              Position.ofCell(Fields.whole(pair.path(0), "cells")),
              Fields.whole(pair.path(1), "cells")));
    }
    return new MapFrame(
        in.number("park"),
        in.longNumber("epoch"),
        in.longNumber("seq"),
        in.longNumber("offset"),
        in.longNumber("at"),
        new ParkMap(
            in.number("inside"), in.number("capacity"), readRides(in), cells, readVisitors(in)));
  }

  private static List<ParkMap.Whereabouts> readVisitors(Fields in) throws BadMessageException {
    List<ParkMap.Whereabouts> visitors = new ArrayList<>();
    for (JsonNode pair : in.optionalArray("visitors").orElseGet(MAPPER::createArrayNode)) {
      JsonNode name = pair.path(0);
      if (!name.isString()
          || name.stringValue().isEmpty()
          || !ShownName.isValid(name.stringValue())) {
        throw new BadMessageException("field 'visitors' must be a list of [name, position]");
      }
      visitors.add(
          new ParkMap.Whereabouts(
              name.stringValue(), Position.ofCell(Fields.whole(pair.path(1), "visitors"))));
    }
    return visitors;
  }

  private static void writeRides(JsonGenerator json, List<RideStatus> rides) {
    json.writeArrayPropertyStart("rides");
    for (RideStatus status : rides) {
      json.writeStartObject();
      json.writeNumberProperty("id", status.ride().id());
      json.writeStringProperty("key", status.ride().key());
      json.writeStringProperty("name", status.ride().name());
      json.writeNumberProperty("position", status.ride().position().cell());
      json.writeNumberProperty("cycle", status.ride().cycleMinutes());
      json.writeNumberProperty("capacity", status.ride().capacity());
      status.queue().ifPresent(queue -> json.writeNumberProperty("queue", queue));
      status.waitMinutes().ifPresent(wait -> json.writeNumberProperty("wait", wait));
      json.writeStringProperty("state", status.state().name());
      status.readAt().ifPresent(readAt -> json.writeNumberProperty("readAt", readAt));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<RideStatus> readRides(Fields in) throws BadMessageException {
    List<RideStatus> rides = new ArrayList<>();
    for (JsonNode node : in.array("rides")) {
      Fields ride = Fields.of(node);
      int id = ride.number("id");
      rides.add(
          new RideStatus(
              new Ride(
                  id,
                  // A server that is not ours may name its rides by id alone.
                  ride.optionalText("key").orElse("ride_" + id),
                  ride.text("name"),
                  Position.ofCell(ride.number("position")),
                  ride.number("cycle"),
                  ride.number("capacity")),
              ride.constant("state", RideState.class),
              ride.optionalNumber("queue"),
              ride.optionalNumber("wait"),
              ride.optionalLong("readAt")));
    }
    return rides;
  }

  private static void writeSession(JsonGenerator json, Session session) {
    json.writeStringProperty("alias", session.alias());
    json.writeNumberProperty("issuedAt", session.issuedAt());
    json.writeNumberProperty("expiresAt", session.expiresAt());
    writeShownAs(json, session.alias(), session.shownAs());
  }

  private static Session readSession(Fields in) throws BadMessageException {
    return new Session(
        in.text("alias"), in.longNumber("issuedAt"), in.longNumber("expiresAt"), readShownAs(in));
  }

  /** Whoever is shown by alias need not say so. */
  private static void writeShownAs(JsonGenerator json, String alias, String shownAs) {
    if (!shownAs.equals(alias)) {
      json.writeStringProperty("shownAs", shownAs);
    }
  }

  private static String readShownAs(Fields in) throws BadMessageException {
    Optional<String> shownAs = in.optionalText("shownAs");
    return shownAs.isPresent() ? shownAs.get() : in.text("alias");
  }

  private static void writeError(JsonGenerator json, ErrorReply error) {
    json.writeStringProperty("type", "error");
    json.writeStringProperty("code", error.code().name());
    json.writeStringProperty("message", error.message());
    error.field().ifPresent(field -> json.writeStringProperty("field", field));
    error
        .retryAfterMillis()
        .ifPresent(millis -> json.writeNumberProperty("retryAfterMillis", millis));
  }

  private static ErrorReply readError(Fields in) throws BadMessageException {
    return new ErrorReply(
        in.constant("code", ErrorCode.class),
        in.text("message"),
        in.optionalText("field"),
        in.optionalLong("retryAfterMillis"));
  }

  private static Secret secret(Fields in, String name) throws BadMessageException {
    return new Secret(in.text(name));
  }

  private static BadMessageException unknown(String type, String expected) {
    return new BadMessageException(
        "unknown type '" + Fields.shortened(type) + "'; expected " + expected);
  }

  static byte[] object(Consumer<JsonGenerator> fields) {
    return document(
        json -> {
          json.writeStartObject();
          fields.accept(json);
          json.writeEndObject();
        });
  }

  private static byte[] document(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
  }

  static JsonNode parse(byte[] bytes) throws BadMessageException {
    if (bytes == null || bytes.length == 0) {
      throw new BadMessageException("an empty message");
    }
    for (int i = 0; i < Math.min(bytes.length, 4); i++) {
      // The parser would guess UTF-16 or UTF-32, which show in these bytes; the wire is UTF-8.
      if (bytes[i] == 0) {
        throw new BadMessageException("this is not JSON in UTF-8");
      }
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      // The parser's own text may quote what it read, a password among it.
      throw new BadMessageException("this is not JSON", e);
    }
  }

  private static <T> T read(byte[] bytes, Reader<T> reader) throws BadMessageException {
    Fields in = Fields.of(parse(bytes));
    String type = in.text("type");
    return checked(() -> reader.read(type, in));
  }

  /** Turns a record's refusal of a value into a bad message. */
  private static <T> T checked(Checked<T> body) throws BadMessageException {
    try {
      return body.run();
    } catch (IllegalArgumentException e) {
      throw new BadMessageException(e.getMessage(), e);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(String type, Fields in) throws BadMessageException;
  }

  @FunctionalInterface
  private interface Checked<T> {
    T run() throws BadMessageException;
  }
}
