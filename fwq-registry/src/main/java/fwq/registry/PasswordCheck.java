package fwq.registry;

import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.kit.json.Secret;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;

/** Compares passwords, as often as the throttle lets somebody try. For many threads. */
record PasswordCheck(Passwords passwords, LoginThrottle throttle, InstantSource clock) {
  /**
   * Compares one.
   *
   * @param hash nothing where there is no such account, which takes as long
   * @param wrong what is said of a wrong one
   * @return nothing when it is right; whoever asked then says so to the throttle
   */
  Optional<Refused> refuse(
      String alias, InetAddress from, Secret password, Optional<String> hash, Refused wrong)
      throws BusyException, DatabaseException, InterruptedException {
    Optional<Refused> early = tooMany(alias, from);
    if (early.isPresent()) {
      return early;
    }
    boolean right = passwords.matches(password, hash);
    // Others may have guessed while this one waited: many at once must not learn more than a few.
    Optional<Refused> late = tooMany(alias, from);
    if (late.isPresent()) {
      return late;
    }
    if (!right) {
      throttle.failed(alias, from, clock.millis());
      return Optional.of(wrong);
    }
    return Optional.empty();
  }

  private Optional<Refused> tooMany(String alias, InetAddress from) throws DatabaseException {
    long delayMillis = throttle.delayMillis(alias, from, clock.millis());
    return delayMillis > 0 ? Optional.of(Refusals.tooManyAttempts(delayMillis)) : Optional.empty();
  }

  /** It was right. */
  void succeeded(String alias, InetAddress from) throws DatabaseException {
    throttle.succeeded(alias, from, clock.millis());
  }
}
