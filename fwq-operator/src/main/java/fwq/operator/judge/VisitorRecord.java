package fwq.operator.judge;

import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import java.util.function.Predicate;

/**
 * A record of the topic {@code Visitor}: its offset, and the broker's time in epoch milliseconds.
 */
public sealed interface VisitorRecord {
  long offset();

  /** When the broker took it, epoch milliseconds. */
  long time();

  /** Nobody says anything; time passes. */
  record Tick(long offset, long time) implements VisitorRecord {}

  /**
   * The registry says that some sessions of a guest are over.
   *
   * @param signed whether the record bears the registry's signature
   */
  record Revocation(long offset, long time, Ended ended, boolean signed) implements VisitorRecord {}

  /**
   * An operator says something to the park.
   *
   * @param signed whether the record bears the operator's signature
   */
  record Word(long offset, long time, Operate said, boolean signed) implements VisitorRecord {}

  /** Nobody can tell what it says; time passes. */
  record Unreadable(long offset, long time) implements VisitorRecord {}

  /**
   * A guest says something.
   *
   * @param signedBy whether the record bears the signature of a session's key
   */
  record Event(long offset, long time, VisitorEvent event, Predicate<Session> signedBy)
      implements VisitorRecord {}
}
