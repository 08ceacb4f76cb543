package fwq.engine;

import fwq.common.park.FoodCarts;
import fwq.common.park.RideStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What others know of the park: the rides' waits, and where its food carts are, if it has any. */
record Surroundings(WaitsPoller waits, Optional<CartsPoller> guild) implements Engine.Rides {
  @Override
  public List<RideStatus> at(int park, long now) {
    return waits.rides(park, now);
  }

  @Override
  public Optional<FoodCarts> carts(int park, long now) {
    return guild.flatMap(it -> it.carts(park, now));
  }

  /** From now on these parks are asked for. */
  void parks(Set<Integer> held) {
    waits.parks(held);
    guild.ifPresent(it -> it.parks(held));
  }
}
