package fwq.journal.node;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a living node of our name from what a dead one leaves in the group. Kafka takes a dead
 * member out once its session is over, but counts sessions only while partitions are not being
 * shared out: so only that time counts here. Pure.
 */
final class Namesake {
  /** After its session, a member that has died is still there for a while on a busy broker. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final long millisMax;
  private final Map<String, Long> seenMillis = new HashMap<>();
  private boolean wasStable;
  private long lookedAt;

  /** None is seen yet. */
  Namesake(Duration session) {
    this.millisMax = session.plus(GRACE).toMillis();
  }

  /**
   * The group is looked at.
   *
   * @param memberIds of the members that have our name and are not us
   * @param isStable whether Kafka was not just sharing out partitions
   * @param nowMillis of a clock that only goes forth
   * @return whether one of them is alive
   */
  boolean lives(Collection<String> memberIds, boolean isStable, long nowMillis) {
    long passed = isStable && wasStable ? nowMillis - lookedAt : 0;
    wasStable = isStable;
    lookedAt = nowMillis;
    seenMillis.keySet().retainAll(memberIds);
    memberIds.forEach(id -> seenMillis.compute(id, (_, ms) -> ms == null ? 0 : ms + passed));
    return seenMillis.values().stream().anyMatch(ms -> ms > millisMax);
  }
}
