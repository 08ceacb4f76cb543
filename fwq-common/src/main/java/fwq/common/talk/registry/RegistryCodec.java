package fwq.common.talk.registry;

import fwq.common.talk.SessionJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.kit.json.Secret;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The registry's requests and replies, as frames' content. */
public final class RegistryCodec {
  private RegistryCodec() {}

  /** A request to the registry. */
  public static byte[] write(RegistryRequest request) {
    return JsonText.object(
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
            case RegistryRequest.ReadAudit it -> {
              json.writeStringProperty("type", "audit");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case RegistryRequest.Logout it -> {
              json.writeStringProperty("type", "logout");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
          }
        });
  }

  /** A request to the registry. */
  public static RegistryRequest readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "register" ->
                  new RegistryRequest.Register(
                      in.text("alias"),
                      in.text("name"),
                      in.text("email"),
                      in.secret("password"),
                      in.optionalText("shownAs"));
              case "login" -> new RegistryRequest.Login(in.text("alias"), in.secret("password"));
              case "profile" -> new RegistryRequest.Profile(in.secret("ticket"));
              case "update" ->
                  new RegistryRequest.Update(
                      in.secret("ticket"),
                      in.optionalText("name"),
                      in.optionalText("email"),
                      in.optionalText("password").map(Secret::new),
                      in.optionalText("shownAs"));
              case "audit" -> new RegistryRequest.ReadAudit(in.secret("ticket"));
              case "logout" -> new RegistryRequest.Logout(in.secret("ticket"));
              default ->
                  throw JsonText.unknownType(
                      type, "register, login, profile, update, audit or logout");
            });
  }

  /** A reply of the registry. */
  public static byte[] write(RegistryReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case RegistryReply.Done _ -> json.writeStringProperty("type", "done");
            case RegistryReply.LoggedIn it -> {
              json.writeStringProperty("type", "loggedIn");
              json.writeStringProperty("ticket", it.ticket().reveal());
              SessionJson.write(json, it.session());
              json.writeStringProperty("sessionKey", it.sessionKey().reveal());
            }
            case RegistryReply.ProfileOf it -> {
              json.writeStringProperty("type", "profile");
              json.writeStringProperty("alias", it.alias());
              json.writeStringProperty("name", it.name());
              json.writeStringProperty("email", it.email());
              SessionJson.writeShownAs(json, it.alias(), it.shownAs());
            }
            case RegistryReply.AuditTail it -> {
              json.writeStringProperty("type", "audit");
              json.writeArrayPropertyStart("lines");
              it.lines().forEach(json::writeString);
              json.writeEndArray();
            }
            case RegistryReply.Refused it -> it.error().write(json);
          }
        });
  }

  /** A reply of the registry. */
  public static RegistryReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "done" -> new RegistryReply.Done();
              case "loggedIn" ->
                  new RegistryReply.LoggedIn(
                      in.secret("ticket"), SessionJson.read(in), in.secret("sessionKey"));
              case "profile" ->
                  new RegistryReply.ProfileOf(
                      in.text("alias"),
                      in.text("name"),
                      in.text("email"),
                      SessionJson.readShownAs(in));
              case "audit" -> new RegistryReply.AuditTail(lines(in));
              case "error" -> new RegistryReply.Refused(ErrorReply.read(in));
              default ->
                  throw JsonText.unknownType(type, "done, loggedIn, profile, audit or error");
            });
  }

  private static List<String> lines(Fields in) throws BadMessageException {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : in.array("lines")) {
      if (!line.isString()) {
        throw new BadMessageException("field 'lines' must be a list of texts");
      }
      lines.add(line.stringValue());
    }
    return lines;
  }
}
