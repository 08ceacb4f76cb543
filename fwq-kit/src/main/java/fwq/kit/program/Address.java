package fwq.kit.program;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a machine's name or IP address, or says in a sentence what that is. */
public final class Address implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException(
          "an address is a machine's name or IP address, such as 127.0.0.1, got nothing");
    }
    return text.strip();
  }
}
