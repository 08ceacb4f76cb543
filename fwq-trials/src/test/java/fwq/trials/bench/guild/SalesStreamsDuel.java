package fwq.trials.bench.guild;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/** The guild beside the same sums as a Kafka Streams topology. */
public final class SalesStreamsDuel implements Duel {
  @Override
  public String name() {
    return "sales-streams";
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
    return "Kafka Streams, same sums and records";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(3);
  }

  @Override
  public double measure(Workbench bench, boolean isGuild) throws Exception {
    SalesBacklog backlog = new SalesBacklog(bench);
    return isGuild ? backlog.guild(bench.kafka()) : backlog.streams(bench.kafka(), bench.scratch());
  }
}
