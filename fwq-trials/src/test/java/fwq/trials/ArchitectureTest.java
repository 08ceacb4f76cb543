package fwq.trials;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the house hangs together: asked of every class of every module, tests of tests aside. */
class ArchitectureTest {
  private static final Path HOME = Path.of(System.getProperty("fwq.home"));
  private static final JavaClasses ALL = importAll();

  /** Each module's packages, and the modules' packages that it may use besides its own. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("fwq.kit", List.of()),
          Map.entry("fwq.testkit", List.of("fwq.kit")),
          Map.entry("fwq.common", List.of("fwq.kit")),
          Map.entry("fwq.guest", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.registry", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.waitingtime", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.sensor", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.journal", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.engine", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.visitor", List.of("fwq.kit", "fwq.common", "fwq.guest", "fwq.tui")),
          Map.entry("fwq.operator", List.of("fwq.kit", "fwq.common", "fwq.guest", "fwq.tui")),
          Map.entry("fwq.broker", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.park", List.of("fwq.kit", "fwq.common")),
          Map.entry("fwq.tui", List.of()));

  /** Where a library may be known. */
  private static final Map<String, String[]> KNOWN_IN =
      Map.of(
          "org.jline..", new String[] {"fwq.tui"},
          "tools.jackson..",
              new String[] {"fwq.kit.json", "fwq.common.talk..", "fwq.engine.changelog"},
          "java.sql..",
              new String[] {
                "fwq.kit.sqlite",
                "fwq.registry",
                "fwq.waitingtime",
                "fwq.journal.node",
                "fwq.trials.."
              },
          "org.sqlite..", new String[] {"fwq.kit.sqlite"});

  @Test
  void arrowsBetweenModulesPointDown() {
    MAY_USE.forEach(
        (module, friends) -> {
          List<String> allowed = new ArrayList<>(friends);
          allowed.add(module);
          noClasses()
              .that(resideInAPackage(module + ".."))
              .should()
              .dependOnClassesThat(
                  resideInAPackage("fwq..")
                      .and(
                          resideOutsideOfPackages(
                              allowed.stream().map(name -> name + "..").toArray(String[]::new))))
              .check(ALL);
        });
  }

  @Test
  void everyPackageBelongsToAModuleOfTheHouse() {
    Set<String> strangers = new TreeSet<>();
    ALL.forEach(
        type -> {
          String name = type.getPackageName();
          if (MAY_USE.keySet().stream().noneMatch(module -> (name + ".").startsWith(module + "."))
              && !name.startsWith("fwq.trials")) {
            strangers.add(name);
          }
        });
    assertEquals(Set.of(), strangers);
  }

  /** A judge who asked the engine what is right would find it right. */
  @Test
  void judgeSeesNoEngine() {
    noClasses()
        .that(resideInAnyPackage("fwq.operator.judge..", "fwq.operator.check.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("fwq.engine..", "fwq.guest.."))
        .check(ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    for (String module : MAY_USE.keySet()) {
      slices()
          .matching("(" + module + "..)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(ALL);
    }
  }

  @Test
  void packagesWhoseGuideSaysPureArePure() throws IOException {
    Set<String> pure = packagesThatSayPure();
    assertEquals(true, pure.contains("fwq.engine.park"), pure.toString());
    String[] packages = pure.toArray(String[]::new);
    classes()
        .that(resideInAnyPackage(packages))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages)
                .or(resideInAnyPackage("java..", "fwq.common.signing", "fwq.engine.changelog"))
                .or(resideInAPackage("fwq.common.talk..")))
        .check(ALL);
    noClasses()
        .that(resideInAnyPackage(packages))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..", "java.nio..", "java.net..", "java.sql..", "org.slf4j.."))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Random.class)
        .check(ALL);
  }

  @Test
  void librariesAreKnownInTheirOwnPlacesOnly() {
    KNOWN_IN.forEach(
        (library, places) ->
            noClasses()
                .that(resideInAPackage("fwq..").and(resideOutsideOfPackages(places)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(ALL));
  }

  /** Their guide has a paragraph that begins so. */
  private static Set<String> packagesThatSayPure() throws IOException {
    Pattern says = Pattern.compile("<p>Pure: ");
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(HOME)) {
      for (Path file : files.filter(path -> path.endsWith("package-info.java")).toList()) {
        String guide = Files.readString(file);
        if (file.toString().contains("/src/main/") && says.matcher(guide).find()) {
          packages.add(guide.replaceFirst("(?s).*\\npackage ([a-z.]+);.*", "$1"));
        }
      }
    }
    return packages;
  }

  /** The classes of all modules' main code, wherever Maven was called. */
  private static JavaClasses importAll() {
    try (Stream<Path> modules = Files.list(HOME)) {
      return new ClassFileImporter()
          .importLocations(
              modules
                  .map(module -> module.resolve("target/classes"))
                  .filter(Files::isDirectory)
                  .map(folder -> Location.of(folder))
                  .toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
