package fwq.guild.cart;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.guild.PlainName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A simulated cart: walks about, and sells to whoever steps onto its cell. Chance is an argument.
 */
final class Vendor {
  /** Who has no name on the map. */
  static final String GUEST = "guest";

  /** Customers in one second. */
  static final int CUSTOMERS_MAX = 5;

  private static final int QUANTITY_MAX = 4;

  /** On average a step in so many seconds: it has to stand somewhere to be found. */
  private static final int STEP_SECONDS = 4;

  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private Position position;
  private Map<String, Integer> standing = Map.of();
  private boolean isNew = true;

  Vendor(Position position) {
    this.position = position;
  }

  Position position() {
    return position;
  }

  /**
   * A second has gone by.
   *
   * @param map as it is now, if anybody knows
   * @param stock what is left to sell
   */
  List<Deed> second(Optional<ParkMap> map, int stock, RandomGenerator random) {
    List<Deed> deeds = new ArrayList<>();
    map.ifPresent(it -> sell(it, stock, random, deeds));
    if (random.nextInt(STEP_SECONDS) == 0) {
      position = position.step(DIRECTIONS.get(random.nextInt(DIRECTIONS.size())));
      isNew = true;
      deeds.add(new Deed.Go(position));
    }
    return deeds;
  }

  private void sell(ParkMap map, int stock, RandomGenerator random, List<Deed> deeds) {
    Map<String, Integer> now = standing(map);
    int left = stock;
    for (Map.Entry<String, Integer> it : now.entrySet()) {
      int came = isNew ? 0 : it.getValue() - standing.getOrDefault(it.getKey(), 0);
      for (int i = 0; i < came && left > 0 && deeds.size() < CUSTOMERS_MAX; i++) {
        int quantity = Math.min(left, random.nextInt(1, QUANTITY_MAX + 1));
        left -= quantity;
        deeds.add(new Deed.Sell(it.getKey(), quantity));
      }
    }
    standing = now;
    isNew = false;
  }

  /** Who stands on the cart's cell; several may have one name, and many none. */
  private Map<String, Integer> standing(ParkMap map) {
    int unnamed =
        map.cells().stream()
            .filter(it -> it.position().equals(position))
            .mapToInt(ParkMap.Headcount::count)
            .sum();
    Map<String, Integer> names = new HashMap<>();
    for (ParkMap.Whereabouts it : map.visitors()) {
      if (it.position().equals(position) && PlainName.isValid(it.name())) {
        names.merge(it.name(), 1, Integer::sum);
        unnamed--;
      }
    }
    if (unnamed > 0) {
      names.merge(GUEST, unnamed, Integer::sum);
    }
    return names;
  }
}
