package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What is asked of the guild, as frames' content. */
public final class GuildRequestCodec {
  private GuildRequestCodec() {}

  /** A request to the guild. */
  public static byte[] write(GuildRequest request) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", type(request));
          if (request.park() != 0) {
            json.writeNumberProperty("park", request.park());
          }
          writeFields(json, request);
        });
  }

  private static String type(GuildRequest request) {
    return switch (request) {
      case GuildRequest.Join _ -> "join";
      case GuildRequest.AskMembership _ -> "membership";
      case GuildRequest.ListMembers _ -> "members";
      case GuildRequest.ListCarts _ -> "carts";
      case GuildRequest.AskDay _ -> "day";
      case GuildRequest.ListRestocks _ -> "restocks";
      case GuildRequest.ListEvents _ -> "events";
      case GuildRequest.AskMine _ -> "mine";
      case GuildRequest.SendReport _ -> "report";
      case GuildRequest.Resign _ -> "resign";
      case GuildRequest.Expel _ -> "expel";
    };
  }

  private static void writeFields(JsonGenerator json, GuildRequest request) {
    switch (request) {
      case GuildRequest.Join it -> {
        json.writeStringProperty("name", it.name());
        json.writeStringProperty("surname", it.surname());
        json.writeStringProperty("nationalId", it.nationalId().reveal());
        json.writeStringProperty("email", it.email().reveal());
        json.writeStringProperty("plate", it.plate().text());
        json.writeBooleanProperty("premium", it.premium());
        json.writeNumberProperty("restock", it.restock());
      }
      case GuildRequest.AskMembership it ->
          json.writeStringProperty("application", it.application().reveal());
      case GuildRequest.ListMembers it -> {
        it.premium().ifPresent(premium -> json.writeBooleanProperty("premium", premium));
        it.state().ifPresent(state -> json.writeStringProperty("state", lower(state)));
      }
      case GuildRequest.ListCarts _, GuildRequest.ListRestocks _ -> {}
      case GuildRequest.AskDay it -> {
        it.date().ifPresent(date -> json.writeStringProperty("date", date.toString()));
        it.proof().ifPresent(proof -> json.writeStringProperty("sig", proof.text()));
      }
      case GuildRequest.ListEvents it ->
          it.after().ifPresent(after -> json.writeNumberProperty("after", after));
      case GuildRequest.AskMine it -> writeSigned(json, it.plate(), it.proof());
      case GuildRequest.SendReport it -> json.writeNumberProperty("position", it.position().cell());
      case GuildRequest.Resign it -> writeSigned(json, it.plate(), it.proof());
      case GuildRequest.Expel it -> {
        writeSigned(json, it.plate(), it.proof());
        json.writeStringProperty("reason", it.reason());
      }
    }
  }

  private static void writeSigned(JsonGenerator json, Plate plate, Proof proof) {
    json.writeStringProperty("plate", plate.text());
    json.writeStringProperty("sig", proof.text());
  }

  /** A request to the guild. */
  public static GuildRequest read(byte[] bytes) throws BadMessageException {
    return JsonText.read(bytes, GuildRequestCodec::read);
  }

  private static GuildRequest read(String type, Fields in) throws BadMessageException {
    int park = in.optionalNumber("park").orElse(0);
    return switch (type) {
      case "join" ->
          new GuildRequest.Join(
              park,
              in.text("name"),
              in.text("surname"),
              in.secret("nationalId"),
              in.secret("email"),
              Plate.of(in.text("plate")),
              in.optionalFlag("premium"),
              in.optionalNumber("restock").orElse(GuildRequest.Join.RESTOCK_DEFAULT));
      case "membership" -> new GuildRequest.AskMembership(in.secret("application"));
      case "members" ->
          new GuildRequest.ListMembers(
              park, optionalFlag(in, "premium"), in.optionalText("state").map(State::parse));
      case "carts" -> new GuildRequest.ListCarts(park);
      case "day" -> new GuildRequest.AskDay(park, date(in), in.optionalText("sig").map(Proof::new));
      case "restocks" -> new GuildRequest.ListRestocks(park);
      case "events" -> new GuildRequest.ListEvents(park, in.optionalLong("after"));
      case "mine" -> new GuildRequest.AskMine(park, plate(in), proof(in));
      case "report" -> new GuildRequest.SendReport(park, Position.ofCell(in.number("position")));
      case "resign" -> new GuildRequest.Resign(park, plate(in), proof(in));
      case "expel" -> new GuildRequest.Expel(park, plate(in), in.text("reason"), proof(in));
      default ->
          throw JsonText.unknownType(
              type,
              "join, membership, members, carts, day, restocks, events, mine, report, resign or"
                  + " expel");
    };
  }

  private static Optional<Boolean> optionalFlag(Fields in, String name) throws BadMessageException {
    boolean flag = in.optionalFlag(name);
    return in.node().hasNonNull(name) ? Optional.of(flag) : Optional.empty();
  }

  private static Plate plate(Fields in) throws BadMessageException {
    return Plate.of(in.text("plate"));
  }

  private static Proof proof(Fields in) throws BadMessageException {
    return new Proof(in.text("sig"));
  }

  private static Optional<LocalDate> date(Fields in) throws BadMessageException {
    Optional<String> text = in.optionalText("date");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new BadMessageException("field 'date' must be a date such as 2026-11-28", e);
    }
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** States by the names that they have on the wire. */
  static final class State {
    private State() {}

    static Membership parse(String text) {
      for (Membership state : Membership.values()) {
        if (lower(state).equals(text)) {
          return state;
        }
      }
      throw new IllegalArgumentException(
          "field 'state' must be waiting, accepted, rejected, resigned or expelled");
    }
  }
}
