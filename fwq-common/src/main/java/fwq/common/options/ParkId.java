package fwq.common.options;

import fwq.common.park.ParkNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a park's number, or says in a sentence what that is. */
public final class ParkId implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      return ParkNumber.check(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "a park's number is from 0 to "
              + (ParkNumber.PARKS_MAX - 1)
              + ", such as 0, got '"
              + text
              + "'");
    }
  }
}
