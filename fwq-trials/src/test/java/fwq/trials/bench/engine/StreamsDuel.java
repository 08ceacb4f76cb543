package fwq.trials.bench.engine;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/** An engine beside the same park as a Kafka Streams topology. */
public final class StreamsDuel implements Duel {
  private Backlog backlog;

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String unit() {
    return "moves a second";
  }

  @Override
  public String first() {
    return "engine";
  }

  @Override
  public String second() {
    return "Kafka Streams, same rules and records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(3);
  }

  @Override
  public double measure(Workbench bench, boolean isEngine) throws Exception {
    backlog = backlog == null ? new Backlog(bench) : backlog;
    return isEngine
        ? backlog.engine(bench.kafka())
        : backlog.streams(bench.kafka(), bench.scratch());
  }
}
