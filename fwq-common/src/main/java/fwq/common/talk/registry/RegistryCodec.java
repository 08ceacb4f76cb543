package fwq.common.talk.registry;

import fwq.common.signing.EngineKeys;
import fwq.common.talk.SessionJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.kit.json.Secret;
import tools.jackson.core.JsonGenerator;

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
              write(json, it.changes());
              it.current()
                  .ifPresent(current -> json.writeStringProperty("current", current.reveal()));
            }
            case RegistryRequest.ListSessions it -> {
              json.writeStringProperty("type", "sessions");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case RegistryRequest.EndSession it -> {
              json.writeStringProperty("type", "endSession");
              json.writeStringProperty("ticket", it.ticket().reveal());
              json.writeNumberProperty("issuedAt", it.issuedAt());
            }
            case RegistryRequest.Export it -> {
              json.writeStringProperty("type", "export");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case RegistryRequest.Delete it -> {
              json.writeStringProperty("type", "delete");
              json.writeStringProperty("ticket", it.ticket().reveal());
              json.writeStringProperty("current", it.current().reveal());
            }
            case RegistryRequest.ReadAudit it -> {
              json.writeStringProperty("type", "audit");
              json.writeStringProperty("ticket", it.ticket().reveal());
            }
            case RegistryRequest.AskEngines _ -> json.writeStringProperty("type", "engines");
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
                      changes(in),
                      in.optionalText("current").map(Secret::new));
              case "sessions" -> new RegistryRequest.ListSessions(in.secret("ticket"));
              case "endSession" ->
                  new RegistryRequest.EndSession(in.secret("ticket"), in.longNumber("issuedAt"));
              case "export" -> new RegistryRequest.Export(in.secret("ticket"));
              case "delete" ->
                  new RegistryRequest.Delete(in.secret("ticket"), in.secret("current"));
              case "audit" -> new RegistryRequest.ReadAudit(in.secret("ticket"));
              case "engines" -> new RegistryRequest.AskEngines();
              case "logout" -> new RegistryRequest.Logout(in.secret("ticket"));
              default ->
                  throw JsonText.unknownType(
                      type,
                      "register, login, profile, update, sessions, endSession, export, delete, audit,"
                          + " engines or logout");
            });
  }

  private static void write(JsonGenerator json, Changes changes) {
    changes.name().ifPresent(name -> json.writeStringProperty("name", name));
    changes.email().ifPresent(email -> json.writeStringProperty("email", email));
    changes
        .password()
        .ifPresent(password -> json.writeStringProperty("password", password.reveal()));
    changes.shownAs().ifPresent(name -> json.writeStringProperty("shownAs", name));
  }

  private static Changes changes(Fields in) throws BadMessageException {
    return new Changes(
        in.optionalText("name"),
        in.optionalText("email"),
        in.optionalText("password").map(Secret::new),
        in.optionalText("shownAs"));
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
              it.pass().ifPresent(pass -> json.writeStringProperty("pass", pass.reveal()));
            }
            case RegistryReply.ProfileOf it -> {
              json.writeStringProperty("type", "profile");
              AccountJson.write(json, it);
            }
            case RegistryReply.Sessions it -> {
              json.writeStringProperty("type", "sessions");
              AccountJson.write(json, it.sessions());
            }
            case RegistryReply.Exported it -> {
              json.writeStringProperty("type", "account");
              AccountJson.write(json, it.data());
            }
            case RegistryReply.AuditTail it -> {
              json.writeStringProperty("type", "audit");
              AccountJson.write(json, "lines", it.lines());
            }
            case RegistryReply.Engines it -> {
              json.writeStringProperty("type", "engines");
              json.writeNumberProperty("at", it.at());
              AccountJson.write(json, "keys", it.keys().text().lines().toList());
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
                      in.secret("ticket"),
                      SessionJson.read(in),
                      in.secret("sessionKey"),
                      in.optionalText("pass").map(Secret::new));
              case "profile" -> AccountJson.profile(in);
              case "sessions" -> new RegistryReply.Sessions(AccountJson.sessions(in));
              case "account" -> new RegistryReply.Exported(AccountJson.data(in));
              case "audit" -> new RegistryReply.AuditTail(AccountJson.texts(in, "lines"));
              case "engines" ->
                  new RegistryReply.Engines(
                      EngineKeys.parse(String.join("\n", AccountJson.texts(in, "keys"))),
                      in.longNumber("at"));
              case "error" -> new RegistryReply.Refused(ErrorReply.read(in));
              default ->
                  throw JsonText.unknownType(
                      type, "done, loggedIn, profile, sessions, account, audit, engines or error");
            });
  }
}
