package fwq.kit.program;

import picocli.CommandLine.TypeConversionException;

/**
 * A TCP port given on the command line.
 *
 * @param number 1..65535
 */
public record Port(int number) {
  /** Reads a port, or says in a sentence what a port is. */
  public static Port parse(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 65_535) {
        return new Port(number);
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    throw new TypeConversionException(
        "a port is a number from 1 to 65535, such as 5050, got '" + text + "'");
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
