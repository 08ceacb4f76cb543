package fwq.common.talk.registry;

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
                Optional.of(""),
                Optional.of("ñ@例え.jp"),
                Optional.of(new Secret(" ")),
                Optional.of(""))),
        request(
            "update-nothing",
            new RegistryRequest.Update(
                new Secret("t"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
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
            "profile-of",
            new RegistryReply.ProfileOf("ana", Vector.NAME, "ana@example.com", "ana")),
        reply("profile-of-nobody", new RegistryReply.ProfileOf("ana", "Ana", "a@b.c", "")),
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
