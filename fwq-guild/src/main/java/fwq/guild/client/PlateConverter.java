package fwq.guild.client;

import fwq.common.park.Plate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a plate, or says in a sentence what that is. */
public final class PlateConverter implements ITypeConverter<Plate> {
  public PlateConverter() {}

  @Override
  public Plate convert(String text) {
    try {
      return Plate.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + ", got '" + text + "'");
    }
  }
}
