package fwq.journal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for people: a line for each thing, and a bound. */
final class PeopleLogTest {
  @TempDir Path folder;

  @Test
  void eachLineHasItsTime() throws Exception {
    new PeopleLog(folder.resolve("a b"), "placements").add(0, List.of("one", "two"));
    assertEquals(
        List.of("1970-01-01T00:00:00.000Z one", "1970-01-01T00:00:00.000Z two"),
        Files.readAllLines(folder.resolve("a b/placements.log")));
  }

  @Test
  void whatIsOlderGoes() throws Exception {
    PeopleLog log = new PeopleLog(folder, "placements", 100);
    for (int i = 0; i < 20; i++) {
      log.add(0, List.of("line " + i));
    }
    assertTrue(Files.size(folder.resolve("placements.log")) <= 100);
    assertTrue(Files.size(folder.resolve("placements.1.log")) <= 100);
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void whereItCannotBeWrittenTheProgramGoesOn() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    new PeopleLog(folder.resolve("file"), "placements").add(0, List.of("one"));
  }
}
