package fwq.web.http;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a request was not carried out.
 *
 * @param status of HTTP
 * @param code for programs, such as {@code INVALID_FIELD}
 * @param message in a sentence, for whoever reads logs or an API's answers
 * @param field the field that breaks its rule, if one does
 * @param retryAfterSeconds when to try again, where that helps
 */
public record Problem(
    int status,
    String code,
    String message,
    Optional<String> field,
    OptionalLong retryAfterSeconds) {
  /** A problem without field or time. */
  public static Problem of(int status, String code, String message) {
    return new Problem(status, code, message, Optional.empty(), OptionalLong.empty());
  }

  /** A field that breaks its rule. */
  public static Problem invalid(String field, String message) {
    return new Problem(400, "INVALID_FIELD", message, Optional.of(field), OptionalLong.empty());
  }

  /** Something to try again later. */
  public static Problem later(int status, String code, String message, long seconds) {
    return new Problem(status, code, message, Optional.empty(), OptionalLong.of(seconds));
  }

  /** There is nothing at this address. */
  public static Problem notFound(String what) {
    return of(404, "NOT_FOUND", what);
  }

  /** Too many requests. */
  public static Problem tooMany(long seconds) {
    return later(429, "TOO_MANY", "too many requests; try again in " + seconds + " s", seconds);
  }
}
