package fwq.trials.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes figures: of a duel both sides once to warm up, unless it is to be quick, then in turns; of
 * a probe one look after the other.
 *
 * @param progress is told how it goes on
 */
record Rounds(Workbench bench, PrintWriter progress) {
  /** All figures of one measurement. */
  List<Figure> take(Measurement measurement) throws Exception {
    return switch (measurement) {
      case Duel duel -> {
        try {
          yield List.of(duel(duel));
        } finally {
          duel.end();
        }
      }
      case Probe probe -> probe(probe);
    };
  }

  private Figure duel(Duel duel) throws Exception {
    int pairs = bench.isQuick() ? 2 : 5;
    int warmUps = bench.isQuick() ? 0 : 1;
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int pair = 1 - warmUps; pair <= pairs; pair++) {
      double one = duel.measure(bench, true);
      double other = duel.measure(bench, false);
      progress.printf(
          "%s %s: %s and %s %s%n",
          duel.name(),
          pair == 0 ? "warm-up" : pair + " of " + pairs,
          Table.number(one),
          Table.number(other),
          duel.unit());
      if (pair > 0) {
        first.add(one);
        second.add(other);
      }
    }
    return new Figure(
        duel.name(),
        duel.first(),
        duel.unit(),
        new Samples(first),
        Optional.of(new Figure.Beside(duel.second(), new Samples(second))),
        duel.goal());
  }

  private List<Figure> probe(Probe probe) throws Exception {
    Map<String, Probe.Value> newest = new LinkedHashMap<>();
    Map<String, List<Double>> samples = new LinkedHashMap<>();
    int looks = probe.looks(bench.isQuick());
    for (int look = 1; look <= looks; look++) {
      List<Probe.Value> values = probe.look(bench);
      if (values.stream().map(Probe.Value::what).distinct().count() < values.size()) {
        throw new IllegalStateException(probe.name() + " gives two values of one name");
      }
      boolean noGoals = values.stream().noneMatch(Rounds::hasGoal);
      for (Probe.Value value : values) {
        newest.put(value.what(), value);
        samples.computeIfAbsent(value.what(), _ -> new ArrayList<>()).add(value.value());
        if (noGoals || hasGoal(value)) {
          progress.printf(
              "%s %d of %d: %s: %s %s%n",
              probe.name(), look, looks, value.what(), Table.number(value.value()), value.unit());
        }
      }
    }
    return newest.values().stream()
        .map(
            value ->
                new Figure(
                    probe.name(),
                    value.what(),
                    value.unit(),
                    new Samples(samples.get(value.what())),
                    Optional.empty(),
                    value.goal()))
        .toList();
  }

  private static boolean hasGoal(Probe.Value value) {
    return !(value.goal() instanceof Goal.ToKnow);
  }
}
