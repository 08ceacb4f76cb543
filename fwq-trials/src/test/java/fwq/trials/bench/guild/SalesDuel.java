package fwq.trials.bench.guild;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/**
 * Signed sales that the guild takes from Kafka into its database, with their offsets, beside a bare
 * consumer loop over the same records.
 */
public final class SalesDuel implements Duel {
  @Override
  public String name() {
    return "sales";
  }

  @Override
  public String unit() {
    return "signed sales a second";
  }

  @Override
  public String first() {
    return "guild, into SQLite";
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
  public double measure(Workbench bench, boolean isGuild) throws Exception {
    SalesBacklog backlog = new SalesBacklog(bench);
    return isGuild ? backlog.guild(bench.kafka()) : backlog.read(bench.kafka());
  }
}
