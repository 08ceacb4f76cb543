package fwq.broker;

import fwq.common.signing.Session;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of guests' sessions are over though their passes have not expired. Of more guests than it
 * can hold it forgets none: it takes all sessions for over that were issued as early as theirs. For
 * many threads.
 *
 * <p>Pure: the time is an argument.
 */
final class EndedSessions {
  /** Some 15 MB. */
  static final int GUESTS_MAX = 100_000;

  private final int guestsMax;
  private final Map<String, Long> newestOver = new HashMap<>();
  private long allUpTo = -1;
  private boolean known;

  EndedSessions(int guestsMax) {
    this.guestsMax = guestsMax;
  }

  /**
   * A guest's sessions issued at or before a moment are over.
   *
   * @param issuedAt that moment, epoch milliseconds, as all times here
   */
  synchronized void end(String alias, long issuedAt, long now) {
    newestOver.merge(alias, issuedAt, Math::max);
    if (newestOver.size() > guestsMax) {
      newestOver.values().removeIf(it -> it + Session.LIFETIME.toMillis() < now);
    }
    if (newestOver.size() > guestsMax) {
      Map.Entry<String, Long> oldest =
          newestOver.entrySet().stream()
              .min(Comparator.comparingLong(Map.Entry::getValue))
              .orElseThrow();
      allUpTo = Math.max(allUpTo, oldest.getValue());
      newestOver.values().removeIf(it -> it <= allUpTo);
    }
  }

  /** All that was over when the broker started has been told. */
  synchronized void allTold() {
    known = true;
  }

  /** Whether a session is over; until all is told, everyone is taken for it. */
  synchronized boolean isOver(String alias, long issuedAt) {
    return !known || issuedAt <= Math.max(allUpTo, newestOver.getOrDefault(alias, -1L));
  }
}
