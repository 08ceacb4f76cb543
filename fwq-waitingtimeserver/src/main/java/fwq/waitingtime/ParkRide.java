package fwq.waitingtime;

import fwq.common.options.RideId;
import fwq.common.park.ParkNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A ride among those of all parks.
 *
 * @param park its park's number, 0..999
 * @param ride its id in that park, 0..9999
 */
public record ParkRide(int park, int ride) {
  /** As options and files name it, such as {@code 0-2}. */
  @Override
  public String toString() {
    return park + "-" + ride;
  }

  /** Reads that, or a ride of park 0 by its number alone. */
  static final class Name implements ITypeConverter<ParkRide> {
    @Override
    public ParkRide convert(String text) {
      int dash = text.indexOf('-');
      try {
        return new ParkRide(
            dash < 0 ? 0 : ParkNumber.check(Integer.parseInt(text.substring(0, dash))),
            new RideId().convert(text.substring(dash + 1)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "a ride is named by its number, such as 2, or with its park, such as 1-2, got '"
                + text
                + "'");
      }
    }
  }
}
