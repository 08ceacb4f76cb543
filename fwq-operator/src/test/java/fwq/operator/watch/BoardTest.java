package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.mail;
import static fwq.operator.watch.Samples.sighting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BoardTest {
  private final Board board = new Board("127.0.0.1:9092", 0);

  @Test
  void arrowsStayWithinTheParks() {
    board.add(mail(3, Map.of()));
    board.move(-1);
    assertEquals(0, board.chosen());
    board.move(5);
    assertEquals(2, board.chosen());
    board.choose(Integer.MAX_VALUE);
    assertEquals(2, board.chosen());
  }

  @Test
  void digitsTypedSoonAfterEachOtherAreOneNumber() {
    board.add(mail(30, Map.of()));
    board.digit(1, 0);
    assertEquals(1, board.chosen());
    board.digit(2, 1_000);
    assertEquals(12, board.chosen());
    board.digit(2, 9_000);
    assertEquals(2, board.chosen());
    board.digit(9, 9_500);
    assertEquals(29, board.chosen());
    board.digit(7, 9_600);
    assertEquals(7, board.chosen(), "there is no park 297");
  }

  @Test
  void parkThatIsNotThereYetIsWaitedFor() {
    Board waiting = new Board("127.0.0.1:9092", 4);
    waiting.add(mail(1, Map.of()));
    assertEquals(4, waiting.chosen());
    assertTrue(waiting.park().isEmpty());
    waiting.add(mail(5, Map.of(4, 105L), sighting(4, T0, 2, T0, 57, 25)));
    assertEquals(OptionalLong.of(3), waiting.park().orElseThrow().lag());
  }

  @Test
  void parksRemainWhenTheBrokerIsAskedAnew() {
    board.add(mail(2, Map.of(), sighting(1, T0, 0, T0, 57, 25)));
    board.add(mail(0, Map.of()));
    assertEquals(2, board.count());
    assertTrue(board.park(1).orElseThrow().frame().isPresent());
  }

  @Test
  void mailKeepsTheNewestFrameOfEachPark() {
    Mailbox mailbox = new Mailbox();
    mailbox.put(mail(2, Map.of(), sighting(0, T0, 0, T0, 1, 5), sighting(1, T0, 0, T0, 2, 5)));
    mailbox.put(mail(2, Map.of(0, 9L), sighting(0, T0, 1, T0, 3, 5)));
    Mail taken = mailbox.takeAll();
    assertEquals(
        mail(2, Map.of(0, 9L), sighting(0, T0, 1, T0, 3, 5), sighting(1, T0, 0, T0, 2, 5)), taken);
    assertEquals(mail(2, Map.of(0, 9L)), mailbox.takeAll());
  }
}
