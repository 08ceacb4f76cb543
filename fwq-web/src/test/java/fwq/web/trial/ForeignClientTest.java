package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.kit.json.JsonText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Somebody else's program, npm's {@code themeparks}, reads our API. */
@Timeout(120)
class ForeignClientTest {
  private static final Path NODE = Path.of("src/test/node");

  @Test
  void themeParksOwnClientReadsTheParkWithOnlyItsBaseAddressChanged() throws Exception {
    assumeTrue(
        Files.exists(NODE.resolve("node_modules/themeparks")) && hasNode(),
        "skipped: no Node 20 or no npm packages; npm ci in fwq-web/src/test/node brings them");
    try (FakePark park = new FakePark()) {
      FakePark.Web web = park.web();
      web.awaitFrame();
      Process client =
          new ProcessBuilder("node", "client.js", web.address())
              .directory(new File(NODE.toString()))
              .redirectErrorStream(true)
              .start();
      byte[] said = client.getInputStream().readAllBytes();
      assertEquals(0, client.waitFor(), new String(said, java.nio.charset.StandardCharsets.UTF_8));
      JsonNode read = JsonText.parse(said);
      assertEquals("[]", read.get("wrong").toString());
      assertEquals(30, read.get("days").intValue());
      assertTrue(read.get("waits").toString().contains("Carousel=25"), read.toString());
      assertTrue(read.get("waits").toString().contains("River Rapids=null"), read.toString());
    }
  }

  static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
