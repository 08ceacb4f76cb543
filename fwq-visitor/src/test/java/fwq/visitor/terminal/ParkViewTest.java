package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static fwq.visitor.terminal.Samples.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.guest.Trends;
import fwq.tui.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParkViewTest {
  private static final ParkMap MAP =
      park(
          List.of(heads(0, 57)),
          List.of(),
          open(0, 54, 25),
          open(1, 1_040, 105),
          without(2, RideState.NO_DATA),
          open(3, 0, 7));

  private static List<String> draw(int rows, int columns, ParkScene.Live live) {
    return draw(rows, columns, 0, live);
  }

  private static List<String> draw(int rows, int columns, int park, ParkScene.Live live) {
    ParkScene scene =
        new ParkScene(
            "ana",
            park,
            ParkScene.Situation.LIVE.links(ParkScene.Link.THERE),
            live,
            Optional.of(Position.GATE),
            "You are at the gate.",
            "Hello.",
            Optional.empty(),
            false,
            new Trends(),
            new Alerts(),
            new ParkScene.Front.Nothing());
    return ParkView.draw(Texts.ENGLISH, rows, columns, scene).text();
  }

  @Test
  void everythingFitsThe24RowsAnd80ColumnsOfAnOldTerminal() {
    List<String> lines = draw(24, 80, new ParkScene.Live.Now(MAP, 0, 0));
    assertEquals(24, lines.size());
    assertTrue(lines.getFirst().endsWith("ana · 57 of 1,000 inside · map 0 s old"));
    assertTrue(lines.get(1).startsWith("@⁺· · "), lines.get(1));
    assertTrue(lines.get(20).startsWith("· · "), lines.get(20));
    assertEquals(" You are at the gate.", lines.get(21));
    assertEquals(" Hello.", lines.get(22));
    assertTrue(lines.getLast().contains("q leave"));
  }

  @Test
  void parkOtherThanTheFirstIsInTheTitle() {
    String live = draw(24, 80, 3, new ParkScene.Live.Now(MAP, 0, 0)).getFirst();
    assertTrue(live.endsWith("ana · park 3 · 57 of 1,000 inside · map 0 s old"), live);
    String unknown = draw(24, 80, 3, new ParkScene.Live.Unknown("So.", List.of())).getFirst();
    assertTrue(unknown.endsWith("ana · park 3 · no live map"), unknown);
  }

  @Test
  void ridesAreSortedByWaitAndThoseWithoutOneComeLast() {
    List<String> lines = draw(24, 80, new ParkScene.Live.Now(MAP, 0, 0));
    assertEquals("   Ride                  min steps", lines.get(1).substring(40));
    assertEquals(" D River Rapids   █·····   7 =  10  OPEN", lines.get(2).substring(40));
    assertEquals(" A Carousel       ███···  25 =   1  OPEN", lines.get(3).substring(40));
    assertEquals(" B Ferris Wheel   ██████ 105 =   2  OPEN", lines.get(4).substring(40));
    assertEquals(" C Roller Coaster      NO DATA   7", lines.get(5).substring(40));
  }

  @Test
  void noLiveMapIsShownWhileTheEngineIsAway() {
    List<String> lines =
        draw(
            24,
            80,
            new ParkScene.Live.Unknown("The engine is away; your place is kept", List.of("So.")));
    String all = String.join("\n", lines);
    assertTrue(all.contains("The engine is away; your place is kept"));
    assertFalse(all.contains("·  ·") || all.contains("· ·") || all.contains("min"), all);
    assertTrue(lines.getFirst().endsWith("ana · no live map"));
  }

  @Test
  void largerTerminalsGetALargerMap() {
    List<String> wide = draw(40, 140, new ParkScene.Live.Now(MAP, 0, 0));
    assertTrue(wide.stream().anyMatch(line -> line.contains("·  A▃ 25m·")), wide::toString);
    List<String> large = draw(60, 200, new ParkScene.Live.Now(MAP, 0, 0));
    assertTrue(large.stream().anyMatch(line -> line.contains("·   A▃  ·")), large::toString);
  }

  @Test
  void everySizeIsDrawnOrRefusedInASentence() {
    for (int rows = 1; rows < 60; rows += 7) {
      for (int columns = 1; columns < 200; columns += 13) {
        List<String> lines = draw(rows, columns, new ParkScene.Live.Now(MAP, 0, 0));
        assertEquals(rows, lines.size());
        for (String line : lines) {
          assertTrue(Words.width(line) <= columns, line);
        }
      }
    }
    assertTrue(draw(23, 80, new ParkScene.Live.Now(MAP, 0, 0)).getFirst().contains("too small"));
  }
}
