package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.trips.AgencyRequest;
import fwq.kit.net.HostPort;
import java.nio.file.Path;
import java.util.Optional;

/** What pages have done for them elsewhere, so that they never wait. Results come as events. */
interface Errands {
  /**
   * Asks the registry.
   *
   * @return the number of the {@link ParkEvent.Replied}, {@link ParkEvent.Unanswered} or {@link
   *     ParkEvent.Untrusted} to come
   */
  long ask(HostPort registry, RegistryRequest request);

  /**
   * Puts a text into a new file, for its owner's eyes only.
   *
   * @return a sentence when it cannot, or nothing
   */
  Optional<String> save(Path file, byte[] content);

  /**
   * Asks an agency of trips.
   *
   * @return the number of the {@link ParkEvent.AgencyReplied}, {@link ParkEvent.Unanswered} or
   *     {@link ParkEvent.Untrusted} to come
   */
  long ask(HostPort agency, AgencyRequest request);

  /**
   * Links up with the park, however long the broker takes.
   *
   * @param login whose answers are wanted, and who signs what is sent
   * @return the number of the {@link ParkEvent.Linked} to come
   */
  long link(HostPort broker, Login login);

  /** Nobody waits for that link any more: if it comes all the same, it is closed. */
  void abandon(long number);

  void close(ParkEvent.Linked line);
}
