package fwq.common.talk.registry;

import fwq.common.talk.SessionJson;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A guest's account as the registry tells it, and as guests take it along. */
public final class AccountJson {
  private AccountJson() {}

  /** For a guest's own file. */
  public static byte[] document(AccountData data) {
    return JsonText.object(json -> write(json, data));
  }

  static void write(JsonGenerator json, ProfileOf profile) {
    json.writeStringProperty("alias", profile.alias());
    json.writeStringProperty("name", profile.name());
    json.writeStringProperty("email", profile.email());
    SessionJson.writeShownAs(json, profile.alias(), profile.shownAs());
  }

  static ProfileOf profile(Fields in) throws BadMessageException {
    return new ProfileOf(
        in.text("alias"), in.text("name"), in.text("email"), SessionJson.readShownAs(in));
  }

  static void write(JsonGenerator json, AccountData data) {
    write(json, data.profile());
    json.writeNumberProperty("registeredAt", data.registeredAt());
    write(json, data.sessions());
    write(json, "networks", data.networks());
    write(json, "audit", data.audit());
  }

  static AccountData data(Fields in) throws BadMessageException {
    return new AccountData(
        profile(in),
        in.longNumber("registeredAt"),
        sessions(in),
        texts(in, "networks"),
        texts(in, "audit"));
  }

  static void write(JsonGenerator json, List<OpenSession> sessions) {
    json.writeArrayPropertyStart("sessions");
    for (OpenSession each : sessions) {
      json.writeStartObject();
      json.writeNumberProperty("issuedAt", each.issuedAt());
      json.writeStringProperty("address", each.address());
      if (each.yours()) {
        json.writeBooleanProperty("yours", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static List<OpenSession> sessions(Fields in) throws BadMessageException {
    List<OpenSession> sessions = new ArrayList<>();
    for (JsonNode node : in.array("sessions")) {
      Fields each = Fields.of(node);
      sessions.add(
          new OpenSession(
              each.longNumber("issuedAt"), each.text("address"), each.optionalFlag("yours")));
    }
    return sessions;
  }

  static void write(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  static List<String> texts(Fields in, String name) throws BadMessageException {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : in.array(name)) {
      if (!text.isString()) {
        throw new BadMessageException("field '" + name + "' must be a list of texts");
      }
      texts.add(text.stringValue());
    }
    return texts;
  }
}
