package fwq.trials.bench.trips;

import fwq.common.talk.trips.Leg;
import fwq.kit.frame.FrameServer;
import fwq.kit.net.HostPort;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import fwq.trips.seller.Seller;
import java.time.Duration;

/**
 * Searches that one seller answers over 100 connections, beside the bare frames they travel in.
 *
 * @param leg what it sells
 */
public record SearchDuel(Leg leg) implements Duel {
  private static final int TENTHS_OF_SECONDS = 40;

  @Override
  public String name() {
    return "search-" + Seller.Parts.name(leg);
  }

  @Override
  public String unit() {
    return "searches a second";
  }

  @Override
  public String first() {
    return "seller, 100 connections";
  }

  @Override
  public String second() {
    return "echo over the same frames";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.4);
  }

  @Override
  public double measure(Workbench bench, boolean isSeller) throws Exception {
    Duration within = Duration.ofMillis(Math.max(1_000, bench.load(TENTHS_OF_SECONDS) * 100L));
    SearchCalls calls = new SearchCalls(leg);
    try (OpenSeller seller = new OpenSeller(leg)) {
      byte[] reply = new byte[calls.replyBytes(seller.address())];
      if (isSeller) {
        return calls.run(seller.address(), within).rate();
      }
      try (FrameServer echo = new FrameServer(0, (_, _) -> reply, FrameServer.Limits.DEFAULT)) {
        return calls.run(new HostPort("127.0.0.1", echo.port()), within).rate();
      }
    }
  }
}
