package fwq.park;

import fwq.common.park.Ride;
import fwq.common.programs.ParkPart;
import fwq.common.programs.ParkPart.Ready;
import fwq.common.programs.ProgramRow;
import fwq.common.programs.ProgramTable;
import fwq.common.programs.Template;
import fwq.kit.net.HostPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a park on one machine is to be: the table of programs with this park's values.
 *
 * @param values what the table's templates may have, without what belongs to one ride or to all
 *     parks that are secure ({@code signed}) or not ({@code plain})
 * @param ports where programs listen, by their commands; none for one that is not wanted
 * @param rides the rides of the park
 * @param secure whether the broker asks for users, so that each program needs its own user's file
 */
public record Plan(
    ProgramTable table,
    Path data,
    Map<String, String> values,
    Map<String, Integer> ports,
    List<Ride> rides,
    boolean secure) {
  /** Takes copies. */
  public Plan {
    values = Map.copyOf(values);
    ports = Map.copyOf(ports);
    rides = List.copyOf(rides);
  }

  /**
   * One program of the park.
   *
   * @param name what people call it
   * @param row which
   * @param arguments for it
   * @param shows where it listens, or what it does, for people
   */
  public record Component(String name, ProgramRow row, List<String> arguments, String shows) {}

  /** The rows that a park starts, in their order. */
  public List<ProgramRow> rows() {
    return table.rows().stream().filter(row -> row.park().isPresent()).toList();
  }

  /**
   * What is started for a row: nothing if the park lacks a value for it, or one for each ride.
   *
   * @param now epoch milliseconds
   */
  public List<Component> components(ProgramRow row, long now) {
    ParkPart part = row.park().orElseThrow();
    Map<String, String> all = valuesOf(row, now);
    if (!part.isForEachRide()) {
      return component(row, part, all).stream().toList();
    }
    List<Component> each = new ArrayList<>();
    for (Ride ride : rides) {
      all.put("ride", Integer.toString(ride.id()));
      all.put("ride-key", ride.key());
      all.put("ride-name", ride.name());
      component(row, part, all).ifPresent(each::add);
    }
    return each;
  }

  /** The guest at the keyboard: the program that has the terminal to itself. */
  Component inFront() {
    ProgramRow row =
        table.rows().stream().filter(it -> it.front().isPresent()).findFirst().orElseThrow();
    List<String> arguments = row.front().orElseThrow().fill(valuesOf(row, 0)).orElseThrow();
    return new Component(row.command(), row, withCommonOptions(row, row.user(), arguments), "you");
  }

  /** Where the broker listens. */
  HostPort broker() {
    ProgramRow broker =
        rows().stream()
            .filter(row -> row.park().orElseThrow().ready().equals(Optional.of(new Ready.Topics())))
            .findFirst()
            .orElseThrow();
    return new HostPort("127.0.0.1", port(broker).orElseThrow());
  }

  /** Where a program listens, if it does in this park. */
  OptionalInt port(ProgramRow row) {
    Integer port = ports.get(row.command());
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /**
   * Where the broker writes a user's client properties, if it asks for users; the operator's are
   * the last that it writes.
   */
  Optional<Path> userFile(String user) {
    return secure
        ? Optional.of(data.resolve("kafka").resolve(user + ".properties"))
        : Optional.empty();
  }

  private Map<String, String> valuesOf(ProgramRow row, long now) {
    Map<String, String> all = new HashMap<>(values);
    ports.forEach((command, port) -> all.put(command, Integer.toString(port)));
    port(row).ifPresent(port -> all.put("port", Integer.toString(port)));
    all.put("data", data.toString());
    all.put("now", Long.toString(now));
    all.put(secure ? "signed" : "plain", "");
    return all;
  }

  private Optional<Component> component(ProgramRow row, ParkPart part, Map<String, String> all) {
    String where = "127.0.0.1:" + all.get("port");
    return part.arguments()
        .fill(all)
        .map(
            arguments ->
                new Component(
                    text(part.called(), all),
                    row,
                    withCommonOptions(row, row.userInPark(), arguments),
                    part.shows().map(it -> text(it, all)).orElse(where)));
  }

  private static String text(Template template, Map<String, String> all) {
    return String.join(" ", template.fill(all).orElseThrow());
  }

  private List<String> withCommonOptions(ProgramRow row, String user, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--data", data.toString()));
    if (!row.rights().isEmpty()) {
      userFile(user).ifPresent(file -> all.addAll(List.of("--kafka-config", file.toString())));
    }
    return List.copyOf(all);
  }
}
