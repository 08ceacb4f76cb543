package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.net.HostPort;

/** What pages have done for them elsewhere, so that they never wait. Results come as events. */
interface Errands {
  /**
   * Asks the registry.
   *
   * @return the number of the {@link Event.Answered}, {@link Event.Unanswered} or {@link
   *     Event.Untrusted} to come
   */
  long ask(HostPort registry, RegistryRequest request);

  /**
   * Links up with the park, however long the broker takes.
   *
   * @return the number of the {@link Event.Linked} to come
   */
  long link(HostPort broker, String alias);

  /** Nobody waits for that link any more: if it comes all the same, it is closed. */
  void abandon(long number);

  /** Ends a link. */
  void close(ParkLine line);
}
