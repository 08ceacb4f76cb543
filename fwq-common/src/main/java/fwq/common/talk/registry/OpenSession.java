package fwq.common.talk.registry;

/**
 * A login that has not ended.
 *
 * @param issuedAt when it began, epoch milliseconds by the registry's clock; what it is known by
 * @param address where from; empty where that was not noted
 * @param yours whether it is the one that asks
 */
public record OpenSession(long issuedAt, String address, boolean yours) {
  /** Refuses a time before 1970. */
  public OpenSession {
    if (issuedAt < 0) {
      throw new IllegalArgumentException("issuedAt is milliseconds since 1970, got " + issuedAt);
    }
  }
}
