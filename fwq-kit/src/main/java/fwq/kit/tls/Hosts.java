package fwq.kit.tls;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Host names and IP addresses, as certificates have them. Pure. */
final class Hosts {
  private static final Pattern HOST_NAME =
      Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

  private Hosts() {}

  /** Whether this is a host name or an IP address. */
  static boolean isHost(String text) {
    return isAddress(text) || HOST_NAME.matcher(text).matches();
  }

  /** A host as certificates write it: IPv6 addresses in full, names in small letters. */
  static String canonical(String host) {
    return isAddress(host)
        ? InetAddress.ofLiteral(host).getHostAddress()
        : host.toLowerCase(Locale.ROOT);
  }

  /** Whether this is an IP address. */
  static boolean isAddress(String host) {
    try {
      var _ = InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
