package fwq.common.audit;

import fwq.common.cli.Failure;
import fwq.common.cli.Program;
import fwq.common.cli.Stop;
import fwq.common.cli.Version;
import fwq.common.message.AuditEntry;
import fwq.common.message.AuditEntry.Action;
import fwq.common.message.AuditEntry.Engine;
import fwq.common.message.AuditEntry.Outcome;
import fwq.common.message.AuditEntry.Registry;
import fwq.common.wire.AuditJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program {@code fwq audit}: who did what, as lines for people, oldest first. */
@Command(
    name = "fwq audit",
    description = "Says who did what, when, from where, and what came of it. Times are UTC.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class AuditMain implements Program.Body {
  private static final Duration LOOK = Duration.ofMillis(500);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where registry or engine keep their files (default: ${DEFAULT-VALUE})",
      defaultValue = "data")
  private Path data;

  @Option(names = "--alias", paramLabel = "A", description = "of this guest only")
  private String alias;

  @Option(
      names = "--action",
      paramLabel = "X",
      description = "of this kind only: register, login, update, logout, enter or leave")
  private Action action;

  @Option(
      names = "--outcome",
      paramLabel = "Y",
      description = "with this outcome only: done or refused")
  private Outcome outcome;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Since.class,
      description = "not older than this, such as 10m, 2026-11-21 or 2026-11-21T09:30:00Z")
  private Instant since;

  @Option(names = "--follow", description = "go on as more happens, until Ctrl-C")
  private boolean follow;

  @Spec private CommandSpec spec;

  AuditMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new AuditMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    Path folder = AuditLog.folder(data);
    if (!follow && !Files.exists(folder)) {
      throw new Failure(
          "there is no "
              + folder
              + "; give the registry's or the engine's folder with --data DIR, or wait for them"
              + " with --follow");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (AuditTail registry = new AuditTail(folder, "registry");
        AuditTail engine = new AuditTail(folder, "engine")) {
      boolean read;
      do {
        read = print(List.of(registry, engine), out);
      } while (read && follow && !stop.await(LOOK));
    } catch (IOException e) {
      throw new Failure(
          "the files in " + folder + " cannot be read: only who runs the programs may", e);
    }
  }

  /** Prints what there is, the oldest first, and says whether anybody still reads it. */
  private boolean print(List<AuditTail> tails, PrintWriter out) throws IOException {
    Map<AuditTail, AuditEntry> heads = new HashMap<>();
    while (true) {
      for (AuditTail tail : tails) {
        if (!heads.containsKey(tail)) {
          tail.next().ifPresent(entry -> heads.put(tail, entry));
        }
      }
      Optional<Map.Entry<AuditTail, AuditEntry>> oldest =
          heads.entrySet().stream().min(Comparator.comparing(head -> head.getValue().at()));
      if (oldest.isEmpty()) {
        return true;
      }
      AuditEntry entry = oldest.get().getValue();
      heads.remove(oldest.get().getKey());
      if (isWanted(entry)) {
        out.println(line(entry));
        if (out.checkError()) {
          return false;
        }
      }
    }
  }

  private boolean isWanted(AuditEntry entry) {
    return (alias == null || entry.alias().equalsIgnoreCase(alias))
        && (action == null || entry.action() == action)
        && (outcome == null || entry.outcome() == outcome)
        && (since == null || !entry.at().isBefore(since));
  }

  /** Columns that stand below each other. */
  static String line(AuditEntry entry) {
    String program;
    String where;
    switch (entry.source()) {
      case Registry it -> {
        program = "registry";
        where = it.address();
      }
      case Engine it -> {
        program = "engine";
        where = "park " + it.park() + " epoch " + it.epoch();
      }
    }
    return String.format(
            Locale.ROOT,
            "%s  %-8s  %-28s  %-20s  %-8s  %-7s  %s",
            AuditJson.time(entry.at()),
            program,
            where,
            entry.alias(),
            lower(entry.action()),
            lower(entry.outcome()),
            entry.reason().orElse(""))
        .strip();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
