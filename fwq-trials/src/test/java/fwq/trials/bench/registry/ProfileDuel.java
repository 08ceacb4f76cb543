package fwq.trials.bench.registry;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameServer;
import fwq.kit.net.HostPort;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Profiles that a registry reads, tickets verified, beside the bare frames they travel in. */
public final class ProfileDuel implements Duel {
  private static final int TENTHS_OF_SECONDS = 40;
  private static final int CLIENTS = 16;

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public String unit() {
    return "profile reads a second";
  }

  @Override
  public String first() {
    return "registry, 16 guests";
  }

  @Override
  public String second() {
    return "echo over the same frames";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isRegistry) throws Exception {
    Duration within = Duration.ofMillis(Math.max(1_000, bench.load(TENTHS_OF_SECONDS) * 100L));
    try (OpenRegistry registry = new OpenRegistry()) {
      List<byte[]> requests = new ArrayList<>();
      for (int guest = 0; guest < CLIENTS; guest++) {
        requests.add(RegistryCodec.write(new RegistryRequest.Profile(registry.ticket(guest))));
      }
      int length =
          RegistryCodec.write(registry.ask(new RegistryRequest.Profile(registry.ticket(0)))).length;
      Calls.Check check =
          reply -> {
            if (reply.length < length) {
              throw new IOException("this is no profile");
            }
          };
      if (isRegistry) {
        return Calls.rate(registry.address(), requests, within, check);
      }
      byte[] reply = new byte[length];
      try (FrameServer echo = new FrameServer(0, (_, _) -> reply, FrameServer.Limits.DEFAULT)) {
        return Calls.rate(new HostPort("127.0.0.1", echo.port()), requests, within, check);
      }
    }
  }
}
