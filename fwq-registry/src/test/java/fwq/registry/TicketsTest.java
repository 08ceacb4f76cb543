package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fwq.common.signing.Keyring;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ticket is good when it was issued here, is as it was issued, and has not expired. */
final class TicketsTest {
  private static final SharedSecret SECRET =
      SharedSecret.of(
          "a secret of sixty-four bytes, enough for each of the HMAC family"
              .getBytes(StandardCharsets.UTF_8));

  private final SetClock clock = new SetClock();
  private Keyring keys = Keyring.of(SECRET);
  private Keyring sessionKeys = keys;
  private final Tickets tickets =
      new Tickets(() -> keys, () -> sessionKeys, Session.LIFETIME, clock);
  private final LoggedIn login = tickets.issue("ana", "ana", Role.GUEST, clock.millis());

  @Test
  void goodTicketGivesItsSession() {
    assertEquals(Optional.of(login.session()), tickets.check(login.ticket()));
    assertEquals(clock.millis(), login.session().issuedAt());
  }

  @Test
  void sessionLastsItsTimeToTheFullSecond() {
    Session session = login.session();
    long lasts = session.expiresAt() - session.issuedAt();
    assertEquals(0, session.expiresAt() % 1_000);
    assertTrue(lasts > 12 * 3_600_000 - 1_000 && lasts <= 12 * 3_600_000);
  }

  @Test
  void payloadSaysWhoWhenAndUntilWhen() {
    String payload = part(1);
    String json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    assertTrue(json.contains("\"sub\":\"ana\""), json);
    assertTrue(json.contains("\"iat\":" + clock.millis() / 1_000), json);
    assertTrue(json.contains("\"exp\":" + login.session().expiresAt() / 1_000), json);
    assertTrue(json.contains("\"issuedAt\":" + clock.millis()), json);
  }

  @Test
  void ticketThatWasGoodIsRefusedOnceItExpires() {
    assertTrue(tickets.check(login.ticket()).isPresent());
    assertTrue(tickets.check(login.ticket()).isPresent());
    clock.move(login.session().expiresAt() - clock.millis());
    assertRefused(login.ticket().reveal());
    assertRefused(login.ticket().reveal());
  }

  @Test
  void expiredTicketIsRefused() {
    clock.move(login.session().expiresAt() - clock.millis());
    assertRefused(login.ticket().reveal());
  }

  @Test
  void ticketWithAnyByteChangedIsRefused() {
    String good = login.ticket().reveal();
    // The last character is left out: some of its bits carry nothing.
    for (int i = 0; i < good.length() - 1; i++) {
      char other = good.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(good.substring(0, i) + other + good.substring(i + 1));
    }
  }

  @Test
  void ticketCutShortAnywhereIsRefused() {
    String good = login.ticket().reveal();
    for (int i = 0; i < good.length(); i++) {
      assertRefused(good.substring(0, i));
    }
  }

  @Test
  void ticketOfAnotherSecretIsRefused() {
    Keyring other = Keyring.of(SharedSecret.of(new byte[32]));
    Tickets forger = new Tickets(() -> other, () -> other, Session.LIFETIME, clock);
    assertRefused(forger.issue("ana", "ana", Role.GUEST, clock.millis()).ticket().reveal());
  }

  @Test
  void ticketIsGoodAsLongAsItsKeyIsAndNewOnesHaveTheNewOne() throws Exception {
    SharedSecret fresh = SharedSecret.of(new byte[32]);
    keys = keys.with(fresh, Instant.ofEpochMilli(clock.millis() + 1_000));
    sessionKeys = keys;
    LoggedIn early = tickets.issue("ben", "ben", Role.GUEST, clock.millis());
    clock.move(1_000);
    LoggedIn late = tickets.issue("eva", "eva", Role.GUEST, clock.millis());
    assertEquals(SECRET.id(), keyId(login));
    assertEquals(SECRET.id(), keyId(early));
    assertEquals(fresh.id(), keyId(late));
    assertEquals(SessionKey.derive(SECRET, early.session()).encode(), early.sessionKey());
    assertEquals(SessionKey.derive(fresh, late.session()).encode(), late.sessionKey());
    for (LoggedIn each : new LoggedIn[] {login, early, late}) {
      assertEquals(Optional.of(each.session()), tickets.check(each.ticket()));
    }
    Keyring forgotten = Keyring.of(fresh);
    Tickets restarted = new Tickets(() -> forgotten, () -> forgotten, Session.LIFETIME, clock);
    assertEquals(Optional.empty(), restarted.check(early.ticket()));
    assertTrue(restarted.check(late.ticket()).isPresent());
  }

  private static String keyId(LoggedIn login) throws Exception {
    return SignedJWT.parse(login.ticket().reveal()).getHeader().getKeyID();
  }

  @Test
  void ticketThatNamesNoAlgorithmIsRefused() {
    String payload = part(1);
    for (String algorithm : new String[] {"none", "None", "NONE", ""}) {
      String header = "{\"alg\":\"" + algorithm + "\"}";
      String encoded =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(header.getBytes(StandardCharsets.UTF_8));
      assertRefused(encoded + "." + payload + ".");
      assertRefused(encoded + "." + payload + "." + part(2));
    }
  }

  @Test
  void ticketOfAnotherAlgorithmIsRefusedEvenWithTheRightSecret() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(login.ticket().reveal()).getJWTClaimsSet();
    assertRefused(signed(JWSAlgorithm.HS384, claims));
    assertRefused(signed(JWSAlgorithm.HS512, claims));
  }

  @Test
  void signedTicketWithoutOneOfItsClaimsIsRefused() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(login.ticket().reveal()).getJWTClaimsSet();
    assertTrue(tickets.check(new Secret(signed(JWSAlgorithm.HS256, claims))).isPresent());
    for (String claim : new String[] {"sub", "exp", "issuedAt"}) {
      JWTClaimsSet less = new JWTClaimsSet.Builder(claims).claim(claim, null).build();
      assertRefused(signed(JWSAlgorithm.HS256, less));
    }
    JWTClaimsSet odd = new JWTClaimsSet.Builder(claims).claim("issuedAt", "soon").build();
    assertRefused(signed(JWSAlgorithm.HS256, odd));
  }

  @Test
  void nothingThatPrintsShowsASecret() {
    assertFalse(login.toString().contains(login.ticket().reveal()));
    assertFalse(login.toString().contains(login.sessionKey().reveal()));
  }

  /** Header, payload or signature. */
  private String part(int index) {
    return login.ticket().reveal().split("\\.", -1)[index];
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
    SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
    jwt.sign(new MACSigner(SECRET.bytes()));
    return jwt.serialize();
  }

  private void assertRefused(String ticket) {
    assertEquals(Optional.empty(), tickets.check(new Secret(ticket)));
  }
}
