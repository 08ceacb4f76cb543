package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.mail;
import static fwq.operator.watch.Samples.sighting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.FoodCarts.Fugitive;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.tui.Ascii;
import fwq.tui.Canvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Screens as text, each in a file of its own under {@code screens}. */
class WatchViewTest {
  private static final Path SCREENS = Path.of("src/test/resources/fwq/operator/watch/screens");

  private final Board board = new Board("127.0.0.1:9092", 0);

  /** Half a minute of a park whose guests and waits grow. */
  private long busy(int parks) {
    long now = T0;
    for (int second = 0; second <= 30; second++) {
      now = T0 + 1_000L * second;
      board.add(
          mail(parks, Map.of(0, 134L), sighting(0, T0, second, now, 30 * second, 2 * second)));
    }
    return now;
  }

  private static void assertScreen(String name, Canvas canvas) throws IOException {
    assertScreen(name, canvas.text());
  }

  private static void assertScreen(String name, List<String> lines) throws IOException {
    Path file = SCREENS.resolve(name + ".txt");
    String drawn = String.join("\n", lines) + "\n";
    if ("write".equals(System.getProperty("fwq.screens"))) {
      Files.writeString(file, drawn);
    }
    assertEquals(Files.readString(file), drawn);
  }

  private static String ascii(String line) {
    return line.codePoints()
        .mapToObj(Character::toString)
        .map(Ascii::of)
        .collect(Collectors.joining());
  }

  @Test
  void liveParkIsDrawnWithItsHistory() throws Exception {
    long now = busy(2) + 300;
    assertScreen("live", WatchView.draw(24, 80, board, now));
    assertScreen(
        "live-ascii",
        WatchView.draw(24, 80, board, now).text().stream().map(WatchViewTest::ascii).toList());
    assertScreen("live-large", WatchView.draw(50, 160, board, now));
  }

  @Test
  void engineIsAwayWhenFramesStopForThreeSeconds() throws Exception {
    long now = busy(2);
    assertTrue(WatchView.draw(24, 80, board, now + 2_999).text().get(1).startsWith("++· · "));
    assertScreen("engine-away", WatchView.draw(24, 80, board, now + 3_000));
  }

  @Test
  void brokerThatIsAwayIsToldInsteadOfTheMap() throws Exception {
    long now = busy(2);
    String trouble = "the broker at 127.0.0.1:9092 is away; going on by itself when it returns";
    board.add(new Mail(2, List.of(), Map.of(), Optional.of(trouble)));
    assertScreen("broker-away", WatchView.draw(24, 80, board, now + 1_000));
  }

  @Test
  void parkWithoutAFrameSaysSo() throws Exception {
    busy(2);
    board.move(1);
    assertScreen("no-frame-yet", WatchView.draw(24, 80, board, T0 + 31_000));
  }

  @Test
  void parkThatIsNotThereSaysWhoMakesIt() {
    Board waiting = new Board("127.0.0.1:9092", 4);
    assertTrue(all(waiting).contains("Looking for parks."), all(waiting));
    waiting.add(mail(2, Map.of()));
    assertTrue(all(waiting).contains("There is no park 4 yet;"), all(waiting));
    assertTrue(all(waiting).contains("--parks 5 or"), all(waiting));
  }

  private static String all(Board board) {
    return String.join("\n", WatchView.draw(24, 80, board, T0).text());
  }

  @Test
  void ofManyParksThoseAroundTheChosenOneAreListed() throws Exception {
    long now = busy(1_000);
    board.choose(500);
    board.add(mail(1_000, Map.of(), sighting(500, T0, 1, now, 1_000, 0)));
    assertScreen("many-parks", WatchView.draw(24, 80, board, now));
  }

  @Test
  void foodCartsStandOnTheMapWithWhatTheyHaveLeft() {
    board.add(
        mail(
            1,
            Map.of(),
            Samples.with(
                sighting(0, T0, 1, T0, 57, 25),
                new FoodCarts(
                    List.of(new CartSpot(Plate.of("PARK-01"), Position.ofCell(44), 17)),
                    List.of(new Fugitive(Position.ofCell(200), 3))))));
    String all = all(board);
    assertTrue(all.contains("1 cart, 17 pieces · 1 fugitive"), all);
    assertTrue(all.contains("$"), all);
  }

  @Test
  void lagThatNobodyMayKnowIsLeftOut() {
    board.add(mail(1, Map.of(), sighting(0, T0, 1, T0, 57, 25)));
    String all = all(board);
    assertTrue(all.contains("frame 0.0 s old\n"), all);
    assertTrue(all.contains(" live\n"), all);
  }

  @Test
  void everySizeIsDrawnOrRefusedInASentence() {
    long now = busy(40);
    for (int rows = 1; rows < 80; rows += 3) {
      for (int columns = 1; columns < 240; columns += 7) {
        List<String> lines = WatchView.draw(rows, columns, board, now).text();
        assertEquals(rows, lines.size());
        int room = columns;
        lines.forEach(line -> assertTrue(line.length() <= room, line));
      }
    }
    assertTrue(WatchView.draw(23, 80, board, now).text().getFirst().contains("too small"));
  }
}
