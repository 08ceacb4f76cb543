package fwq.kit.json;

/** Why any request may not be carried out; each conversation has more codes of its own. */
public enum ErrorCode {
  /** Not a request this server understands; the connection closes. */
  BAD_REQUEST,
  /** A field breaks its rule; {@code field} names it. */
  INVALID_FIELD,
  /** Too much to do just now: try again after {@code retryAfterMillis}. */
  BUSY,
  /** The server could not do its part, such as a full disk; it is logged there. */
  UNAVAILABLE
}
