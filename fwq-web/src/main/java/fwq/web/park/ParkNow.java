package fwq.web.park;

import fwq.common.park.FoodCarts;
import fwq.common.park.ParkSign;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One park as it is known now. Moments are epoch milliseconds by the engine's clock.
 *
 * @param park its number
 * @param sign what the sign at its gate says
 * @param now the park's time
 * @param changedAt when the number of guests or the capacity changed last
 * @param awaySince since when nobody draws it; nothing while its picture is live
 * @param carts food carts; nothing while nobody knows where they are
 */
public record ParkNow(
    int park,
    ParkSign sign,
    long now,
    long changedAt,
    OptionalLong awaySince,
    int inside,
    int capacity,
    List<RideNow> rides,
    Optional<FoodCarts> carts) {
  /** Takes a copy. */
  public ParkNow {
    rides = List.copyOf(rides);
  }

  /** As people call it. */
  public String name() {
    return sign.name().orElse("Park " + park);
  }

  /** Of its times. */
  public ZoneId zone() {
    return sign.zone();
  }
}
