package fwq.kit.json;

import fwq.kit.text.Escape;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The answer to a request that was not carried out, in every conversation the same: {@code
 * {"type":"error","code":"BUSY","message":"…","retryAfterMillis":1000}}. Which codes there are is
 * each conversation's own matter, beside those of {@link ErrorCode}.
 *
 * @param code why, for programs: capitals and underscores
 * @param message why, in a sentence for people
 * @param field the field that breaks its rule, with {@link ErrorCode#INVALID_FIELD}
 * @param retryAfterMillis when to try again, where that helps
 */
public record ErrorReply(
    String code, String message, Optional<String> field, OptionalLong retryAfterMillis) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{0,39}");

  /** Refuses a code that could not be a constant's name. */
  public ErrorReply {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(retryAfterMillis, "retryAfterMillis");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("field 'code' must be a code such as BAD_REQUEST");
    }
  }

  /** An error without field or retry time. */
  public static ErrorReply of(Enum<?> code, String message) {
    return new ErrorReply(code.name(), message, Optional.empty(), OptionalLong.empty());
  }

  /** A field that breaks its rule. */
  public static ErrorReply invalid(String field, String message) {
    return new ErrorReply(
        ErrorCode.INVALID_FIELD.name(), message, Optional.of(field), OptionalLong.empty());
  }

  /** Something to try again later. */
  public static ErrorReply later(Enum<?> code, String message, long retryAfterMillis) {
    return new ErrorReply(
        code.name(), message, Optional.empty(), OptionalLong.of(retryAfterMillis));
  }

  /** Whether it is this error. */
  public boolean is(Enum<?> other) {
    return code.equals(other.name());
  }

  /** A reply's content that is this error. */
  public byte[] toBytes() {
    return JsonText.object(this::write);
  }

  /** Writes its fields, {@code type} among them. */
  public void write(JsonGenerator json) {
    json.writeStringProperty("type", "error");
    json.writeStringProperty("code", code);
    json.writeStringProperty("message", message);
    field.ifPresent(name -> json.writeStringProperty("field", name));
    retryAfterMillis.ifPresent(millis -> json.writeNumberProperty("retryAfterMillis", millis));
  }

  /** Reads what {@link #write} wrote. */
  public static ErrorReply read(Fields in) throws BadMessageException {
    return new ErrorReply(
        in.text("code"),
        // It is shown to people, and comes from outside.
        Escape.of(in.text("message")),
        in.optionalText("field"),
        in.optionalLong("retryAfterMillis"));
  }
}
