package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Role;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply.AuditTail;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who runs the park, and what that is good for at the registry. */
final class OperatorsTest extends RegistryFixture {
  private void operators(String... aliases) throws Exception {
    registry.accounts.operators().set(List.of(aliases));
  }

  @Test
  void roleIsInTheSessionAndInWhatItsKeyComesFrom() throws Exception {
    guest.mustRegister("boss");
    operators("BOSS");
    LoggedIn login = guest.mustLogin("boss");
    assertEquals(Role.OPERATOR, login.session().role());
    assertEquals(
        SessionKey.derive(OpenRegistry.SECRET, login.session()).encode(), login.sessionKey());
    assertEquals(Role.OPERATOR, registry.tickets.check(login.ticket()).orElseThrow().role());
    guest.mustRegister("ana");
    assertEquals(Role.GUEST, guest.mustLogin("ana").session().role());
  }

  @Test
  void nobodyBecomesAnOperatorByRegisteringAFreeName() throws Exception {
    assertEquals(List.of("boss"), registry.accounts.operators().withoutAccount(List.of("boss")));
    guest.mustRegister("boss");
    assertEquals(List.of(), registry.accounts.operators().withoutAccount(List.of("boss")));
  }

  @Test
  void roleThatIsTakenAwayEndsItsLogins() throws Exception {
    guest.mustRegister("boss");
    guest.mustRegister("ana");
    operators("boss");
    LoggedIn login = guest.mustLogin("boss");
    LoggedIn other = guest.mustLogin("ana");
    operators();
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(login.ticket())));
    guest.mustProfile(other.ticket());
    assertEquals(
        List.of(login.session().issuedAt()),
        registry.accounts.revocations().untold(10, 0, 1).stream()
            .map(Revocations.Revocation::issuedAt)
            .toList(),
        "the parks are told");
    assertEquals(Role.GUEST, guest.mustLogin("boss").session().role());
  }

  @Test
  void roleThatStaysCostsNobodyTheLogin() throws Exception {
    guest.mustRegister("boss");
    operators("boss");
    LoggedIn login = guest.mustLogin("boss");
    operators("boss");
    guest.mustProfile(login.ticket());
  }

  @Test
  void operatorsLoginEndsWhenNothingIsHeardOfItForHalfAnHour() throws Exception {
    guest.mustRegister("boss");
    operators("boss");
    LoggedIn login = guest.mustLogin("boss");
    registry.clock.move(29 * 60_000);
    guest.mustProfile(login.ticket());
    registry.clock.move(29 * 60_000);
    guest.mustProfile(login.ticket());
    registry.clock.move(30 * 60_000);
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(login.ticket())));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(login.ticket())), "for good");
  }

  @Test
  void guestsLoginLastsAllDay() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    registry.clock.move(11 * 3_600_000);
    guest.mustProfile(login.ticket());
  }

  @Test
  void auditsLastLinesAreForOperators() throws Exception {
    guest.mustRegister("boss");
    guest.mustRegister("ana");
    operators("boss");
    LoggedIn ana = guest.mustLogin("ana");
    assertEquals(
        RegistryError.FORBIDDEN,
        Guest.code(guest.ask(new RegistryRequest.ReadAudit(ana.ticket()))));
    LoggedIn boss = guest.mustLogin("boss");
    AuditTail tail =
        assertInstanceOf(AuditTail.class, guest.ask(new RegistryRequest.ReadAudit(boss.ticket())));
    assertTrue(tail.lines().getLast().contains("\"alias\":\"boss\",\"action\":\"login\""));
    assertFalse(tail.lines().toString().contains("ticket"));
    for (int line = 0; line <= AuditTail.LINES_MAX; line++) {
      guest.rename(ana.ticket(), "Ana " + line);
    }
    AuditTail later =
        assertInstanceOf(AuditTail.class, guest.ask(new RegistryRequest.ReadAudit(boss.ticket())));
    assertEquals(AuditTail.LINES_MAX, later.lines().size());
  }
}
