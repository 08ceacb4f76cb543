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
import fwq.common.signing.DerivedKeys;
import fwq.common.signing.Keyring;
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
import java.util.function.Supplier;

/**
 * Tickets are JWTs (RFC 7519), signed with HMAC-SHA256 and a key that only the registry has, whose
 * id is {@code kid}: {@code sub} the username, {@code iat} and {@code exp} in seconds, and {@code
 * issuedAt} in milliseconds, which tells two sessions of one guest apart.
 */
public final class Tickets {
  /** Some 5 MB. */
  private static final int GOOD_MAX = 10_000;

  private static final String ISSUED_AT = "issuedAt";
  private static final String ROLE = "role";

  private final DerivedKeys<TicketKey> keys;
  private final Supplier<Keyring> sessionKeys;
  private final Optional<Passes> passes;
  private final Duration lifetime;
  private final InstantSource clock;
  private final IdleOperators idle;

  /** Those found good lately: parsing and verifying one again would be most of a request. */
  private final Map<Secret, Session> good = new ConcurrentHashMap<>();

  private record TicketKey(String id, JWSSigner signer, JWSVerifier verifier) {
    static TicketKey of(SharedSecret secret) {
      try {
        return new TicketKey(
            secret.id(), new MACSigner(secret.bytes()), new MACVerifier(secret.bytes()));
      } catch (JOSEException e) {
        throw new IllegalArgumentException("a secret has at least 32 bytes", e);
      }
    }
  }

  /** As the other, without passes. */
  public Tickets(
      Supplier<Keyring> keys,
      Supplier<Keyring> sessionKeys,
      Duration lifetime,
      InstantSource clock) {
    this(keys, sessionKeys, Optional.empty(), lifetime, clock);
  }

  /**
   * Signs with these keys.
   *
   * @param keys of tickets
   * @param sessionKeys what sessions' keys come of
   * @param passes what makes the passes that are handed out with tickets
   * @param lifetime of a session, at least a second
   */
  public Tickets(
      Supplier<Keyring> keys,
      Supplier<Keyring> sessionKeys,
      Optional<Passes> passes,
      Duration lifetime,
      InstantSource clock) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("a session lasts at least a second");
    }
    this.keys = new DerivedKeys<>(keys, TicketKey::of);
    this.sessionKeys = sessionKeys;
    this.passes = passes;
    this.lifetime = lifetime;
    this.clock = clock;
    this.idle = new IdleOperators(clock.millis());
  }

  /** A ticket for a new session, the session, its key, and a pass. */
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
    TicketKey key = keys.at(Instant.ofEpochMilli(issuedAt));
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build();
    SignedJWT ticket = new SignedJWT(header, claims.build());
    try {
      ticket.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("a ticket could not be signed", e);
    }
    return new LoggedIn(
        new Secret(ticket.serialize()),
        session,
        SessionKey.derive(sessionKeys.get(), session).encode(),
        passes.map(it -> it.issue(session)));
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
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !keys.any(key -> isSigned(jwt, key))) {
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
    } catch (ParseException | IllegalArgumentException e) {
      // Why a ticket is bad helps only who made it up.
      return Optional.empty();
    }
  }

  /** Older versions did not say which key it was. */
  private static boolean isSigned(SignedJWT ticket, TicketKey key) {
    String id = ticket.getHeader().getKeyID();
    try {
      return (id == null || id.equals(key.id())) && ticket.verify(key.verifier());
    } catch (JOSEException e) {
      return false;
    }
  }

  /** Sessions issued before this have expired by now: epoch milliseconds. */
  long oldestIssuedAt() {
    return clock.millis() - lifetime.toMillis();
  }
}
