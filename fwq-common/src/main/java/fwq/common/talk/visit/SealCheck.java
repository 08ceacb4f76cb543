package fwq.common.talk.visit;

import fwq.common.signing.Seal;
import fwq.common.talk.visit.EngineTrust.Known;
import fwq.kit.program.BoundedMap;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an engine has said what is on the topic {@code Engine}, and lately: each signature is
 * checked once for all records of its round, and nothing is believed that is older than what was
 * proven of a park, or too old. Where no keys of engines are known, whatever is said is believed.
 * For one thread.
 */
public final class SealCheck {
  /** For guests; clocks of the engine and of who told its keys may differ so much, too. */
  public static final Duration AGE_MAX = Duration.ofMinutes(2);

  /** Rounds of several engines come mixed. */
  private static final int STATEMENTS_MAX = 64;

  private final EngineTrust trust;
  private final Duration ageMax;
  private final InstantSource clock;
  private final Map<ByteBuffer, Boolean> signed = BoundedMap.byAge(STATEMENTS_MAX);
  private final Map<Integer, Newest> newest = new HashMap<>();

  /** What was proven last of a park. */
  private record Newest(long epoch, long at) {}

  /**
   * Has checked nothing.
   *
   * @param ageMax what was signed longer ago is not believed
   * @param clock the time of day
   */
  public SealCheck(EngineTrust trust, Duration ageMax, InstantSource clock) {
    this.trust = trust;
    this.ageMax = ageMax;
    this.clock = clock;
  }

  /**
   * Why a record is not believed; nothing where it is.
   *
   * @param park its partition
   * @param epoch of the message in it
   * @param seal its header {@link Seal#HEADER}, or null
   */
  public Optional<String> doubt(int park, long epoch, String key, byte[] value, byte[] seal) {
    Known known = trust.now();
    Optional<Seal> its = Seal.read(seal);
    Optional<PublicKey> engines = its.flatMap(it -> known.keys().find(it.keyId()));
    if (its.isPresent() && engines.isEmpty()) {
      trust.doubted();
    }
    if (known.keys().isEmpty()) {
      return Optional.empty();
    }
    if (engines.isEmpty()) {
      return Optional.of("no engine has signed it whose key is known");
    }
    if (!isSigned(its.get(), Seal.leaf(park, key, value), engines.get())) {
      return Optional.of("it is not what an engine has signed");
    }
    return age(park, epoch, its.get().at(), clock.millis() + known.clockAheadMillis());
  }

  /** Whether engines' keys are known, so that not whatever is said is believed. */
  public boolean knowsEngines() {
    return !trust.now().keys().isEmpty();
  }

  private boolean isSigned(Seal seal, byte[] leaf, PublicKey key) {
    byte[] statement = seal.statement(leaf);
    ByteBuffer what = ByteBuffer.wrap(statement);
    if (signed.containsKey(what)) {
      return true;
    }
    boolean isSigned = seal.isSigned(statement, key);
    if (isSigned) {
      signed.put(what, true);
    }
    return isSigned;
  }

  private Optional<String> age(int park, long epoch, long at, long now) {
    long ahead = AGE_MAX.toMillis();
    if (at < now - ageMax.toMillis() || at > now + ahead) {
      // Our clock may have been set.
      trust.doubted();
      return Optional.of("it was signed too long ago, or clocks differ by more than 2 min");
    }
    Newest before = newest.get(park);
    // One that is ahead of now was proven before a clock was set back.
    if (before != null && before.at <= now + ahead && isOlder(epoch, at, before)) {
      return Optional.of("an engine has said something newer");
    }
    newest.put(park, new Newest(epoch, at));
    return Optional.empty();
  }

  private static boolean isOlder(long epoch, long at, Newest before) {
    return epoch < before.epoch || (epoch == before.epoch && at < before.at);
  }
}
