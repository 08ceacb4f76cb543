package fwq.common.message;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a request that was not carried out.
 *
 * @param code why, for programs
 * @param message why, in a sentence for people
 * @param field the field that breaks its rule, with {@link ErrorCode#INVALID_FIELD}
 * @param retryAfterMillis when to try again, where that helps
 */
public record ErrorReply(
    ErrorCode code, String message, Optional<String> field, OptionalLong retryAfterMillis)
    implements RegistryReply, WaitsReply {
  /** Refuses a missing field. */
  public ErrorReply {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(retryAfterMillis, "retryAfterMillis");
  }

  /** An error without field or retry time. */
  public static ErrorReply of(ErrorCode code, String message) {
    return new ErrorReply(code, message, Optional.empty(), OptionalLong.empty());
  }

  /** A field that breaks its rule. */
  public static ErrorReply invalid(String field, String message) {
    return new ErrorReply(
        ErrorCode.INVALID_FIELD, message, Optional.of(field), OptionalLong.empty());
  }

  /** Something to try again later. */
  public static ErrorReply later(ErrorCode code, String message, long retryAfterMillis) {
    return new ErrorReply(code, message, Optional.empty(), OptionalLong.of(retryAfterMillis));
  }
}
