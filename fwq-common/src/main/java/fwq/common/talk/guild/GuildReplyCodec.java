package fwq.common.talk.guild;

import static fwq.common.talk.guild.GuildRequestCodec.lower;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What the guild answers, as frames' content. */
public final class GuildReplyCodec {
  private GuildReplyCodec() {}

  /** A reply of the guild. */
  public static byte[] write(GuildReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case GuildReply.Refused it -> it.error().write(json);
            case GuildReply.Done _ -> json.writeStringProperty("type", "done");
            case GuildReply.Received it -> {
              json.writeStringProperty("type", "received");
              json.writeStringProperty("application", it.application().reveal());
              json.writeNumberProperty("decidedBy", it.decidedBy());
            }
            case GuildReply.Standing it -> {
              json.writeStringProperty("type", lower(it.state()));
              it.key().ifPresent(key -> json.writeStringProperty("key", key.reveal()));
              it.why().ifPresent(why -> json.writeStringProperty("reason", why.name()));
            }
            case GuildReply.Members it -> {
              json.writeStringProperty("type", "members");
              writeAll(json, "members", it.members(), GuildReplyCodec::writeMember);
              json.writeNumberProperty("more", it.more());
            }
            case GuildReply.Carts it -> {
              json.writeStringProperty("type", "carts");
              json.writeNumberProperty("time", it.time());
              writeAll(json, "carts", it.carts(), GuildReplyCodec::writeCart);
              writeAll(json, "sightings", it.sightings(), GuildReplyCodec::writeSighting);
            }
            case GuildReply.Day it -> DayReportJson.write(json, it.report());
            case GuildReply.Restocks it -> {
              json.writeStringProperty("type", "restocks");
              writeAll(json, "needs", it.needs(), GuildReplyCodec::writeNeed);
              writeAll(json, "deliveries", it.deliveries(), GuildReplyCodec::writeDelivery);
            }
            case GuildReply.Events it -> {
              json.writeStringProperty("type", "events");
              writeAll(json, "events", it.events(), GuildReplyCodec::writeEvent);
            }
            case GuildReply.Mine it -> {
              json.writeStringProperty("type", "mine");
              it.at().ifPresent(at -> json.writeNumberProperty("at", at));
              json.writeNumberProperty("stock", it.stock());
              writeAll(json, "deliveries", it.deliveries(), GuildReplyCodec::writeDelivery);
            }
          }
        });
  }

  /** A reply of the guild. */
  public static GuildReply read(byte[] bytes) throws BadMessageException {
    return JsonText.read(bytes, GuildReplyCodec::read);
  }

  private static GuildReply read(String type, Fields in) throws BadMessageException {
    return switch (type) {
      case "error" -> new GuildReply.Refused(ErrorReply.read(in));
      case "done" -> new GuildReply.Done();
      case "received" ->
          new GuildReply.Received(in.secret("application"), in.longNumber("decidedBy"));
      case "waiting", "accepted", "rejected", "resigned", "expelled" -> readStanding(type, in);
      case "members" ->
          new GuildReply.Members(
              readAll(in, "members", GuildReplyCodec::readMember), in.number("more"));
      case "carts" ->
          new GuildReply.Carts(
              in.longNumber("time"),
              readAll(in, "carts", GuildReplyCodec::readCart),
              readAll(in, "sightings", GuildReplyCodec::readSighting));
      case "day" -> new GuildReply.Day(DayReportJson.read(in));
      case "restocks" ->
          new GuildReply.Restocks(
              readAll(in, "needs", GuildReplyCodec::readNeed),
              readAll(in, "deliveries", GuildReplyCodec::readDelivery));
      case "events" -> new GuildReply.Events(readAll(in, "events", GuildReplyCodec::readEvent));
      case "mine" ->
          new GuildReply.Mine(
              in.optionalLong("at"),
              in.number("stock"),
              readAll(in, "deliveries", GuildReplyCodec::readDelivery));
      default ->
          throw JsonText.unknownType(
              type,
              "received, waiting, accepted, rejected, resigned, expelled, members, carts, day,"
                  + " restocks, events, mine, done or error");
    };
  }

  private static GuildReply.Standing readStanding(String type, Fields in)
      throws BadMessageException {
    Membership state = GuildRequestCodec.State.parse(type);
    return new GuildReply.Standing(
        state,
        state == Membership.ACCEPTED ? Optional.of(in.secret("key")) : Optional.empty(),
        reason(state, in));
  }

  private static Optional<Rejection> reason(Membership state, Fields in)
      throws BadMessageException {
    return state == Membership.REJECTED
        ? Optional.of(in.constant("reason", Rejection.class))
        : Optional.empty();
  }

  private static void writeMember(JsonGenerator json, GuildReply.Member it) {
    json.writeStringProperty("plate", it.plate().text());
    json.writeStringProperty("name", it.name());
    json.writeStringProperty("surname", it.surname());
    json.writeBooleanProperty("premium", it.premium());
    json.writeStringProperty("state", lower(it.state()));
    it.why().ifPresent(why -> json.writeStringProperty("reason", why.name()));
    json.writeNumberProperty("since", it.since());
  }

  private static GuildReply.Member readMember(Fields in) throws BadMessageException {
    Membership state = GuildRequestCodec.State.parse(in.text("state"));
    return new GuildReply.Member(
        Plate.of(in.text("plate")),
        in.text("name"),
        in.text("surname"),
        in.optionalFlag("premium"),
        state,
        reason(state, in),
        in.longNumber("since"));
  }

  private static void writeCart(JsonGenerator json, GuildReply.CartPlace it) {
    json.writeStringProperty("plate", it.plate().text());
    json.writeNumberProperty("position", it.position().cell());
    json.writeNumberProperty("stock", it.stock());
    json.writeNumberProperty("secondsAgo", it.secondsAgo());
  }

  private static GuildReply.CartPlace readCart(Fields in) throws BadMessageException {
    return new GuildReply.CartPlace(
        Plate.of(in.text("plate")),
        Position.ofCell(in.number("position")),
        in.number("stock"),
        in.number("secondsAgo"));
  }

  private static void writeSighting(JsonGenerator json, Sighting it) {
    json.writeNumberProperty("position", it.position().cell());
    json.writeNumberProperty("count", it.count());
    json.writeNumberProperty("first", it.firstAt());
    json.writeNumberProperty("last", it.lastAt());
  }

  private static Sighting readSighting(Fields in) throws BadMessageException {
    return new Sighting(
        Position.ofCell(in.number("position")),
        in.number("count"),
        in.longNumber("first"),
        in.longNumber("last"));
  }

  private static void writeNeed(JsonGenerator json, Need it) {
    json.writeStringProperty("plate", it.plate().text());
    json.writeNumberProperty("pieces", it.pieces());
    json.writeNumberProperty("since", it.since());
  }

  private static Need readNeed(Fields in) throws BadMessageException {
    return new Need(Plate.of(in.text("plate")), in.number("pieces"), in.longNumber("since"));
  }

  private static void writeDelivery(JsonGenerator json, Delivery it) {
    json.writeNumberProperty("batch", it.batch());
    json.writeStringProperty("plate", it.plate().text());
    json.writeNumberProperty("pieces", it.pieces());
    json.writeNumberProperty("orderedAt", it.orderedAt());
    json.writeNumberProperty("dueAt", it.dueAt());
    it.deliveredAt().ifPresent(at -> json.writeNumberProperty("deliveredAt", at));
  }

  private static Delivery readDelivery(Fields in) throws BadMessageException {
    return new Delivery(
        in.longNumber("batch"),
        Plate.of(in.text("plate")),
        in.number("pieces"),
        in.longNumber("orderedAt"),
        in.longNumber("dueAt"),
        in.optionalLong("deliveredAt"));
  }

  private static void writeEvent(JsonGenerator json, GuildNews it) {
    json.writeNumberProperty("id", it.id());
    json.writeNumberProperty("at", it.at());
    json.writeStringProperty("kind", it.kind().name());
    it.plate().ifPresent(plate -> json.writeStringProperty("plate", plate.text()));
    json.writeStringProperty("detail", it.detail());
  }

  private static GuildNews readEvent(Fields in) throws BadMessageException {
    return new GuildNews(
        in.longNumber("id"),
        in.longNumber("at"),
        in.constant("kind", GuildNews.Kind.class),
        in.optionalText("plate").map(Plate::of),
        in.text("detail"));
  }

  @FunctionalInterface
  private interface Writer<T> {
    void write(JsonGenerator json, T value);
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(Fields in) throws BadMessageException;
  }

  private static <T> void writeAll(
      JsonGenerator json, String name, List<T> values, Writer<T> writer) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      writer.write(json, value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static <T> List<T> readAll(Fields in, String name, Reader<T> reader) throws BadMessageException {
    List<T> values = new ArrayList<>();
    for (JsonNode node : in.array(name)) {
      values.add(reader.read(Fields.of(node)));
    }
    return values;
  }
}
