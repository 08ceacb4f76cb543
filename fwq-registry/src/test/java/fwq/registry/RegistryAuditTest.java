package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.RegistryRequest.Login;
import fwq.common.talk.registry.RegistryRequest.Profile;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry notes of what guests do, and what it does not. */
final class RegistryAuditTest {
  @TempDir private Path folder;
  private OpenRegistry registry;
  private Guest guest;

  @BeforeEach
  void open() throws Exception {
    registry = new OpenRegistry(folder);
    guest = registry.guest();
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  @Test
  void registrationLoginChangeAndLogoutAreNotedWithTheirOutcome() throws Exception {
    guest.mustRegister("Ana");
    guest.register("ana", "Eve", "eve@example.org", "eve's own password");
    guest.login("ana", "wrong");
    guest.login("nobody", "wrong");
    LoggedIn login = guest.mustLogin("ana");
    guest.mustProfile(login.ticket());
    guest.rename(login.ticket(), "Ana\nLuisa");
    guest.rename(login.ticket(), "Ana Luisa");
    guest.logout(login.ticket());
    guest.rename(login.ticket(), "Eve");
    String refused = "\"outcome\":\"refused\",\"reason\":";
    assertEquals(
        List.of(
            "\"Ana\",\"action\":\"register\",\"outcome\":\"done\"",
            "\"ana\",\"action\":\"register\"," + refused + "\"ALIAS_TAKEN\"",
            "\"ana\",\"action\":\"login\"," + refused + "\"WRONG_CREDENTIALS\"",
            "\"nobody\",\"action\":\"login\"," + refused + "\"WRONG_CREDENTIALS\"",
            "\"ana\",\"action\":\"login\",\"outcome\":\"done\"",
            "\"Ana\",\"action\":\"update\"," + refused + "\"INVALID_FIELD\"",
            "\"Ana\",\"action\":\"update\",\"outcome\":\"done\"",
            "\"Ana\",\"action\":\"logout\",\"outcome\":\"done\"",
            "\"Ana\",\"action\":\"update\"," + refused + "\"EXPIRED\""),
        lines());
  }

  @Test
  void whatIsNoUsernameIsNotNotedAsOne() throws Exception {
    guest.login("my password!", "x");
    guest.login("\u001b[2J\n{\"at\":", "x");
    guest.register("x".repeat(10_000), "n", "n@example.org", Guest.PASSWORD);
    String rest = "\"outcome\":\"refused\",\"reason\":";
    assertEquals(
        List.of(
            "\"?\",\"action\":\"login\"," + rest + "\"WRONG_CREDENTIALS\"",
            "\"?\",\"action\":\"login\"," + rest + "\"WRONG_CREDENTIALS\"",
            "\"?\",\"action\":\"register\"," + rest + "\"INVALID_FIELD\""),
        lines());
  }

  @Test
  void ticketsThatAreNoneAreNotNoted() throws Exception {
    guest.rename(new Secret("made up"), "Eve");
    guest.logout(new Secret("made up"));
    assertEquals(List.of(), registry.audited);
  }

  @Test
  void floodFromOneAddressIsHeldBackAndNotedOnceWhileOthersAreServed() throws Exception {
    guest.mustRegister("ana");
    Secret ticket = guest.mustLogin("ana").ticket();
    registry.audited.clear();
    for (int i = 0; i < 20; i++) {
      Enum<?> code = Guest.code(ask("192.0.2.7", new Login("user" + i, new Secret("wrong"))));
      assertEquals(RegistryError.WRONG_CREDENTIALS, code);
    }
    for (int i = 0; i < 50; i++) {
      ErrorReply flood =
          assertInstanceOf(
                  RegistryReply.Refused.class,
                  ask("192.0.2.7", new Login("ana", new Secret(Guest.PASSWORD))))
              .error();
      assertEquals("TOO_MANY_ATTEMPTS", flood.code());
      assertEquals(1_000, flood.retryAfterMillis().orElseThrow());
      assertTrue(flood.message().contains("your address; try again in 1 s"), flood.message());
    }
    assertEquals(21, registry.audited.size());
    Login good = new Login("ana", new Secret(Guest.PASSWORD));
    assertInstanceOf(LoggedIn.class, ask("192.0.2.8", good));
    assertInstanceOf(
        RegistryReply.ProfileOf.class,
        ask("192.0.2.7", new Profile(ticket)),
        "what costs no hash goes on");
    registry.clock.move(1_000);
    assertInstanceOf(LoggedIn.class, ask("192.0.2.7", good));
  }

  private RegistryReply ask(String from, RegistryRequest request) throws Exception {
    return RegistryCodec.readReply(
        registry.handler.reply(RegistryCodec.write(request), InetAddress.getByName(from)));
  }

  /** The lines, without what is the same in all. */
  private List<String> lines() {
    String same =
        "{\"at\":\"2027-01-15T08:00:00.123Z\",\"program\":\"registry\",\"address\":\"127.0.0.1\","
            + "\"alias\":";
    return registry.audited.stream()
        .map(entry -> new String(AuditJson.write(entry), StandardCharsets.UTF_8))
        .map(
            line -> line.startsWith(same) ? line.substring(same.length(), line.length() - 1) : line)
        .toList();
  }
}
