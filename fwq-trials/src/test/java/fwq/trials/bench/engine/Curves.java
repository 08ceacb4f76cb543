package fwq.trials.bench.engine;

import fwq.trials.bench.Workbench;
import fwq.trials.bench.chart.Chart;
import fwq.trials.bench.chart.Line;
import fwq.trials.bench.chart.Line.Dot;
import fwq.trials.bench.chart.Sheet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How it grows: one park from 10 to 100,000 guests, and from 1 park to 16 over 1 to 4 engines. Each
 * guest takes a step a second. Crowd, broker and engines share this machine.
 */
public final class Curves {
  private static final int[] GUESTS = {10, 100, 1_000, 10_000, 50_000, 100_000};
  private static final int[] PARKS = {1, 2, 4, 8, 16};
  private static final int[] ENGINES = {1, 2, 4};

  /** In all parks together. */
  private static final int SHARED_GUESTS = 8_000;

  private static final String HEAD =
      "   guests parks engines | us a move   cores   bytes | age p50    p99 ms |    MB | crowd late ms   behind";

  private Curves() {}

  /** Measures all of it, says each line as it comes, and draws. */
  public static String draw(Workbench bench, PrintWriter out) throws Exception {
    out.println(HEAD);
    List<CrowdedPark.Seen> grown = new ArrayList<>();
    for (int guests : GUESTS) {
      grown.add(look(new CrowdedPark(guests, 1, 1), bench, out));
    }
    List<List<CrowdedPark.Seen>> shared = new ArrayList<>();
    for (int engines : ENGINES) {
      List<CrowdedPark.Seen> seen = new ArrayList<>();
      for (int parks : PARKS) {
        seen.add(look(new CrowdedPark(SHARED_GUESTS, parks, engines), bench, out));
      }
      shared.add(seen);
    }
    return sheet(grown, shared).svg();
  }

  private static CrowdedPark.Seen look(CrowdedPark park, Workbench bench, PrintWriter out)
      throws Exception {
    CrowdedPark.Seen seen = park.look(bench);
    out.printf(
        Locale.ROOT,
        "%,9d %5d %7d | %9.1f %7.2f %,7d | %7d %6d    | %5.0f | %13d %8d%n",
        park.guests(),
        park.parks(),
        park.engines(),
        seen.cpuMicros(),
        seen.cores(),
        seen.frameBytes(),
        seen.ageP50(),
        seen.ageP99(),
        seen.residentMegabytes(),
        seen.lateMillis(),
        seen.behind());
    return seen;
  }

  private static Sheet sheet(List<CrowdedPark.Seen> grown, List<List<CrowdedPark.Seen>> shared) {
    List<Line> ages =
        List.of(
            line("p99", grown, Curves::guests, CrowdedPark.Seen::ageP99),
            line("p50", grown, Curves::guests, CrowdedPark.Seen::ageP50));
    String guests = "guests in one park, each a step a second";
    String parks = String.format(Locale.ROOT, "parks, %,d guests in all", SHARED_GUESTS);
    return new Sheet(
        "How FWQ grows: engine, broker and crowd on one machine with %d cores"
            .formatted(Runtime.getRuntime().availableProcessors()),
        List.of(
            one(
                "engine: processor time for each move, µs",
                guests,
                true,
                grown,
                CrowdedPark.Seen::cpuMicros),
            one("a map frame, bytes", guests, false, grown, CrowdedPark.Seen::frameBytes),
            new Chart("age of a frame at the guest, ms", guests, false, ages),
            one(
                "engine: resident memory, MB",
                guests,
                false,
                grown,
                CrowdedPark.Seen::residentMegabytes),
            new Chart(
                "all engines: processor time for each move, µs",
                parks,
                false,
                byEngines(shared, CrowdedPark.Seen::cpuMicros)),
            new Chart(
                "age of a frame at the guest, p99, ms",
                parks,
                false,
                byEngines(shared, CrowdedPark.Seen::ageP99))));
  }

  private static double guests(CrowdedPark.Seen seen) {
    return seen.park().guests();
  }

  private static Chart one(
      String title,
      String across,
      boolean isPowers,
      List<CrowdedPark.Seen> seen,
      ToDoubleFunction<CrowdedPark.Seen> value) {
    return new Chart(title, across, isPowers, List.of(line("", seen, Curves::guests, value)));
  }

  private static List<Line> byEngines(
      List<List<CrowdedPark.Seen>> shared, ToDoubleFunction<CrowdedPark.Seen> value) {
    return shared.stream()
        .map(
            seen -> {
              int engines = seen.getFirst().park().engines();
              return line(
                  engines == 1 ? "1 engine" : engines + " engines",
                  seen,
                  it -> it.park().parks(),
                  value);
            })
        .toList();
  }

  private static Line line(
      String name,
      List<CrowdedPark.Seen> seen,
      ToDoubleFunction<CrowdedPark.Seen> size,
      ToDoubleFunction<CrowdedPark.Seen> value) {
    return new Line(
        name,
        seen.stream().map(it -> new Dot(size.applyAsDouble(it), value.applyAsDouble(it))).toList());
  }
}
