package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fwq.common.programs.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The compose files say the same park twice, with and without users: nobody has to remember. */
final class ComposeTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^  ([a-z0-9-]+):\\n(?:    .*\\n| *#.*\\n)*?    command: (.*)$");
  private static final Pattern NETWORKS =
      Pattern.compile("(?m)^  ([a-z0-9-]+):\\n(?:    .*\\n| *#.*\\n)*?    networks: \\[(.*)]$");
  private static final Pattern MOUNTED =
      Pattern.compile("(?m)(?:^ +- |volumes: \\[.*?\")([a-z][a-z0-9-]*):/[a-z]");
  private static final Pattern DECLARED = Pattern.compile("(?m)^  ([a-z0-9-]+):$");

  private final String plain = text("docker-compose.yml");
  private final String secure = text("docker-compose.secure.yml");

  private static String text(String name) {
    try {
      return Files.readString(Path.of(System.getProperty("fwq.home"), name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> commands(String file) {
    return COMMAND
        .matcher(file)
        .results()
        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (a, _) -> a, TreeMap::new));
  }

  private static Map<String, Set<String>> networks(String file) {
    return NETWORKS
        .matcher(file)
        .results()
        .collect(Collectors.toMap(it -> it.group(1), it -> Set.of(it.group(2).split(", "))));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String volumes(String file) {
    return file.substring(file.indexOf("\nvolumes:\n"));
  }

  @Test
  void eachProgramOfTheSecuredParkIsToldTheSameAndWhereItsUsersFileAndASensorsKeyAre() {
    Map<String, String> without = commands(plain);
    commands(secure)
        .forEach(
            (service, command) -> {
              if (!service.equals("kafka")) {
                assertEquals(
                    without.get(service).replaceFirst(" --unsigned-sensors$", ""),
                    command
                        .replaceFirst(" --kafka-config /user/[a-z-]+\\.properties$", "")
                        .replaceFirst(" --(give-keys|key) \\S+$", ""),
                    service);
              }
            });
  }

  /** A service without networks is on one of its own, where no name of the others is known. */
  @Test
  void whoNamesAnotherServiceIsOnANetworkWithIt() {
    Map<String, Set<String>> networks = networks(plain);
    Set<String> services = new TreeSet<>(commands(plain).keySet());
    services.add("kafka");
    commands(plain)
        .forEach(
            (service, command) -> {
              Set<String> own = networks.getOrDefault(service, Set.of());
              Set<String> named = new TreeSet<>(List.of(command.split("[ :]")));
              named.retainAll(services);
              named.removeIf(other -> command.startsWith(other + " "));
              for (String other : named) {
                assertFalse(
                    Collections.disjoint(own, networks.getOrDefault(other, Set.of())),
                    service + " names " + other + ", and they share no network");
              }
            });
  }

  @Test
  void whatIsMountedIsDeclared() {
    Set<String> declared = names(DECLARED, volumes(plain));
    declared.addAll(names(DECLARED, volumes(secure)));
    Set<String> mounted = names(MOUNTED, plain);
    mounted.addAll(names(MOUNTED, secure));
    mounted.removeAll(declared);
    assertEquals(Set.of(), mounted);
  }

  @Test
  void everyUserWhoseFileIsMountedIsOneOfTheBrokers() {
    Set<String> users =
        Installation.here().table().rows().stream()
            .flatMap(row -> row.users().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> mounted = names(Pattern.compile("user-([a-z-]+):/data/kafka/"), secure);
    mounted.remove("admin");
    mounted.removeAll(users);
    assertEquals(Set.of(), mounted);
  }
}
