package fwq.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new program is its module, one row of the table, and one line in the parent pom's modules. */
final class AddedProgramTest {
  private static final Path HOME = Path.of(System.getProperty("fwq.home"));

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>fwq</groupId>
          <artifactId>fwq</artifactId>
          <version>1.0.0-SNAPSHOT</version>
        </parent>
        <artifactId>fwq-added</artifactId>
        <dependencies>
          <dependency>
            <groupId>fwq</groupId>
            <artifactId>fwq-kit</artifactId>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final String MAIN =
      """
      package fwq.added;

      import fwq.kit.program.CommonOptions;
      import fwq.kit.program.Program;
      import fwq.kit.program.Stop;
      import picocli.CommandLine.Command;
      import picocli.CommandLine.Mixin;

      /** Does nothing. */
      @Command(name = "fwq do nothing", description = "Does nothing.")
      public final class AddedMain implements Program.Body {
        @Mixin private CommonOptions options;

        private AddedMain() {}

        public static void main(String[] args) {
          Program.main(new AddedMain(), args);
        }

        @Override
        public void run(Stop stop) throws InterruptedException {
          options.stopWithParent();
          stop.await();
        }
      }
      """;

  private static final String ROW =
      """

      do nothing: fwq-added fwq.added.AddedMain
        takes   [--data DIR]
        does    nothing at all
        jvm     c1 -Xmx32m
      """;

  @TempDir private Path folder;
  private Path copy;

  @Test
  @Timeout(600)
  void startsThroughTheScriptAfterExactlyThoseEdits() throws Exception {
    copy = Files.createDirectories(folder.resolve("my park/fwq"));
    copyTree();
    Path module = Files.createDirectories(copy.resolve("fwq-added/src/main/java/fwq/added"));
    Files.writeString(module.resolve("AddedMain.java"), MAIN);
    Files.writeString(copy.resolve("fwq-added/pom.xml"), POM);
    Files.writeString(copy.resolve("scripts/programs"), ROW, StandardOpenOption.APPEND);
    String pom = Files.readString(copy.resolve("pom.xml"));
    Files.writeString(
        copy.resolve("pom.xml"),
        pom.replace("</modules>", "  <module>fwq-added</module>\n  </modules>"));

    assertTrue(fwq("do", "nothing", "--version").contains("fwq 1."));
    assertTrue(fwq("do", "nothing", "--help").contains("Usage: fwq do nothing"));
    assertTrue(fwq("help").contains("  do nothing [--data DIR]\n      nothing at all\n"));
  }

  /** With what was built, so that just the new module has to be. */
  private void copyTree() throws IOException {
    List<String> parts = new ArrayList<>(List.of("pom.xml", ".mvn", "scripts", "target/lib"));
    try (Stream<Path> all = Files.list(HOME)) {
      all.map(module -> module.getFileName().toString())
          .filter(module -> module.startsWith("fwq-"))
          .forEach(
              module ->
                  parts.addAll(
                      List.of(
                          module + "/pom.xml", module + "/src/main", module + "/target/classes")));
    }
    for (String part : parts) {
      if (Files.exists(HOME.resolve(part))) {
        copy(HOME.resolve(part), copy.resolve(part));
      }
    }
    // Nothing is fetched, and what is newer than its source is not compiled again.
    Files.writeString(
        copy.resolve(".mvn/maven.config"),
        "-o\n-Dmaven.compiler.useIncrementalCompilation=false\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(
            each,
            to.resolve(from.relativize(each).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private String fwq(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(copy.resolve("scripts/fwq").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), said);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
