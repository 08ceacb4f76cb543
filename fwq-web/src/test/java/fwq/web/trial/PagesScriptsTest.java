package fwq.web.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages' own rules, by Node's test runner. */
@Timeout(240)
class PagesScriptsTest {
  @Test
  void rulesOfThePagesHold() throws Exception {
    assumeTrue(ForeignClientTest.hasNode(), "skipped: no Node 20 or later on the path");
    Process node =
        new ProcessBuilder("node", "--test", "js")
            .directory(new File("src/test"))
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertEquals(true, node.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, node.exitValue(), said);
  }
}
