package fwq.common.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a ride's id, or says in a sentence what that is. */
public final class RideId implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      int id = Integer.parseInt(text);
      if (id >= 0 && id <= 9_999) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    throw new TypeConversionException(
        "a ride's id is a number from 0 to 9999, such as 0, got '" + text + "'");
  }
}
