package fwq.engine;

import fwq.common.park.FoodCarts;
import fwq.common.park.RideStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What others know of the park: the rides' waits, and where its food carts are, if it has any.
 *
 * @param steady the clock by which both note when they heard it: how old it is must not depend on
 *     when somebody sets this machine's
 */
record Surroundings(WaitsPoller waits, Optional<CartsPoller> guild, InstantSource steady)
    implements Engine.Rides {
  @Override
  public List<RideStatus> at(int park, long now) {
    return waits.rides(park, steady.millis());
  }

  @Override
  public Optional<FoodCarts> carts(int park, long now) {
    return guild.flatMap(it -> it.carts(park, steady.millis()));
  }

  /** From now on these parks are asked for. */
  void parks(Set<Integer> held) {
    waits.parks(held);
    guild.ifPresent(it -> it.parks(held));
  }
}
