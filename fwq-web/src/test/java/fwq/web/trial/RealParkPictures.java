package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.web.browser.Chromium;
import fwq.web.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The pictures of docs/screens, of a park that runs: called by its name, with {@code
 * -Dfwq.pictures=FOLDER -Dfwq.park=http://127.0.0.1:8000}.
 */
class RealParkPictures {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 760;

  @Test
  void guestsPageAndBoard() throws IOException {
    String folder = System.getProperty("fwq.pictures");
    String address = System.getProperty("fwq.park");
    assumeTrue(
        folder != null && address != null,
        "skipped: -Dfwq.pictures=FOLDER and -Dfwq.park=http://127.0.0.1:8000 say what and where");
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "skipped: no chromium");
    try (Chromium chromium = Chromium.start(program.get())) {
      Tab ana = chromium.open(WIDTH, HEIGHT).prefers("prefers-color-scheme", "light");
      // So that the same folder may be used again.
      String alias = "ana" + System.currentTimeMillis() % 1_000_000;
      ana.go(address + "/?lang=en").await("document.querySelector('#register')");
      ana.type("#register-alias", alias)
          .type("#register-name", "Ana")
          .type("#register-email", "ana@example.org")
          .type("#register-password", "three or four words")
          .type("#register-again", "three or four words");
      ana.click("#register [type=submit]").click("[data-part=enter]");
      ana.await("!document.querySelector('[data-part=autopilot]').disabled");
      ana.await("document.querySelector('.list').innerText.match(/[▲▼]/)");
      ana.click(".list tbody tr:nth-child(2) .go").await("document.querySelector('.target')");
      ana.picture(Path.of(folder, "browser-park.png"));
      Tab board = chromium.open(WIDTH, HEIGHT);
      board.go(address + "/board?lang=en&theme=dark");
      board.await("document.querySelectorAll('#rides li').length > 1");
      board.picture(Path.of(folder, "browser-board.png"));
      assertEquals("[][]", "" + ana.complaints() + board.complaints());
    }
  }
}
