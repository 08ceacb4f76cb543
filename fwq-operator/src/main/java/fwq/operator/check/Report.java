package fwq.operator.check;

import fwq.operator.judge.History;
import fwq.operator.judge.OwnershipSeen;
import fwq.operator.judge.Verdict;
import fwq.operator.judge.Violation;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The outcome in words, for people. Times are UTC. */
final class Report {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  void nothing(int park, long records) {
    out.println(
        "park %d: no frame on the topic Engine to check, and %,d guests' records"
            .formatted(park, records));
  }

  void tell(int park, long gone, History history, Verdict verdict, double seconds) {
    out.println("park " + park);
    row("guests' records", history.records(), "offsets to " + (history.end() - 1));
    row("  ticks", history.ticks(), "");
    row("  not readable", history.unreadable(), "");
    row("  not signed well", history.unsigned(), "");
    row("guests", history.guests(), "");
    row("  inside at the end", history.inside(), "of " + history.capacity());
    row("  inside at most", history.mostInside(), "");
    row("answers", verdict.answers(), "");
    row("frames", verdict.frames(), "");
    row(
        "  held against records",
        verdict.compared(),
        verdict.compared() < verdict.frames() ? "the others do not say what they include" : "");
    row("ghosts' records", verdict.ghosts(), "not believed");
    row("ownerships", verdict.ownerships().size(), "");
    ownerships(verdict.ownerships());
    if (gone > 0) {
      out.println(
          "  the first %,d records of the topic Engine are gone; the rest was checked"
              .formatted(gone));
    }
    row("violations", verdict.violations(), "found in %.1f s".formatted(seconds));
    verdict.counts().forEach((kind, count) -> row("  " + kind.plural(), count, ""));
    violations(verdict);
  }

  private void row(String name, long count, String more) {
    out.println("  %-28s %,12d  %s".formatted(name, count, more).stripTrailing());
  }

  private void ownerships(List<OwnershipSeen> ownerships) {
    OwnershipSeen before = null;
    for (OwnershipSeen ownership : ownerships) {
      String gap =
          before == null
              ? ""
              : "%.2f s without a map".formatted((ownership.firstAt() - before.lastAt()) / 1_000.0);
      out.println(
          "    epoch %d from %s, %,d frames  %s"
              .formatted(ownership.epoch(), time(ownership.firstAt()), ownership.frames(), gap)
              .stripTrailing());
      before = ownership;
    }
  }

  private void violations(Verdict verdict) {
    for (Violation violation : verdict.told()) {
      out.println(
          "  Engine offset %d, %s, %s: %s %s"
              .formatted(
                  violation.offset(),
                  time(violation.time()),
                  violation.kind().plural(),
                  violation.alias(),
                  violation.what())
              .replace(":  ", ": "));
    }
    long more = verdict.violations() - verdict.told().size();
    if (more > 0) {
      out.println("  and %,d more".formatted(more));
    }
  }

  private static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }
}
