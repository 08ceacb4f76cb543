package fwq.web.http;

import java.util.HashMap;
import java.util.Map;

/** How many streams are open, in all and from each address. For any number of threads. */
final class Seats {
  private final int most;
  private final int mostOfAddress;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  Seats(int most, int mostOfAddress) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  /** Takes a seat, if there is one. */
  synchronized boolean take(String address) {
    String household = AddressLimit.household(address);
    int its = taken.getOrDefault(household, 0);
    if (all >= most || its >= mostOfAddress) {
      return false;
    }
    all++;
    taken.put(household, its + 1);
    return true;
  }

  /** Gives a seat back. */
  synchronized void leave(String address) {
    all--;
    taken.computeIfPresent(AddressLimit.household(address), (_, its) -> its == 1 ? null : its - 1);
  }

  synchronized int taken() {
    return all;
  }
}
