package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.guest;
import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static fwq.visitor.terminal.Samples.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.tui.Canvas;
import fwq.tui.CellMap;
import fwq.tui.Ink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapViewTest {
  private final Canvas canvas = new Canvas(20, 40);
  private final CellMap cells = new CellMap(canvas, 0, 0, new CellMap.Cells(20, 1, 2));

  private String cells(int row, int from, int to) {
    return canvas.text().get(row).concat(" ".repeat(40)).substring(2 * from, 2 * to);
  }

  private void draw(ParkMap map, Position me) {
    MapView.draw(cells, map, Optional.of(me), List.of());
  }

  @Test
  void rideIsABlockWithItsLetterAndItsWaitBesideIt() {
    draw(park(List.of(), List.of(), open(0, 54, 25), open(1, 0, 10)), Position.GATE);
    assertEquals("· A▃25· ", cells(1, 0, 4));
    assertEquals(Ink.block(Ink.Tone.FAIR), canvas.inkAt(1, 2));
    assertEquals(Ink.ground(Ink.Tone.FAIR), canvas.inkAt(1, 4));
    assertEquals("B▁10", cells(2, 18, 20));
    assertEquals(Ink.block(Ink.Tone.GOOD), canvas.inkAt(2, 36));
  }

  @Test
  void longerWaitIsATallerSignForThoseWhoSeeNoColours() {
    draw(
        park(List.of(), List.of(), open(0, 0, 5), open(1, 0, 20), open(2, 0, 45), open(3, 0, 60)),
        Position.GATE);
    String all = String.join("\n", canvas.text());
    for (String ride : List.of("A▁", "B▃", "C▅", "D▇")) {
      assertTrue(all.contains(ride), all);
    }
  }

  @Test
  void wayToARideIsDottedAcrossTheEdges() {
    Position ride = Position.ofCell(2 * Position.SIDE + 18);
    List<Position> way = Guide.way(Position.GATE, ride);
    assertEquals(List.of(39, 58), way.stream().map(Position::cell).toList());
    MapView.draw(
        cells,
        park(List.of(), List.of(), open(0, 0, 5), open(1, 0, 10)),
        Optional.of(Position.GATE),
        way);
    assertEquals("· • ", cells(1, 18, 20));
    assertEquals("B▁10", cells(2, 18, 20));
  }

  @Test
  void waitThatDoesNotFitIsLeftToTheList() {
    draw(park(List.of(), List.of(), open(0, 400, 205)), Position.GATE);
    assertEquals("· A▇· · ", cells(1, 0, 4));
    assertEquals(Ink.block(Ink.Tone.BAD), canvas.inkAt(1, 2));
  }

  @Test
  void rideWithoutDataIsGreyAndNeverShowsZero() {
    draw(
        park(
            List.of(),
            List.of(),
            without(0, RideState.NO_DATA),
            without(1, RideState.DOWN),
            without(2, RideState.CLOSED)),
        Position.GATE);
    assertEquals("A ? ", cells(1, 1, 3));
    assertEquals("B ! ", cells(2, 18, 20));
    assertEquals("C x ", cells(7, 18, 20));
    assertEquals(Ink.block(Ink.Tone.NONE), canvas.inkAt(1, 2));
    assertEquals(false, String.join("", canvas.text()).contains("0"));
  }

  @Test
  void twoGuestsInOneCellAreShownAsANumber() {
    draw(
        park(
            List.of(heads(45, 2), heads(46, 1)),
            List.of(guest("ben", 45), guest("eva", 45), guest("guest-12", 46)),
            open(0, 0, 5)),
        Position.GATE);
    assertEquals("2 g2", cells(2, 5, 7));
  }

  @Test
  void guestsWithoutNamesAreShownAsNumbers() {
    draw(park(List.of(heads(45, 7), heads(46, 1), heads(47, 300)), List.of()), Position.GATE);
    assertEquals("7 1 ++", cells(2, 5, 8));
  }

  @Test
  void guestOnARideDoesNotEraseIt() {
    draw(
        park(
            List.of(heads(0, 1), heads(21, 3), heads(58, 12)),
            List.of(),
            open(0, 54, 25),
            open(1, 0, 10)),
        Position.GATE);
    assertEquals("A³25", cells(1, 1, 3));
    assertEquals("B⁺10", cells(2, 18, 20));
  }

  @Test
  void guestBesideARideHidesItsWaitAndNotTheGuest() {
    draw(park(List.of(heads(22, 1)), List.of(guest("ben", 22)), open(0, 54, 25)), Position.GATE);
    assertEquals("A▃be", cells(1, 1, 3));
  }

  @Test
  void oneselfIsMarkedAlsoOnARideAndAmongOthers() {
    ParkMap map =
        park(
            List.of(heads(0, 3)),
            List.of(guest("ana", 0), guest("ben", 0), guest("eva", 0)),
            open(0, 54, 25));
    draw(map, Position.GATE);
    assertEquals("@²", cells(0, 0, 1));
    assertEquals(Ink.block(Ink.Tone.ME), canvas.inkAt(0, 0));
    draw(map, Position.ofCell(21));
    assertEquals("A@25", cells(1, 1, 3));
  }

  @Test
  void oneselfIsNotCountedAmongTheOthersWhenAStepIsNewerThanThePicture() {
    draw(park(List.of(heads(0, 1)), List.of(guest("ana", 0))), Position.ofCell(1));
    assertEquals("· @ ", cells(0, 0, 2));
  }

  @Test
  void oneselfIsFoundWhateverOneIsShownAs() {
    draw(
        park(List.of(heads(0, 1), heads(2, 1)), List.of(guest("Zoe of 12", 0), guest("ana", 2))),
        Position.GATE);
    assertEquals("@ · an", cells(0, 0, 3), "another may be shown by our name");
    draw(park(List.of(heads(0, 1), heads(2, 1)), List.of()), Position.GATE);
    assertEquals("@ · 1 ", cells(0, 0, 3));
  }

  @Test
  void allFourCornersCanBeReached() {
    draw(
        park(List.of(heads(0, 2), heads(19, 3), heads(380, 4), heads(399, 5)), List.of()),
        Position.ofCell(200));
    assertEquals("2 ", cells(0, 0, 1));
    assertEquals("3 ", cells(0, 19, 20));
    assertEquals("4 ", cells(19, 0, 1));
    assertEquals("5 ", cells(19, 19, 20));
  }
}
