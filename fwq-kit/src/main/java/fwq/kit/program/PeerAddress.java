package fwq.kit.program;

import fwq.kit.net.HostPort;
import fwq.kit.text.Escape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT}, or says in a sentence what that is. */
public final class PeerAddress implements ITypeConverter<HostPort> {
  private static final int CHARACTERS_SHOWN = 260;

  @Override
  public HostPort convert(String text) {
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, Math.max(0, colon));
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    try {
      String bare = bracketed ? host.substring(1, host.length() - 1) : host;
      if (Address.isHost(bare) && bracketed == bare.contains(":")) {
        return new HostPort(bare, Integer.parseInt(text.substring(colon + 1)));
      }
    } catch (IllegalArgumentException e) {
      // Told below, with an example.
    }
    throw new TypeConversionException(
        "a peer is a machine's name or IP address and a port, such as 127.0.0.1:9092 or [::1]:9092,"
            + " got '"
            + Escape.of(text, CHARACTERS_SHOWN)
            + "'");
  }
}
