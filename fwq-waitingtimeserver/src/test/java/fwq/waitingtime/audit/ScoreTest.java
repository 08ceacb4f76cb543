package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.waitingtime.truth.Estimate;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private final Score score = new Score();

  private static Estimate told(double posted, double low, double middle, double high) {
    return new Estimate(posted, 0, low, middle, high);
  }

  @Test
  void errorsAreMinutesAndTheMedianIsTheMiddleOne() {
    score.add(told(30, 10, 20, 30), 21);
    score.add(told(30, 10, 20, 30), 17);
    score.add(told(30, 10, 20, 40), 30);

    assertEquals(3, score.count());
    assertEquals(14 / 3.0, score.ours(), 1e-9);
    assertEquals(22 / 3.0, score.sign(), 1e-9);
    assertEquals(3, score.median(), 1e-9);
    assertEquals(70 / 3.0, score.width(), 1e-9);
  }

  @Test
  void theMedianOfTwoIsBetweenThem() {
    score.add(told(30, 10, 20, 30), 21);
    score.add(told(30, 10, 20, 30), 17);

    assertEquals(2, score.median(), 1e-9);
  }

  @Test
  void fiveMinutesAreWithinFive() {
    score.add(told(30, 10, 20, 30), 15);
    score.add(told(30, 10, 20, 30), 14.99);

    assertEquals(0.5, score.within5(), 1e-9);
  }

  @Test
  void nobodyIsCloserInATie() {
    score.add(told(30, 10, 20, 30), 25);
    score.add(told(30, 10, 20, 30), 24);

    assertEquals(0.5, score.closer(), 1e-9);
  }

  @Test
  void bothEndsBelongToTheBand() {
    score.add(told(30, 10, 20, 30), 10);
    score.add(told(30, 10, 20, 30), 30);
    score.add(told(30, 10, 20, 30), 9);
    score.add(told(30, 10, 20, 30), 31);

    assertEquals(0.5, score.coverage(), 1e-9);
  }

  @Test
  void aLineForProgramsHasMinutesAndSharesAndNothingElse() {
    score.add(told(30, 10, 20, 30), 24);

    assertEquals(
        "{\"ride\":\"a \\\"b\\\"\",\"n\":1,\"sign\":6.0000,\"ours\":4.0000,\"median\":4.0000,"
            + "\"within5\":1.0000,\"closer\":1.0000,\"coverage\":1.0000,\"width\":20.0000}",
        score.json("a \"b\""));
  }

  @Test
  void aRideWithoutGuestsHasNoFigures() {
    assertEquals(
        "{\"ride\":\"all\",\"n\":0,\"sign\":null,\"ours\":null,\"median\":null,"
            + "\"within5\":null,\"closer\":null,\"coverage\":null,\"width\":null}",
        score.json("all"));
    assertEquals("all                            0", score.line("all"));
  }
}
