package fwq.guild.rules;

import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish to be a member, and what became of it.
 *
 * @param join what was written
 * @param writtenAt when, log time
 * @param why with {@link Membership#REJECTED} alone
 * @param decidedAt when it came to be what it is, log time; 0 while it waits
 */
public record Application(
    MemberWord.Join join,
    long writtenAt,
    Membership state,
    Optional<Rejection> why,
    long decidedAt) {
  /** What was rejected, or has resigned, is forgotten after 30 days, as the topic forgets it. */
  public static final long REMEMBERED_MILLIS = 30L * 24 * 60 * 60 * 1_000;

  public Application {
    Objects.requireNonNull(join, "join");
    if (why.isPresent() != (state == Membership.REJECTED)) {
      throw new IllegalArgumentException("a rejection, and nothing else, has a reason");
    }
  }

  /** One that nobody has decided. */
  static Application of(MemberWord.Join join, long writtenAt) {
    return new Application(join, writtenAt, Membership.WAITING, Optional.empty(), 0);
  }

  Application become(Membership next, long at) {
    return new Application(join, writtenAt, next, Optional.empty(), at);
  }

  Application reject(Rejection reason, long at) {
    return new Application(join, writtenAt, Membership.REJECTED, Optional.of(reason), at);
  }
}
