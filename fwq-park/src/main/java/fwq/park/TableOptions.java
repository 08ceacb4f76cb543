package fwq.park;

import fwq.common.programs.ParkPart;
import fwq.common.programs.ParkPart.ListenPort;
import fwq.common.programs.ParkPart.OwnOption;
import fwq.common.programs.ProgramRow;
import fwq.common.programs.ProgramTable;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options of {@code fwq park} that the table of programs names, and what was given. */
final class TableOptions {
  private static final int NUMBER_MAX = 10_000;

  private final List<ProgramRow> rows;
  private CommandSpec spec;

  TableOptions(ProgramTable table) {
    rows = table.rows().stream().filter(row -> row.park().isPresent()).toList();
  }

  /** Has the command know them. */
  void addTo(CommandSpec command) {
    spec = command;
    for (ProgramRow row : rows) {
      ParkPart part = row.park().orElseThrow();
      part.option().ifPresent(option -> command.addOption(own(option)));
      part.port().ifPresent(port -> command.addOption(port(port, part)));
    }
  }

  private static OptionSpec own(OwnOption option) {
    OptionSpec.Builder builder = OptionSpec.builder("--" + option.name());
    if (option.number().isEmpty()) {
      return builder.type(boolean.class).description(option.meaning()).build();
    }
    return builder
        .type(int.class)
        .paramLabel("N")
        .defaultValue(Integer.toString(option.number().getAsInt()))
        .description(option.meaning() + " (default: ${DEFAULT-VALUE})")
        .build();
  }

  private static OptionSpec port(ListenPort port, ParkPart part) {
    return OptionSpec.builder(port.option())
        .type(String.class)
        .paramLabel("PORT")
        .defaultValue(Integer.toString(port.number()))
        .description(
            (part.afterOpen() ? "0 for none; " : "")
                + "of the "
                + part.called().text()
                + "; default: ${DEFAULT-VALUE}")
        .build();
  }

  /** What was given, for templates; not what there is to be none of. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    for (ProgramRow row : rows) {
      row.park()
          .flatMap(ParkPart::option)
          .ifPresent(option -> value(option).ifPresent(it -> values.put(option.name(), it)));
    }
    return values;
  }

  private Optional<String> value(OwnOption option) {
    Object value = spec.findOption(option.name()).getValue();
    if (option.number().isEmpty()) {
      return Boolean.TRUE.equals(value) ? Optional.of("--" + option.name()) : Optional.empty();
    }
    int number = (Integer) value;
    if (number < 0 || number > NUMBER_MAX) {
      throw usage(
          "--" + option.name() + " is a number from 0 to " + NUMBER_MAX + ", got " + number);
    }
    return number == 0 ? Optional.empty() : Optional.of(value.toString());
  }

  /** Where each program listens, by its command; not of one there is to be none of. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports = new HashMap<>();
    for (ProgramRow row : rows) {
      ParkPart part = row.park().orElseThrow();
      part.port()
          .map(port -> spec.findOption(port.option()).getValue().toString())
          .filter(text -> !(part.afterOpen() && (text.equals("0") || isMissed(part, text))))
          .ifPresent(text -> ports.put(row.command(), number(text)));
    }
    return ports;
  }

  /** The commands of all programs that listen, whether or not their usual ports are free. */
  List<String> listening() {
    return rows.stream()
        .filter(row -> row.park().flatMap(ParkPart::port).isPresent())
        .map(ProgramRow::command)
        .toList();
  }

  /** Whether nobody asked for this port, and somebody else has it: the park can do without. */
  private boolean isMissed(ParkPart part, String text) {
    return !spec.commandLine().getParseResult().hasMatchedOption(part.port().orElseThrow().option())
        && !isFree(number(text));
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private int number(String text) {
    try {
      return Port.parse(text).number();
    } catch (picocli.CommandLine.TypeConversionException e) {
      throw usage(e.getMessage());
    }
  }

  /**
   * Sees to it that a program can listen there.
   *
   * @throws Failure with a sentence, when another does
   */
  void checkFree(String command, int port) throws Failure {
    if (!isFree(port)) {
      ParkPart part =
          rows.stream()
              .filter(row -> row.command().equals(command))
              .findFirst()
              .flatMap(ProgramRow::park)
              .orElseThrow();
      throw new Failure(
          "port "
              + port
              + " for the "
              + part.called().text()
              + " is taken by another program; give another with "
              + part.port().orElseThrow().option()
              + " PORT");
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
