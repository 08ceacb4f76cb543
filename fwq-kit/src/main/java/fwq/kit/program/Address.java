package fwq.kit.program;

import fwq.kit.text.Escape;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a machine's name or IP address, or says in a sentence what that is. */
public final class Address implements ITypeConverter<String> {
  private static final int CHARACTERS_MAX = 253;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
  private static final Pattern IPV6 =
      Pattern.compile(
          "[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?::\\d+(?:\\.\\d+){3})?(?:%[\\w.-]+)?");

  @Override
  public String convert(String text) {
    String host = text.strip();
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    }
    if (isHost(host)) {
      return host;
    }
    throw new TypeConversionException(
        "an address is a machine's name or IP address, such as park.example.org or 127.0.0.1, and"
            + " the port stands apart from it, got "
            + (text.isBlank() ? "nothing" : "'" + Escape.of(text, CHARACTERS_MAX) + "'"));
  }

  static boolean isHost(String text) {
    return text.length() <= CHARACTERS_MAX
        && (NAME.matcher(text).matches() || IPV6.matcher(text).matches());
  }
}
