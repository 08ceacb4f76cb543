package fwq.common.talk.trips;

import fwq.kit.json.ErrorReply;
import java.util.Objects;

/** The request was not carried out. */
public record NotDone(ErrorReply error) implements SellerReply, AgencyReply {
  public NotDone {
    Objects.requireNonNull(error, "error");
  }

  /** An error without field or retry time. */
  public static NotDone of(Enum<?> code, String message) {
    return new NotDone(ErrorReply.of(code, message));
  }

  /** Something to try again later. */
  public static NotDone later(Enum<?> code, String message, long retryAfterMillis) {
    return new NotDone(ErrorReply.later(code, message, retryAfterMillis));
  }
}
