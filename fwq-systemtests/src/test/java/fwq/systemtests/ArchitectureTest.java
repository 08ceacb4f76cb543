package fwq.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of how the code hangs together. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fwq");

  /** The pure packages, and the pure ones that each may use. */
  private static final Map<String, String[]> PURE =
      Map.of(
          "fwq.common.park",
          new String[] {},
          "fwq.common.message",
          new String[] {"fwq.common.park"},
          "fwq.engine.park",
          new String[] {"fwq.common.park", "fwq.common.message"},
          "fwq.systemtests.judge",
          new String[] {"fwq.common.park", "fwq.common.message"},
          "fwq.visitor.walk",
          new String[] {"fwq.common.park", "fwq.common.message"});

  @Test
  void componentsDoNotSeeEachOther() {
    String[] components = {
      "registry", "waitingtime", "sensor", "engine", "visitor", "broker", "park", "common"
    };
    for (String component : components) {
      String[] others =
          Arrays.stream(components)
              .filter(other -> !other.equals(component) && !other.equals("common"))
              .map(other -> "fwq." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("fwq." + component + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(ALL);
    }
  }

  /** A judge who asked the engine what is right would find it right. */
  @Test
  void toolsOfTheTestsSeeNoComponent() {
    noClasses()
        .that()
        .resideInAPackage("fwq.systemtests..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "fwq.registry..",
            "fwq.waitingtime..",
            "fwq.sensor..",
            "fwq.engine..",
            "fwq.visitor..",
            "fwq.broker..",
            "fwq.park..")
        .check(ALL);
  }

  @Test
  void purePackagesUseJavaAndPurePackagesOnly() {
    PURE.forEach(
        (pure, friends) -> {
          String[] allowed =
              Stream.concat(Arrays.stream(friends), Stream.of(pure, "java.."))
                  .toArray(String[]::new);
          classes()
              .that()
              .resideInAPackage(pure)
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(allowed)
              .check(ALL);
        });
  }

  @Test
  void pureRulesKnowNoClockNoChanceOfTheirOwnNoThreadsAndNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE.keySet().toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio..",
                "java.net..",
                "java.sql..",
                "java.util.concurrent..",
                "org.slf4j.."))
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
  void onlyTheWireKnowsJson() {
    noClasses()
        .that(not(resideInAnyPackage("fwq.common.wire")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
        .check(ALL);
  }

  @Test
  void packagesOfTheCommonModuleHaveNoCycles() {
    slices().matching("fwq.common.(*)").should().beFreeOfCycles().check(ALL);
  }
}
