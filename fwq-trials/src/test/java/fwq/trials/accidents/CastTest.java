package fwq.trials.accidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.Installation;
import fwq.common.programs.ProgramRow;
import fwq.trials.accidents.Cast.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CastTest {
  private final Cast cast =
      Cast.of(new Scenario(10, 5, 2, 1, Duration.ofMinutes(1), Map.of(), 20_000), Path.of("data"));

  private List<Role> all() {
    List<Role> all = new ArrayList<>(List.of(cast.broker()));
    all.addAll(cast.engines());
    all.addAll(cast.crowds(1));
    all.addAll(cast.others(false));
    all.addAll(cast.others(true));
    all.addAll(cast.apart());
    return all;
  }

  /** A program that is added to the table meets with accidents, too. */
  @Test
  void everyProgramThatAParkStartsIsInIt() {
    Set<String> wanted =
        Installation.here().table().rows().stream()
            .filter(row -> row.park().isPresent())
            .map(ProgramRow::command)
            .collect(Collectors.toCollection(TreeSet::new));
    // Its parts, each by itself.
    wanted.remove("journal local");
    wanted.addAll(Set.of("journal head", "journal node", "journal count"));
    assertEquals(
        wanted, all().stream().map(Role::command).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void eachHasANameAndAPortOfItsOwn() {
    List<String> names = all().stream().map(Role::name).toList();
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    Set<Integer> ports = new HashSet<>(cast.ports().values());
    assertEquals(cast.ports().size(), ports.size());
    assertTrue(ports.stream().allMatch(port -> port >= 20_000 && port < 20_020), ports.toString());
  }
}
