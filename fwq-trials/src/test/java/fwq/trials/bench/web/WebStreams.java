package fwq.trials.bench.web;

import fwq.kit.net.FreePort;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Resident;
import fwq.trials.bench.Workbench;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One web process with 5,000 streams, a frame a second: how old a frame is when a browser has it,
 * what the process takes, and whether a browser that stops reading is noticed by the others.
 */
public final class WebStreams implements Probe {
  private static final int STREAMS = 5_000;
  private static final int WARM_MILLIS = 8_000;
  private static final int SECONDS = 20;
  private static final double AGE_GOAL = 250;
  private static final double MEGABYTES_GOAL = 400;
  private static final double CORES_GOAL = 0.7;

  @Override
  public String name() {
    return "web-streams";
  }

  @Override
  public int looks(boolean quick) {
    return 1;
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    int count = bench.load(STREAMS);
    int port = FreePort.find();
    Process server = ServerProcess.start(StreamServer.class, port);
    try (StreamReaders readers = new StreamReaders()) {
      ServerProcess.await(port);
      readers.open(port, count);
      readers.read(WARM_MILLIS);
      List<Value> values = new ArrayList<>(steady(server, readers, count));
      readers.openStopped(port);
      readers.reset();
      readers.read(1_000L * SECONDS);
      values.add(
          new Value(
              "age p99 beside one that stops reading",
              "ms",
              readers.age(99),
              new Goal.AtMost(AGE_GOAL)));
      return values;
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static List<Value> steady(Process server, StreamReaders readers, int count)
      throws IOException {
    Duration before = cpu(server);
    readers.reset();
    readers.read(1_000L * SECONDS);
    double cores = cpu(server).minus(before).toMillis() / 1_000.0 / SECONDS;
    String streams = "%,d streams, ".formatted(count);
    return List.of(
        new Value(streams + "age p50", "ms", readers.age(50), new Goal.ToKnow()),
        new Value(streams + "age p99", "ms", readers.age(99), new Goal.AtMost(AGE_GOAL)),
        new Value(
            streams + "frames a second",
            "",
            readers.frames() / (double) SECONDS,
            new Goal.ToKnow()),
        new Value(
            streams + "memory",
            "MB resident",
            Resident.megabytes(server.pid()).orElse(Double.NaN),
            new Goal.AtMost(MEGABYTES_GOAL)),
        new Value(streams + "processor", "cores", cores, new Goal.AtMost(CORES_GOAL)));
  }

  private static Duration cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
