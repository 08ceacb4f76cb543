package fwq.common.options;

import fwq.common.park.ParkNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of all programs that serve several parks. */
public final class ParksOption {
  @Option(
      names = "--parks",
      paramLabel = "M",
      converter = Count.class,
      description = "how many parks there are at least, 1 to 1000 (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int parks;

  /** How many parks there are at least, 1..1000. Their numbers begin with 0. */
  public int parks() {
    return parks;
  }

  /** Reads a number of parks, or says in a sentence what that is. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int count = Integer.parseInt(text);
        if (count >= 1 && count <= ParkNumber.PARKS_MAX) {
          return count;
        }
      } catch (NumberFormatException e) {
        // Told below, as for a number out of range.
      }
      throw new TypeConversionException(
          "there are 1 to " + ParkNumber.PARKS_MAX + " parks, such as 2, got '" + text + "'");
    }
  }
}
