package fwq.trials.bench.web;

import fwq.kit.net.FreePort;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/**
 * Frames that 1,000 browsers get together when new ones come without a pause, encoded and
 * compressed once each; beside a bare loop that writes the same bytes to as many sockets.
 */
public final class FanOutDuel implements Duel {
  private static final int STREAMS = 1_000;
  private static final int WARM_MILLIS = 3_000;
  private static final int SECONDS = 4;

  @Override
  public String name() {
    return "web-fanout";
  }

  @Override
  public String unit() {
    return "frames a second";
  }

  @Override
  public String first() {
    return "web process, 1,000 streams";
  }

  @Override
  public String second() {
    return "a bare loop, as many sockets";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isWeb) throws Exception {
    int port = FreePort.find();
    Process server = ServerProcess.start(FanOutServer.class, port, isWeb ? "web" : "bare");
    try (StreamReaders readers = new StreamReaders()) {
      ServerProcess.await(port);
      readers.open(port, bench.load(STREAMS));
      readers.read(WARM_MILLIS);
      readers.reset();
      readers.read(1_000L * SECONDS);
      return readers.bytes() / (double) FanOutServer.frame(0).length() / SECONDS;
    } finally {
      server.destroyForcibly().waitFor();
    }
  }
}
