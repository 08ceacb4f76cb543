package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.Installation;
import fwq.common.programs.ParkPart;
import fwq.common.programs.ProgramRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The habits that no compiler checks. */
class TidyTest {
  private static final Path HOME = Path.of(System.getProperty("fwq.home"));

  /** Most files are far shorter; longer ones are one thing each. */
  private static final int MAIN_LINES_MAX = 300;

  private static final int TEST_LINES_MAX = 400;

  @Test
  void noFileIsTooLong() throws IOException {
    assertNone(main().filter(file -> lines(file).size() > MAIN_LINES_MAX));
    assertNone(java().filter(file -> lines(file).size() > TEST_LINES_MAX));
  }

  @Test
  void namesSayWhatThingsAre() throws IOException {
    Pattern vague = Pattern.compile("(Util|Utils|Impl|Manager|Helper|Helpers)\\.java");
    assertNone(java().filter(file -> vague.matcher(name(file)).find()));
    assertNone(java().filter(file -> file.toString().contains("/util/")));
  }

  @Test
  void everyPackageBeginsWithAGuide() throws IOException {
    assertNone(
        main()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))));
  }

  @Test
  void nothingIsLeftOpen() throws IOException {
    assertNone(holding(java(), "\\b(TODO|FIXME|XXX|HACK)\\b|@Disabled", "TidyTest.java"));
  }

  @Test
  void testsWaitForConditionsAndNotForTime() throws IOException {
    assertNone(holding(java(), "Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep", "TidyTest.java"));
  }

  @Test
  void nothingIsPrintedPastTheLogAndTheScreen() throws IOException {
    assertNone(holding(main(), "System\\.(out|err)\\.print|printStackTrace", ""));
  }

  @Test
  void textDoesNotDependOnTheMachinesLanguage() throws IOException {
    assertNone(holding(main(), "\\.to(Lower|Upper)Case\\(\\)", ""));
  }

  @Test
  void everyPinnedVersionIsListedAmongTheLibraries() throws IOException {
    String listed = Files.readString(HOME.resolve("docs/LIBRARIES.md"));
    List<String> unnamed =
        Pattern.compile("<[a-z.]+\\.version>([^<]+)</")
            .matcher(Files.readString(HOME.resolve("pom.xml")))
            .results()
            .map(version -> version.group(1))
            .filter(version -> !listed.contains(version))
            .toList();
    assertEquals(List.of(), unnamed);
  }

  /** Names of formats that stay: the changelog's type and key, and a table of the registry. */
  private static final Pattern FORMATS =
      Pattern.compile("\"#?reign\"|endings(_by_parks)?( \\(|$| )");

  @Test
  void retiredWordsStayRetired() throws IOException {
    Pattern retired =
        Pattern.compile(
            "\\b([Ww]ished|[Bb]orne|[Rr]eign(s|ed)?|[Ee]ndings|[Dd]eparted|[Uu]nsaid)\\b"
                + "|cares no more|quarter of chance|one server bears|noted so often"
                + "|Refuses a missing|Made by picocli|None yet\\.");
    List<String> found = new ArrayList<>();
    for (Path file : java().filter(it -> !name(it).equals("TidyTest.java")).toList()) {
      for (String line : lines(file)) {
        if (retired.matcher(FORMATS.matcher(line).replaceAll("")).find()) {
          found.add(HOME.relativize(file) + ": " + line.strip());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void readmeFitsOnAFewScreens() throws IOException {
    long bytes = Files.size(HOME.resolve("README.md"));
    assertTrue(bytes <= 9 * 1024, "README.md has " + bytes + " bytes");
  }

  @Test
  void everyProgramIsInTheReadmeAndEveryOptionOfAParkAmongItsOptions() throws IOException {
    String readme = Files.readString(HOME.resolve("README.md"));
    String options = Files.readString(HOME.resolve("docs/OPERATING.md"));
    List<String> missing = new ArrayList<>();
    for (ProgramRow row : Installation.here().table().rows()) {
      // Of a program with parts, such as the journal, it is named alone; tools are for
      // CONTRIBUTING.
      String word = row.command().replaceAll(" .*", "");
      if (!row.tool()
          && !readme.contains("`scripts/fwq " + word)
          && !readme.contains("`" + word + "`")) {
        missing.add("README.md: " + row.command());
      }
      row.park()
          .ifPresent(
              part ->
                  Stream.concat(
                          part.option().map(it -> "--" + it.name()).stream(),
                          part.port().map(ParkPart.ListenPort::option).stream())
                      .filter(option -> !options.contains("`" + option))
                      .forEach(option -> missing.add("docs/OPERATING.md: park " + option)));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void glossaryIsShort() throws IOException {
    long words =
        Files.readAllLines(HOME.resolve("docs/GLOSSARY.md")).stream()
            .filter(line -> line.startsWith("| "))
            .count();
    assertTrue(words <= 26, "with its heading the glossary has " + words + " rows");
  }

  private static Stream<Path> holding(Stream<Path> files, String regex, String except) {
    Pattern pattern = Pattern.compile(regex);
    return files
        .filter(file -> !name(file).equals(except))
        .filter(file -> lines(file).stream().anyMatch(line -> pattern.matcher(line).find()));
  }

  private static Stream<Path> main() throws IOException {
    return java().filter(file -> file.toString().contains("/src/main/"));
  }

  private static Stream<Path> java() throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(HOME, 16)) {
      found =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/"))
              .toList();
    }
    return found.stream();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void assertNone(Stream<Path> files) {
    assertEquals(List.of(), files.map(HOME::relativize).toList());
  }
}
