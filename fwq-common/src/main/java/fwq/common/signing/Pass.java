package fwq.common.signing;

/**
 * What a guest shows to a broker with users: a JWT (RFC 7519), signed with {@link Ed25519}, whose
 * key's id is {@code kid}. The registry makes it with each login, and it lasts as long; the broker
 * has the public halves of its keys (RFC 7517). At the registry it opens nothing.
 */
public final class Pass {
  /** {@code iss}. */
  public static final String ISSUER = "fwq-registry";

  /** {@code aud}: a token for somebody else is none for the broker. */
  public static final String AUDIENCE = "fwq-broker";

  /** When the session was issued, in milliseconds, as a ticket has it. */
  public static final String ISSUED_AT = "issuedAt";

  private Pass() {}
}
