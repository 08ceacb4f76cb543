package fwq.operator.audit;

import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Agency;
import fwq.common.talk.audit.AuditEntry.Engine;
import fwq.common.talk.audit.AuditEntry.Guild;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.audit.AuditEntry.Registry;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.audit.AuditLog;
import fwq.common.talk.audit.AuditReader;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import fwq.kit.text.Escape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where registry, engine or agency keep their files (default: ${DEFAULT-VALUE})",
      defaultValue = "data")
  private Path data;

  @Option(names = "--alias", paramLabel = "A", description = "of this guest only")
  private String alias;

  @Option(
      names = "--action",
      paramLabel = "X",
      description =
          "of this kind only: register, login, update, logout, delete, export, enter, leave, book or cancel")
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

  @Option(
      names = "--verify",
      description =
          "check that nobody has changed or removed one of the registry's security lines, which are"
              + " chained in its database")
  private boolean verify;

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    Program.main(new AuditMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    if (verify) {
      long lines = ChainCheck.run(data);
      spec.commandLine().getOut().printf("%,d security lines, all as they were written%n", lines);
      return;
    }
    Path folder = AuditLog.folder(data);
    if (!Files.exists(folder)) {
      throw new Failure(
          "there is no " + folder + "; give the registry's or the engine's folder with --data DIR");
    }
    List<AuditReader> readers = new ArrayList<>();
    try {
      for (String program : List.of("registry", "engine", "agency", "guild")) {
        for (String name : AuditLog.names(program)) {
          readers.add(new AuditReader(folder, name));
        }
      }
      print(readers, spec.commandLine().getOut());
      for (AuditReader reader : readers) {
        reader.close();
      }
    } catch (IOException e) {
      throw new Failure(
          "the files in " + folder + " cannot be read: only who runs the programs may", e);
    }
  }

  /** Prints the oldest first, as long as anybody reads it. */
  private void print(List<AuditReader> readers, PrintWriter out) throws IOException {
    Map<AuditReader, AuditEntry> heads = new HashMap<>();
    for (AuditReader reader : readers) {
      reader.next().ifPresent(entry -> heads.put(reader, entry));
    }
    while (!heads.isEmpty() && !out.checkError()) {
      AuditReader oldest =
          Collections.min(heads.entrySet(), Comparator.comparing(head -> head.getValue().at()))
              .getKey();
      AuditEntry entry = heads.remove(oldest);
      if (isWanted(entry)) {
        out.println(line(entry));
      }
      oldest.next().ifPresent(next -> heads.put(oldest, next));
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
      case Guild it -> {
        program = "guild";
        where = it.address();
      }
      case Engine it -> {
        program = "engine";
        where = "park " + it.park() + " epoch " + it.epoch();
      }
      case Agency it -> {
        program = "agency";
        where = it.address();
      }
    }
    return Escape.of(
            String.format(
                Locale.ROOT,
                "%s  %-8s  %-28s  %-20s  %-8s  %-7s  %s%s",
                AuditJson.time(entry.at()),
                program,
                where,
                entry.alias(),
                lower(entry.action()),
                lower(entry.outcome()),
                entry.reason().orElse(""),
                entry.times() > 1 ? "  " + entry.times() + " times in a minute" : ""))
        .strip();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
