package fwq.common.talk.registry;

import fwq.common.talk.registry.RegistryReply.ProfileOf;
import java.util.List;

/**
 * All that the registry has of a guest but the password, which nobody has.
 *
 * @param registeredAt epoch milliseconds
 * @param networks where the guest has logged in from, as {@code 192.0.2.7} or {@code 2001:db8::/64}
 * @param audit the lines of its audit that are about the guest, as they are there
 */
public record AccountData(
    ProfileOf profile,
    long registeredAt,
    List<OpenSession> sessions,
    List<String> networks,
    List<String> audit) {
  /** Takes copies, and refuses a time before 1970. */
  public AccountData {
    if (registeredAt < 0) {
      throw new IllegalArgumentException("registeredAt is milliseconds since 1970");
    }
    sessions = List.copyOf(sessions);
    networks = List.copyOf(networks);
    audit = List.copyOf(audit);
  }
}
