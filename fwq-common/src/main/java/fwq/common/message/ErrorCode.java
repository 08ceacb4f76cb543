package fwq.common.message;

/** Why a request was not carried out, for programs; the sentence beside it is for people. */
public enum ErrorCode {
  /** Not a request this server understands; the connection closes. */
  BAD_REQUEST,
  /** Someone has this username already. */
  ALIAS_TAKEN,
  /** Unknown username or wrong password; which of them is not told. */
  WRONG_CREDENTIALS,
  /** A field breaks its rule; {@code field} names it. */
  INVALID_FIELD,
  /** The ticket is not, or no longer, good: log in again. */
  EXPIRED,
  /** Too much to do just now: try again after {@code retryAfterMillis}. */
  BUSY,
  /** Too many wrong passwords: try again after {@code retryAfterMillis}. */
  TOO_MANY_ATTEMPTS,
  /** The server could not do its part, such as a full disk; it is logged there. */
  UNAVAILABLE
}
