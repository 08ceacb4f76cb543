package fwq.visitor.terminal;

import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.VisitorEvent;

/** A link to the park, as the park's page uses it. What the engine says comes as events. */
interface ParkLine extends AutoCloseable {
  /** Says something; does not wait. */
  void say(VisitorEvent event, SessionKey key);

  /** Whether the broker was there a second ago. */
  boolean brokerThere();

  /** Ends the link. May take a second. */
  @Override
  void close();
}
