package fwq.engine;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many guests a park holds, or says in a sentence what that is. */
final class GuestCount implements ITypeConverter<Integer> {
  private static final int GUESTS_MAX = 1_000_000;

  @Override
  public Integer convert(String text) {
    try {
      int guests = Integer.parseInt(text);
      if (guests >= 1 && guests <= GUESTS_MAX) {
        return guests;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    throw new TypeConversionException(
        "a park holds from 1 to " + GUESTS_MAX + " guests, such as 1000, got '" + text + "'");
  }
}
