package fwq.trials.accidents;

import fwq.trials.accidents.Scenario.Kind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long parks were without a map, for people. */
final class Outages {
  private final List<Outage> all;

  Outages(List<Outage> all) {
    this.all = all;
  }

  /** Tells the lengths, by kind, and gives sentences about those that never ended. */
  List<String> tell(PrintWriter out) {
    List<String> endless = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Outage> some = all.stream().filter(outage -> outage.kind() == kind).toList();
      if (some.isEmpty()) {
        continue;
      }
      out.println(what(kind));
      double[] seconds =
          some.stream()
              .filter(outage -> outage.seconds().isPresent())
              .mapToDouble(outage -> outage.seconds().getAsDouble())
              .sorted()
              .toArray();
      if (seconds.length > 0) {
        out.println(
            "  min %.2f  median %.2f  p90 %.2f  max %.2f"
                .formatted(
                    seconds[0],
                    percentile(seconds, 50),
                    percentile(seconds, 90),
                    seconds[seconds.length - 1]));
      }
      out.println("  all " + some.stream().map(Outages::text).collect(Collectors.joining(" ")));
      if (seconds.length < some.size()) {
        endless.add(
            "%d times no new map ever came after an accident of the kind %s"
                .formatted(some.size() - seconds.length, kind.name().toLowerCase(Locale.ROOT)));
      }
    }
    if (all.stream().anyMatch(Outage::brokerToo)) {
      out.println("  * the broker was killed meanwhile");
    }
    return endless;
  }

  private static String what(Kind kind) {
    return switch (kind) {
      case ENGINE -> "owner killed: seconds to the first map of the next owner";
      case PAUSE -> "owner stands still: seconds to the first map of the next owner";
      case BROKER -> "broker killed: seconds to the first new map";
      case OTHER -> "another program killed or still: seconds to the first new map";
    };
  }

  private static String text(Outage outage) {
    String text =
        outage.seconds().isEmpty() ? "never" : "%.2f".formatted(outage.seconds().getAsDouble());
    return outage.brokerToo() ? text + "*" : text;
  }

  /** The smallest value that so many percent do not exceed. */
  private static double percentile(double[] sorted, int percent) {
    return Arrays.stream(sorted)
        .skip((long) Math.ceil(percent / 100.0 * sorted.length) - 1)
        .findFirst()
        .orElseThrow();
  }
}
