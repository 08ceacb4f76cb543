package fwq.registry;

import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.kit.json.ErrorCode;

/** Pure: what guests read whom the registry refuses something. */
final class Refusals {
  private Refusals() {}

  static Refused busy(long delayMillis) {
    return Refused.later(
        ErrorCode.BUSY,
        "the registry has too many passwords to check just now; try again in "
            + seconds(delayMillis),
        delayMillis);
  }

  static Refused tooManyAttempts(long delayMillis) {
    return Refused.later(
        RegistryError.TOO_MANY_ATTEMPTS,
        "too many wrong passwords for this username; try again in " + seconds(delayMillis),
        delayMillis);
  }

  static Refused tooManyFromThere(long delayMillis) {
    return Refused.later(
        RegistryError.TOO_MANY_ATTEMPTS,
        "too many logins and registrations from your address; try again in " + seconds(delayMillis),
        delayMillis);
  }

  private static String seconds(long millis) {
    return Math.ceilDiv(millis, 1_000) + " s";
  }

  static Refused wrongCredentials() {
    return Refused.of(
        RegistryError.WRONG_CREDENTIALS, "unknown username or wrong password; check both");
  }

  static Refused currentMissing() {
    return Refused.invalid(
        "current", "a new password or email address needs the password that you have now");
  }

  static Refused currentWrong() {
    return Refused.invalid("current", "this is not the password that you have now");
  }

  static Refused nameOfAnother() {
    return Refused.invalid(
        "shownAs", "this is another guest's username; choose another name for the map");
  }

  static Refused operatorsStay() {
    return Refused.of(
        RegistryError.FORBIDDEN,
        "an operator's account is not deleted; have the registry started without it as --operator"
            + " first");
  }

  static Refused expired() {
    return Refused.of(RegistryError.EXPIRED, "you are no longer logged in; log in again");
  }

  static Refused unavailable() {
    return Refused.of(
        ErrorCode.UNAVAILABLE, "the registry cannot reach its accounts just now; try again later");
  }
}
