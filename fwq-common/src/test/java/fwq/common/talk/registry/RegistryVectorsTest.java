package fwq.common.talk.registry;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.Session;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes of this conversation. */
final class RegistryVectorsTest extends VectorsContract {
  /** The first test of RFC 8032, 7.1. */
  private static final String ENGINE_KEY =
      "0a1b2c3d MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  private static final List<OpenSession> SESSIONS =
      List.of(new OpenSession(Long.MAX_VALUE, "", true), new OpenSession(1, "192.0.2.7", false));

  @Override
  protected List<Vector> vectors() {
    return Stream.of(requests(), replies()).flatMap(List::stream).toList();
  }

  private static List<Vector> requests() {
    return List.of(
        request(
            "register",
            new RegistryRequest.Register(
                "x','n','p',0,'1','-1')--",
                Vector.NAME,
                "a+b@example.com",
                new Secret("päss wörd🔑"),
                Optional.empty())),
        request(
            "register-shown",
            new RegistryRequest.Register(
                "ana", "Ana", "ana@example.com", new Secret("p"), Optional.of("Ana B."))),
        request("login", new RegistryRequest.Login("ana", new Secret("Pepe Luis"))),
        request("profile", new RegistryRequest.Profile(new Secret("aaa.bbb-_.ccc"))),
        request(
            "update",
            new RegistryRequest.Update(
                new Secret("t"),
                Changes.NONE
                    .withName("")
                    .withEmail("ñ@例え.jp")
                    .withPassword(new Secret(" "))
                    .withShownAs(""),
                Optional.of(new Secret("🔑")))),
        request(
            "update-nothing",
            new RegistryRequest.Update(new Secret("t"), Changes.NONE, Optional.empty())),
        request("list-sessions", new RegistryRequest.ListSessions(new Secret("t"))),
        request("end-session", new RegistryRequest.EndSession(new Secret("t"), Long.MAX_VALUE)),
        request("export", new RegistryRequest.Export(new Secret("t"))),
        request("delete", new RegistryRequest.Delete(new Secret("t"), new Secret("p"))),
        request("ask-engines", new RegistryRequest.AskEngines()),
        request("logout", new RegistryRequest.Logout(new Secret("t"))));
  }

  private static List<Vector> replies() {
    return List.of(
        reply("done", new RegistryReply.Done()),
        reply(
            "logged-in",
            new RegistryReply.LoggedIn(
                new Secret("a.b.c"),
                new Session("A.b-c_0123456789abcd", 0, Long.MAX_VALUE),
                new Secret("A".repeat(43)))),
        reply(
            "logged-in-shown",
            new RegistryReply.LoggedIn(
                new Secret("a.b.c"), new Session("ana", 1, 2, "Ana B."), new Secret("k"))),
        reply(
            "logged-in-pass",
            new RegistryReply.LoggedIn(
                new Secret("a.b.c"),
                new Session("ana", 1, 2),
                new Secret("k"),
                Optional.of(new Secret("d.e.f")))),
        reply(
            "profile-of",
            new RegistryReply.ProfileOf("ana", Vector.NAME, "ana@example.com", "ana")),
        reply("profile-of-nobody", new RegistryReply.ProfileOf("ana", "Ana", "a@b.c", "")),
        reply("sessions", new RegistryReply.Sessions(SESSIONS)),
        reply(
            "account",
            new RegistryReply.Exported(
                new AccountData(
                    new RegistryReply.ProfileOf("ana", "Ana", "a@b.c", "Ana B."),
                    1,
                    SESSIONS,
                    List.of("192.0.2.7", "2001:db8:0:0:0:0:0:0/64"),
                    List.of("{\"alias\":\"ana\"}")))),
        reply("engines", new RegistryReply.Engines(EngineKeys.parse(ENGINE_KEY), Long.MAX_VALUE)),
        reply("engines-unknown", new RegistryReply.Engines(EngineKeys.NONE, 1)),
        reply("error", RegistryReply.Refused.of(ErrorCode.BAD_REQUEST, "no “such” thing 🤷")),
        reply("error-field", RegistryReply.Refused.invalid("name", "too long")),
        reply("error-later", RegistryReply.Refused.later(ErrorCode.BUSY, "later", Long.MAX_VALUE)));
  }

  private static Vector request(String name, RegistryRequest message) {
    return Vector.of(
        RegistryCodec.class, name, message, RegistryCodec::write, RegistryCodec::readRequest);
  }

  private static Vector reply(String name, RegistryReply message) {
    return Vector.of(
        RegistryCodec.class, name, message, RegistryCodec::write, RegistryCodec::readReply);
  }
}
