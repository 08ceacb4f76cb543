package fwq.web.http;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which names this server answers to. Without it a stranger's page could give its own name our
 * address (DNS rebinding) and read a board on somebody's loopback.
 */
public final class HostRule {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names;

  /**
   * The loopback's names, and these.
   *
   * @param more names or addresses; an IPv6 address in brackets
   */
  public HostRule(Set<String> more) {
    Set<String> all = new TreeSet<>(LOOPBACK);
    more.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    this.names = Set.copyOf(all);
  }

  /** Whether a {@code Host} header, with or without a port, is one of ours. */
  public boolean allows(String host) {
    if (host == null) {
      return false;
    }
    String name = name(host.toLowerCase(Locale.ROOT));
    // All of 127.0.0.0/8 is this machine's loopback.
    return names.contains(name) || name.matches("127(\\.\\d{1,3}){3}");
  }

  private static String name(String host) {
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return end <= 0 ? host : host.substring(0, end);
  }
}
