package fwq.trials.bench.engine;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What it costs an engine to sign what it says: moves a second of 10,000 guests in one park. */
public final class SealDuel implements Duel {
  private static final int GUESTS = 10_000;
  private static final int MOVES_EACH = 60;

  private List<ProducerRecord<String, byte[]>> records = List.of();

  /** A duel. */
  public SealDuel() {}

  @Override
  public String name() {
    return "seals";
  }

  @Override
  public String unit() {
    return "moves a second";
  }

  @Override
  public String first() {
    return "engine that signs its frames";
  }

  @Override
  public String second() {
    return "engine that signs nothing";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.95);
  }

  @Override
  public double measure(Workbench bench, boolean isSealed) throws Exception {
    if (records.isEmpty()) {
      records = Walk.records(bench.load(GUESTS), MOVES_EACH);
    }
    BenchEngine engine = new BenchEngine(bench.kafka(), GUESTS, isSealed);
    return ChangelogDuel.measure(engine, engine.notes(), records);
  }
}
