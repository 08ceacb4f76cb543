package fwq.trials;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import fwq.kit.kafka.DamagedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

/** How the house hangs together: asked of every class of every module, tests of tests aside. */
class ArchitectureTest {
  private static final Path HOME = Path.of(System.getProperty("fwq.home"));
  private static final JavaClasses ALL = importAll();

  /** What other modules may stand on; all others are programs, which never see each other. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "fwq-kit", Set.of(),
          "fwq-tui", Set.of(),
          "fwq-testkit", Set.of("fwq-kit"),
          "fwq-common", Set.of("fwq-kit"),
          "fwq-guest", Set.of("fwq-kit", "fwq-common"));

  /** Where a library may be known. */
  private static final Map<String, String[]> KNOWN_IN =
      Map.of(
          "org.jline..",
          new String[] {"fwq.tui"},
          "tools.jackson..",
          new String[] {
            "fwq.kit.json",
            "fwq.common.talk..",
            "fwq.engine.changelog",
            "fwq.operator.operate.weather",
            "fwq.web..",
            "fwq.testkit"
          },
          "org.eclipse.jetty..",
          new String[] {"fwq.web.."},
          "org.sqlite..",
          new String[] {"fwq.kit.sqlite"});

  @Test
  void arrowsBetweenModulesPointDown() throws IOException {
    Map<String, String> packages = packagesOfModules();
    for (String module : packages.keySet()) {
      Set<String> allowed = new TreeSet<>(LIBRARIES.getOrDefault(module, LIBRARIES.keySet()));
      allowed.add(module);
      noClasses()
          .that(resideInAPackage(packages.get(module)))
          .should()
          .dependOnClassesThat(
              resideInAPackage("fwq..")
                  .and(
                      resideOutsideOfPackages(
                          allowed.stream().map(packages::get).toArray(String[]::new))))
          .check(ALL);
    }
  }

  @Test
  void everyModuleHasAPackageOfItsOwn() throws IOException {
    Map<String, String> packages = packagesOfModules();
    assertEquals(packages.size(), Set.copyOf(packages.values()).size(), packages.toString());
    assertEquals(true, packages.keySet().containsAll(LIBRARIES.keySet()), packages.toString());
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
  void packagesHaveNoCycles() throws IOException {
    for (String packages : packagesOfModules().values()) {
      slices().matching("(" + packages + ")").should().beFreeOfCycles().check(ALL);
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

  /** Connections and statements are the kit's: bound values, transactions and sentences are its. */
  @Test
  void nobodyButTheKitTalksToDatabasesByThemselves() {
    noClasses()
        .that(resideInAPackage("fwq..").and(resideOutsideOfPackages("fwq.kit.sqlite")))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Connection.class, Statement.class, PreparedStatement.class)
        .check(ALL);
  }

  /**
   * Whoever polled by itself would repeat for ever on a record that is damaged on the disk. What
   * such a poll calls in its turn is Kafka's client, which goes on where the log has records.
   */
  @Test
  void everyConsumerPollsWhereDamagedRecordsArePassed() {
    noClasses()
        .that(
            resideInAPackage("fwq..")
                .and(not(type(DamagedRecords.class)))
                .and(not(simpleName("InRangeConsumer"))))
        .should()
        .callMethod(Consumer.class, "poll", Duration.class)
        .orShould()
        .callMethod(KafkaConsumer.class, "poll", Duration.class)
        .check(ALL);
  }

  /** Modules by name, and the packages of each, such as {@code fwq.waitingtime..}. */
  private static Map<String, String> packagesOfModules() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> folders = Files.list(HOME)) {
      for (Path module :
          folders.filter(it -> Files.exists(it.resolve("src/main/java/fwq"))).toList()) {
        try (Stream<Path> roots = Files.list(module.resolve("target/classes/fwq"))) {
          List<Path> its = roots.filter(Files::isDirectory).toList();
          assertEquals(1, its.size(), module + " has " + its);
          found.put(module.getFileName().toString(), "fwq." + its.getFirst().getFileName() + "..");
        }
      }
    }
    return found;
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
