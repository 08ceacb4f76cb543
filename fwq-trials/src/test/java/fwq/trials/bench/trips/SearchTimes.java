package fwq.trials.bench.trips;

import fwq.common.talk.trips.Leg;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import fwq.trips.seller.Seller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long guests wait for a search while 100 of them search without a pause. */
public final class SearchTimes implements Probe {
  private static final int TENTHS_OF_SECONDS = 40;

  @Override
  public String name() {
    return "search-times";
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    Duration within = Duration.ofMillis(Math.max(1_000, bench.load(TENTHS_OF_SECONDS) * 100L));
    List<Value> values = new ArrayList<>();
    for (Leg leg : Leg.values()) {
      SearchCalls calls = new SearchCalls(leg);
      try (OpenSeller seller = new OpenSeller(leg)) {
        // The first ones are slow, and no guest would notice.
        SearchCalls.Result _ = calls.run(seller.address(), within);
        values.add(
            new Value(
                Seller.Parts.name(leg) + ", p99 at 100 connections",
                "ms",
                calls.run(seller.address(), within).p99Millis(),
                new Goal.AtMost(10)));
      }
    }
    return values;
  }
}
