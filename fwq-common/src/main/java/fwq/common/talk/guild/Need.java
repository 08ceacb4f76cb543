package fwq.common.talk.guild;

import fwq.common.park.Plate;
import java.util.Objects;

/**
 * A cart that has too little left, and no batch yet.
 *
 * @param pieces what a delivery brings it
 * @param since log time
 */
public record Need(Plate plate, int pieces, long since) {
  public Need {
    Objects.requireNonNull(plate, "plate");
    if (pieces < 1 || since < 0) {
      throw new IllegalArgumentException("a need is for at least 1 piece, since 1970 or later");
    }
  }
}
