package fwq.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tickets are JWTs (RFC 7519), signed with HMAC-SHA256 and the secret that registry and engine
 * share: {@code sub} the username, {@code iat} and {@code exp} in seconds, and {@code issuedAt} in
 * milliseconds, which tells two sessions of one guest apart.
 */
public final class Tickets {
  /** A day in the park. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  /** Some 5 MB. */
  private static final int GOOD_MAX = 10_000;

  private static final String ISSUED_AT = "issuedAt";
  private static final String ROLE = "role";

  private final SharedSecret secret;
  private final Duration lifetime;
  private final InstantSource clock;
  private final JWSSigner signer;
  private final JWSVerifier verifier;

  private final IdleOperators idle;

  /** Those found good lately: parsing and verifying one again would be most of a request. */
  private final Map<Secret, Session> good = new ConcurrentHashMap<>();

  /**
   * Signs with this secret.
   *
   * @param lifetime of a session, at least a second
   */
  public Tickets(SharedSecret secret, Duration lifetime, InstantSource clock) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("a session lasts at least a second");
    }
    this.secret = secret;
    this.lifetime = lifetime;
    this.clock = clock;
    this.idle = new IdleOperators(clock.millis());
    try {
      this.signer = new MACSigner(secret.bytes());
      this.verifier = new MACVerifier(secret.bytes());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a shared secret has at least 32 bytes", e);
    }
  }

  /** A ticket for a new session, the session, and its key. */
  LoggedIn issue(String alias, String shownAs, Role role, long issuedAt) {
    long expiresAt = expiresAt(issuedAt);
    Session session = new Session(alias, issuedAt, expiresAt, shownAs, role);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(alias)
            .issueTime(Date.from(Instant.ofEpochMilli(issuedAt)))
            .expirationTime(Date.from(Instant.ofEpochMilli(expiresAt)))
            .claim(ISSUED_AT, issuedAt);
    if (role != Role.GUEST) {
      claims.claim(ROLE, role.name());
    }
    SignedJWT ticket = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      ticket.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a ticket could not be signed", e);
    }
    return new LoggedIn(
        new Secret(ticket.serialize()), session, SessionKey.derive(secret, session).encode());
  }

  /** When a session that is issued then ends by itself: epoch milliseconds. */
  long expiresAt(long issuedAt) {
    // JWT counts in seconds: a session ends on a full one, so that all who check it agree.
    return Math.floorDiv(issuedAt + lifetime.toMillis(), 1_000) * 1_000;
  }

  /**
   * The session of a ticket that was issued here and has not expired. How its owner is shown is not
   * in the ticket: the park has that from the session itself.
   */
  Optional<Session> check(Secret ticket) {
    Session known = good.get(ticket);
    Optional<Session> session = known == null ? verify(ticket) : Optional.of(known);
    if (session.isPresent()
        && (clock.millis() >= session.get().expiresAt()
            || idle.isOver(session.get(), clock.millis()))) {
      good.remove(ticket);
      return Optional.empty();
    }
    if (known == null && session.isPresent()) {
      if (good.size() >= GOOD_MAX) {
        good.clear();
      }
      good.put(ticket, session.get());
    }
    return session;
  }

  private Optional<Session> verify(Secret ticket) {
    try {
      SignedJWT jwt = SignedJWT.parse(ticket.reveal());
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Long issuedAt = claims.getLongClaim(ISSUED_AT);
      Date expires = claims.getExpirationTime();
      if (issuedAt == null || expires == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Session(
              claims.getSubject(),
              issuedAt,
              expires.toInstant().toEpochMilli(),
              claims.getSubject(),
              claims.getStringClaim(ROLE) == null
                  ? Role.GUEST
                  : Role.valueOf(claims.getStringClaim(ROLE))));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      // Why a ticket is bad helps only who made it up.
      return Optional.empty();
    }
  }

  /** Sessions issued before this have expired by now: epoch milliseconds. */
  long oldestIssuedAt() {
    return clock.millis() - lifetime.toMillis();
  }
}
