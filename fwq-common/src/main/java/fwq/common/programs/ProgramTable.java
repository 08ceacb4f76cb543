package fwq.common.programs;

import fwq.common.programs.ParkPart.ListenPort;
import fwq.common.programs.ParkPart.OwnOption;
import fwq.common.programs.ParkPart.Ready;
import fwq.common.programs.ProgramRow.Carrier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of programs: {@code scripts/programs}, which says what its words mean. Pure. */
public record ProgramTable(List<ProgramRow> rows) {
  private static final Pattern ROW =
      Pattern.compile("([a-z][a-z-]*(?: [a-z][a-z-]*)?): (fwq-[a-z]+) ([A-Za-z][A-Za-z0-9.]*)");

  private static final Pattern MORE = Pattern.compile("  ([a-z]+)(?: +(.*))?");

  private static final Set<String> KEYS =
      Set.of(
          "takes", "does", "tool", "jvm", "screen", "user", "rights", "quota", "carries", "park",
          "front", "called", "shows", "port", "ready", "after", "option");

  /** Takes a copy, and refuses two rows of one command. */
  public ProgramTable {
    rows = List.copyOf(rows);
    Set<String> commands = new HashSet<>();
    for (ProgramRow row : rows) {
      if (!commands.add(row.command())) {
        throw new IllegalArgumentException("there are two programs " + row.command());
      }
    }
  }

  /**
   * Reads the file's lines.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static ProgramTable parse(List<String> lines) {
    List<ProgramRow> rows = new ArrayList<>();
    Matcher row = null;
    Map<String, String> more = new HashMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher begin = ROW.matcher(line);
      Matcher rest = MORE.matcher(line);
      if (begin.matches()) {
        if (row != null) {
          rows.add(row(row, more));
        }
        row = begin;
        more.clear();
      } else if (row == null || !rest.matches() || !KEYS.contains(rest.group(1))) {
        throw new IllegalArgumentException(
            "line "
                + number
                + " is neither a program, such as 'sensor: fwq-sensor fwq.sensor.SensorMain', nor"
                + " one of "
                + KEYS.stream().sorted().toList()
                + ": "
                + line);
      } else {
        more.put(rest.group(1), rest.group(2) == null ? "" : rest.group(2).strip());
      }
    }
    if (row != null) {
      rows.add(row(row, more));
    }
    return new ProgramTable(rows);
  }

  /**
   * The program of this command.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ProgramRow row(String command) {
    return rows.stream()
        .filter(row -> row.command().equals(command))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no program " + command));
  }

  private static ProgramRow row(Matcher begin, Map<String, String> more) {
    String command = begin.group(1);
    return new ProgramRow(
        command,
        begin.group(2),
        begin.group(3),
        more.containsKey("tool"),
        more.getOrDefault("takes", ""),
        more.getOrDefault("does", ""),
        words(more, "jvm"),
        more.getOrDefault("user", command),
        words(more, "rights").stream().map(Right::parse).toList(),
        Optional.ofNullable(more.get("quota")).map(Quota::parse),
        Optional.ofNullable(more.get("carries")).map(ProgramTable::carrier),
        template(more, "front"),
        template(more, "park").map(arguments -> part(command, arguments, more)));
  }

  private static ParkPart part(String command, Template arguments, Map<String, String> more) {
    List<String> after = words(more, "after");
    if (!more.containsKey("port") && !more.containsKey("shows")) {
      throw new IllegalArgumentException(
          "a program that a park starts listens (port), or says something else to people (shows); "
              + command
              + " has neither");
    }
    return new ParkPart(
        arguments,
        template(more, "called").orElse(new Template(command)),
        template(more, "shows"),
        Optional.ofNullable(more.get("port")).map(ProgramTable::port),
        Optional.ofNullable(more.get("ready")).map(ProgramTable::ready),
        after.stream().filter(it -> !it.equals("open")).toList(),
        after.contains("open"),
        Optional.ofNullable(more.get("option")).map(ProgramTable::option));
  }

  private static Carrier carrier(String text) {
    String[] words = text.split(" +", 2);
    return new Carrier(words[0], Quota.parse(words.length == 1 ? "" : words[1]));
  }

  private static ListenPort port(String text) {
    String[] words = text.split(" +", 2);
    return new ListenPort(Integer.parseInt(words[0]), words[1]);
  }

  private static Ready ready(String text) {
    String[] words = text.split(" +", 2);
    return switch (words[0]) {
      case "topics" -> new Ready.Topics();
      case "frame" -> new Ready.Frame(false);
      case "tls" -> new Ready.Frame(true);
      case "record" -> new Ready.Written(words[1]);
      default ->
          throw new IllegalArgumentException(
              "ready is topics, frame, tls or record TOPIC, got '" + text + "'");
    };
  }

  private static OwnOption option(String text) {
    int space = text.indexOf(' ');
    String[] name = text.substring(0, space).split("=", 2);
    return new OwnOption(
        name[0],
        name.length == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(name[1])),
        text.substring(space + 1).strip());
  }

  private static Optional<Template> template(Map<String, String> more, String key) {
    return Optional.ofNullable(more.get(key)).map(Template::new);
  }

  private static List<String> words(Map<String, String> more, String key) {
    String text = more.getOrDefault(key, "");
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" +"));
  }
}
