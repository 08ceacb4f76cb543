package fwq.registry;

import fwq.common.message.Alias;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses: after five wrong passwords for one username the next try has to wait 1 s,
 * then 2 s, and so on to 60 s, until a right one. Unknown usernames are slowed down alike, so that
 * the delay does not tell them apart. Takes time as an argument; safe for many threads.
 */
final class LoginThrottle {
  static final int FREE_FAILURES = 4;
  static final long DELAY_MILLIS_FIRST = 1_000;
  static final long DELAY_MILLIS_MAX = 60_000;
  static final long MEMORY_MILLIS = 15 * 60_000;

  private final Map<String, Failures> byAlias;

  private record Failures(int count, long lastAt) {
    long delayMillis() {
      int doublings = Math.min(count - FREE_FAILURES - 1, 16);
      return doublings < 0 ? 0 : Math.min(DELAY_MILLIS_FIRST << doublings, DELAY_MILLIS_MAX);
    }
  }

  /**
   * Remembers nothing yet.
   *
   * @param aliasesMax how many usernames are remembered; beyond it the one untried longest is
   *     forgotten
   */
  LoginThrottle(int aliasesMax) {
    this.byAlias =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > aliasesMax;
          }
        };
  }

  /** How long this username may not be tried yet; 0 when it may. */
  synchronized long delayMillis(String alias, long nowMillis) {
    Failures failures = byAlias.get(key(alias));
    if (failures == null || isForgotten(failures, nowMillis)) {
      return 0;
    }
    long left = failures.lastAt() + failures.delayMillis() - nowMillis;
    // A clock set back must not lengthen the delay.
    return Math.clamp(left, 0, failures.delayMillis());
  }

  /** A wrong password for this username. */
  synchronized void failed(String alias, long nowMillis) {
    // What cannot be a username is nobody's, and could be 64 KiB long.
    if (Alias.isValid(alias)) {
      Failures before = byAlias.get(key(alias));
      int count = before == null || isForgotten(before, nowMillis) ? 0 : before.count();
      byAlias.put(key(alias), new Failures(count + 1, nowMillis));
    }
  }

  /** The right password for this username. */
  synchronized void succeeded(String alias) {
    byAlias.remove(key(alias));
  }

  private static boolean isForgotten(Failures failures, long nowMillis) {
    return nowMillis - failures.lastAt() > MEMORY_MILLIS;
  }

  private static String key(String alias) {
    return alias.toLowerCase(Locale.ROOT);
  }
}
