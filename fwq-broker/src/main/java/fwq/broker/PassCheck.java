package fwq.broker;

import fwq.common.park.Alias;
import fwq.common.signing.Pass;
import fwq.kit.kafka.BearerToken;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Whether a guest's pass is good: the registry has signed it for brokers, it has not expired, and
 * its session is not over. Whose it is, is a name that no program can have: {@code guest:ALIAS}.
 *
 * <p>Pure: the time is an argument.
 *
 * @param keys of the registry, by their ids
 * @param isOver whether a session is over, by its guest's alias and when it was issued
 */
record PassCheck(Function<String, Optional<PublicKey>> keys, BiPredicate<String, Long> isOver) {

  /** What is to be known of a good pass; nothing of another. Why helps only who made it up. */
  Optional<BearerToken> check(String pass, Instant now) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
              .setVerificationKeyResolver(
                  (signed, _) ->
                      keys.apply(signed.getKeyIdHeaderValue())
                          .orElseThrow(() -> new UnresolvableKeyException("an unknown key")))
              .setExpectedIssuer(Pass.ISSUER)
              .setExpectedAudience(Pass.AUDIENCE)
              .setRequireSubject()
              .setRequireExpirationTime()
              .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
              .build()
              .processToClaims(pass);
      String alias = claims.getSubject();
      Long issuedAt = claims.getClaimValue(Pass.ISSUED_AT, Long.class);
      if (issuedAt == null || !Alias.isValid(alias) || isOver.test(alias, issuedAt)) {
        return Optional.empty();
      }
      return Optional.of(
          new BearerToken(
              pass, GuestAuthorizer.NAME + alias, claims.getExpirationTime().getValueInMillis()));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }
}
