package fwq.kit.program;

import fwq.kit.net.HostPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code PORT}, of this machine alone, or {@code HOST:PORT}. */
public final class ListenAddress implements ITypeConverter<HostPort> {
  private static final String THIS_MACHINE = "127.0.0.1";

  @Override
  public HostPort convert(String text) {
    if (text.contains(":")) {
      return new PeerAddress().convert(text);
    }
    try {
      return new HostPort(THIS_MACHINE, Port.parse(text).number());
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          e.getMessage() + "; with an address of this machine before it: 0.0.0.0:9100");
    }
  }
}
