package fwq.common.talk.trips;

/** Why a request about trips is not carried out, beside what any server may say. */
public enum TripsError {
  /** This address asks too often: try again after {@code retryAfterMillis}. */
  TOO_MANY_REQUESTS,
  /** The ticket is not, or no longer, good: log in again. */
  EXPIRED,
  /** There is no such offer. */
  NO_OFFER,
  /** The offer was changed meanwhile, or more of it is taken than it would have. */
  NOT_CHANGED,
  /** Signed with another secret than the seller's. */
  WRONG_SIGNATURE
}
