package fwq.trials.bench.micro;

import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import fwq.trials.bench.terminal.MapBenchmark;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Nanoseconds of the pieces that a move and a frame are made of, each in a JVM of its own. */
public final class Micro implements Probe {

  @Override
  public String name() {
    return "micro";
  }

  /** Each benchmark takes its own samples. */
  @Override
  public int looks(boolean quick) {
    return 1;
  }

  @Override
  public List<Value> look(Workbench bench) throws RunnerException {
    return new Runner(options(bench))
        .run().stream()
            .map(
                result ->
                    new Value(
                        result.getPrimaryResult().getLabel(),
                        "ns",
                        result.getPrimaryResult().getScore(),
                        new Goal.ToKnow()))
            .sorted(Comparator.comparing(Value::what))
            .toList();
  }

  private static Options options(Workbench bench) {
    // Shorter, and what is measured is the compiler.
    TimeValue time = TimeValue.milliseconds(bench.isQuick() ? 400 : 1_000);
    return new OptionsBuilder()
        .include(MoveBenchmark.class.getName())
        .include(FrameBenchmark.class.getName())
        .include(MapBenchmark.class.getName())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(1)
        .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
        .warmupIterations(bench.isQuick() ? 1 : 2)
        .warmupTime(time)
        .measurementIterations(bench.isQuick() ? 1 : 3)
        .measurementTime(time)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
