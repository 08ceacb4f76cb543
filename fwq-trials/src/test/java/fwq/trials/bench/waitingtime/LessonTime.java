package fwq.trials.bench.waitingtime;

import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.util.List;

/** What it costs to learn from a guest who boards; 100,000 a second are 10,000 ns each. */
public final class LessonTime implements Probe {
  private static final int BATCHES = 40;
  private static final double NANOS_MAX = 10_000;

  /** Made when first needed: it takes a second. */
  private WaitedDays days;

  /** A probe. */
  public LessonTime() {}

  @Override
  public String name() {
    return "lessons";
  }

  @Override
  public List<Value> look(Workbench bench) {
    if (days == null) {
      days = new WaitedDays();
    }
    double nanos = 0;
    int batches = bench.load(BATCHES);
    for (int batch = 0; batch < batches; batch++) {
      nanos += days.lessons() / batches;
    }
    return List.of(
        new Value("a guest who boards", "ns a lesson", nanos, new Goal.AtMost(NANOS_MAX)));
  }
}
