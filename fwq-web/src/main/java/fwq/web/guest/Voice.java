package fwq.web.guest;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;

/** The way from guests to engines. None of this waits. */
public interface Voice {
  /** Says something in a park. */
  void say(int park, VisitorEvent event, SessionKey key);

  /** Says an operator's word. */
  void operate(int park, Operate said, SessionKey key);

  /** Says that a food cart stands there, and not who says so. */
  void report(int park, Position position);

  /** From now on this guest's answers are heard. */
  void listen(int park, String alias);

  /** They are of no use any more. */
  void forget(int park, String alias);

  /** Whether anything can be said and heard. */
  boolean brokerThere();
}
