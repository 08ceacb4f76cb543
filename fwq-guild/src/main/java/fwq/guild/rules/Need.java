package fwq.guild.rules;

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
  }
}
