package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whole screens, as they were when somebody last looked at them. After a change that is meant, run
 * with {@code -Dfwq.screens=write}, and look at what changed in {@code screens}.
 */
final class GoldenScreens {
  private static final Path SCREENS = Path.of("src/test/resources/fwq/visitor/terminal/screens");

  private GoldenScreens() {}

  /** Compares what a guest sees now. */
  static void check(PageRun run, String name, int rows, int columns) throws IOException {
    List<String> lines = run.page.draw(rows, columns, run.now).text();
    Path file = SCREENS.resolve(name + "-" + columns + "x" + rows + ".txt");
    if ("write".equals(System.getProperty("fwq.screens"))) {
      Files.createDirectories(SCREENS);
      Files.write(file, lines);
    }
    assertEquals(String.join("\n", Files.readAllLines(file)), String.join("\n", lines));
  }
}
