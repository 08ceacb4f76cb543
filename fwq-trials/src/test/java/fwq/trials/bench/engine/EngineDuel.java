package fwq.trials.bench.engine;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/** An engine beside the least that can be done with the same records. */
public final class EngineDuel implements Duel {
  private Backlog backlog;

  @Override
  public String name() {
    return "engine";
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
    return "bare consumer loop, same records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.35);
  }

  @Override
  public double measure(Workbench bench, boolean isEngine) throws Exception {
    backlog = backlog == null ? new Backlog(bench) : backlog;
    return isEngine ? backlog.engine(bench.kafka()) : backlog.read(bench.kafka());
  }
}
