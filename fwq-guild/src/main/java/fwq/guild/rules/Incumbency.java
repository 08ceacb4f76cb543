package fwq.guild.rules;

import fwq.common.talk.guild.Tick;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells whether another guild looks after the same carts. Each guild's first tick is its claim, and
 * its later ones say where that was. The one that was there first answers a newer one's claim with
 * a tick; the newer one sees it and ends. Once it has been there for a while nobody's word ends a
 * guild, so that no forged tick does.
 */
public final class Incumbency {
  /** For so long after its claim a guild gives way to an older one. */
  static final long PROBATION_MILLIS = 10_000;

  private final String guild;
  private OptionalLong since = OptionalLong.empty();
  private long claimedAt;

  /** What is to be done about a tick. */
  public enum Answer {
    /** Nothing. */
    NONE,
    /** Somebody new is here: say that we are. */
    TICK,
    /** Somebody was here before: end. */
    YIELD
  }

  /** Of a guild that has said nothing yet. */
  public Incumbency(String guild) {
    this.guild = guild;
  }

  /**
   * What the guild says next.
   *
   * @param zone the park's, where it is known
   */
  public Tick tick(Optional<ZoneId> zone) {
    return new Tick(guild, since, zone);
  }

  /**
   * A tick was read.
   *
   * @param at log time
   */
  public Answer see(Tick tick, long offset, long at) {
    if (tick.guild().equals(guild)) {
      if (since.isEmpty()) {
        since = OptionalLong.of(offset);
        claimedAt = at;
      }
      return Answer.NONE;
    }
    if (since.isEmpty()) {
      // It may have ended since.
      return Answer.NONE;
    }
    if (tick.since().isEmpty()) {
      return Answer.TICK;
    }
    boolean isOlder = tick.since().getAsLong() < since.getAsLong();
    return isOlder && at - claimedAt <= PROBATION_MILLIS ? Answer.YIELD : Answer.NONE;
  }
}
