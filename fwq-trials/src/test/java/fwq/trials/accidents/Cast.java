package fwq.trials.accidents;

import fwq.common.park.RideTable;
import fwq.common.programs.Installation;
import fwq.common.programs.ParkPart;
import fwq.common.programs.ProgramRow;
import fwq.common.programs.ProgramTable;
import fwq.common.talk.trips.Leg;
import fwq.park.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The programs of a park as the table of programs has them, with this scenario's values; and those
 * of trips and the journal, each by itself, as if they stood on machines of their own.
 *
 * @param plan the table with values
 * @param ports where programs listen, by their commands or names
 */
record Cast(Scenario scenario, Plan plan, Map<String, Integer> ports) {
  private static final String HERE = "127.0.0.1";

  /** Those that are told how many parks there are. */
  private static final Set<String> TOLD_OF_PARKS =
      Set.of("waitingtimeserver", "engine", "guild", "web");

  /** Started apart from the table: the park has each of these in one JVM. */
  static final Map<Leg, String> SELLERS =
      new EnumMap<>(Map.of(Leg.FLIGHTS, "flights", Leg.HOTELS, "hotels", Leg.TOURS, "tours"));

  private static final List<String> NODES = List.of("north", "south", "west");
  private static final int RIDES = 2;
  private static final int CARTS = 3;

  /**
   * One program.
   *
   * @param name what people call it
   * @param command which
   */
  record Role(String name, String command, List<String> arguments) {}

  static Cast of(Scenario scenario, Path data) {
    ProgramTable table = Installation.here().table();
    Map<String, Integer> ports = new HashMap<>();
    int port = scenario.basePort();
    for (ProgramRow row : table.rows()) {
      if (row.park().flatMap(ParkPart::port).isPresent()) {
        ports.put(row.command(), port++);
      }
    }
    Plan plan =
        new Plan(
            table,
            data,
            Map.of(
                "max-visitors",
                Integer.toString(scenario.capacity()),
                "crowd",
                Integer.toString(scenario.guests()),
                "carts",
                Integer.toString(CARTS),
                "minute",
                "500ms"),
            ports,
            RideTable.DEFAULT.subList(0, RIDES),
            false);
    List<String> apart = new ArrayList<>(SELLERS.values());
    apart.add("agency");
    apart.add("journal head");
    apart.addAll(NODES);
    for (String name : apart) {
      ports.put(name, port++);
    }
    return new Cast(scenario, plan, Map.copyOf(ports));
  }

  int port(String name) {
    return ports.get(name);
  }

  Role broker() {
    return only("broker");
  }

  /** One for each engine of the scenario. */
  List<Role> engines() {
    Role engine = only("engine");
    List<Role> engines = new ArrayList<>();
    for (int number = 0; number < scenario.engines(); number++) {
      engines.add(new Role("engine " + number, engine.command(), engine.arguments()));
    }
    return engines;
  }

  /** One for each park. */
  List<Role> crowds(long seed) {
    Role crowd = only("visitor");
    List<Role> crowds = new ArrayList<>();
    for (int park = 0; park < scenario.parks(); park++) {
      List<String> arguments = new ArrayList<>(crowd.arguments());
      arguments.addAll(List.of("--crowd-name", "p" + park, "--seed", Long.toString(seed + park)));
      if (park > 0) {
        arguments.addAll(List.of("--park", Integer.toString(park)));
      }
      crowds.add(new Role("crowd of park " + park, crowd.command(), arguments));
    }
    return crowds;
  }

  /**
   * All others of the table that start before, or after, the park is open.
   *
   * @param afterOpen which of them
   */
  List<Role> others(boolean afterOpen) {
    List<Role> roles = new ArrayList<>();
    for (ProgramRow row : plan.rows()) {
      boolean isOther = !Set.of("broker", "engine", "visitor").contains(row.command());
      // The journal of the table is one JVM; its parts come apart.
      boolean isApart = row.command().startsWith("journal");
      if (isOther && !isApart && row.park().orElseThrow().afterOpen() == afterOpen) {
        roles.addAll(roles(row));
      }
    }
    return roles;
  }

  private Role only(String command) {
    return roles(plan.table().row(command)).getFirst();
  }

  private List<Role> roles(ProgramRow row) {
    return plan.components(row, 0).stream()
        .map(
            it -> {
              List<String> arguments = new ArrayList<>(it.arguments());
              if (TOLD_OF_PARKS.contains(row.command())) {
                arguments.addAll(List.of("--parks", Integer.toString(scenario.parks())));
              }
              return new Role(it.name(), row.command(), arguments);
            })
        .toList();
  }

  /** Sellers and their agency, the journal's head, nodes and a turnstile. */
  List<Role> apart() {
    List<Role> roles = new ArrayList<>();
    List<String> agency = new ArrayList<>(List.of("agency", Integer.toString(port("agency"))));
    for (String seller : SELLERS.values()) {
      roles.add(role(seller, "trips", seller, Integer.toString(port(seller))));
      agency.addAll(List.of(HERE, Integer.toString(port(seller))));
    }
    agency.addAll(List.of("--registry", HERE + ":" + port("registry")));
    roles.add(role("agency", "trips", agency.toArray(String[]::new)));
    String broker = Integer.toString(port("broker"));
    String head = Integer.toString(port("journal head"));
    roles.add(role("journal head", "journal head", head, HERE, broker));
    for (String node : NODES) {
      String port = Integer.toString(port(node));
      roles.add(role("node " + node, "journal node", port, HERE, broker, "--name", node));
    }
    roles.add(role("turnstile", "journal count", HERE, head, "--every", "100ms"));
    return roles;
  }

  /** What says at the end whether the journal is whole. */
  Role journalCheck() {
    return role("journal check", "journal check", HERE, Integer.toString(port("journal head")));
  }

  private Role role(String name, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", plan.data().toString()));
    return new Role(name, command, all);
  }
}
