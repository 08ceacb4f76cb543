package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {
  private final Estimator estimator = new Estimator(Settings.best());

  private static long minutes(double after) {
    return Situations.minutes(after);
  }

  private double middle(double at) {
    return estimator.estimate("a", minutes(at)).orElseThrow().middle();
  }

  private void stood(double joined, double waited) {
    long guest = estimator.joined("a", minutes(joined)).guest();
    estimator.boarded(guest, minutes(joined + waited));
  }

  @Test
  void withoutAReadingOfTheLastHalfHourThereIsNoEstimate() {
    assertEquals(Optional.empty(), estimator.estimate("a", minutes(0)));
    estimator.posted("a", minutes(0), 40);
    assertTrue(estimator.estimate("a", minutes(30)).isPresent());
    assertEquals(Optional.empty(), estimator.estimate("a", minutes(30.02)));
  }

  @Test
  void aSignThatShowsNothingGivesNoEstimate() {
    estimator.posted("a", minutes(0), 40);
    estimator.posted("a", minutes(1), Double.NaN);

    assertEquals(Optional.empty(), estimator.joined("a", minutes(2)).shown());
  }

  @Test
  void beforeAnybodyHasBoardedItIsSevenTenthsOfTheSign() {
    estimator.posted("a", minutes(0), 75);

    Estimate shown = estimator.estimate("a", minutes(0)).orElseThrow();

    assertEquals(0.7 * 78 - 3, shown.middle(), 1e-9);
    assertEquals(24.1, shown.low(), 0.05);
    assertEquals(87.0, shown.high(), 0.05);
    assertEquals(0.7 * 33 - 3, shown.whenPosted(30), 1e-9);
  }

  @Test
  void aSignThatIsNotPaddedIsBelievedAsItIs() {
    Estimator honest = new Estimator(Settings.best().unpadded());
    honest.posted("a", minutes(0), 75);

    assertEquals(75, honest.estimate("a", minutes(0)).orElseThrow().middle(), 1e-9);
  }

  @Test
  void peopleAreToldWholeMinutesAndABandOutwardToFive() {
    Estimate shown = new Estimate(35, 0, 15.1, 21.6, 34.2);

    assertEquals(22, shown.minutes());
    assertEquals(15, shown.fromMinutes());
    assertEquals(35, shown.toMinutes());
  }

  @Test
  void whatGuestsStoodIsLearnt() {
    for (int minute = 0; minute < 300; minute += 10) {
      estimator.posted("a", minutes(minute), 40);
      stood(minute, 8);
    }
    assertEquals(8, middle(300), 2);
  }

  @Test
  void whoLeavesTheLineOrWaitedWhileTheRideWasDownOrForTooLongTeachesNothing() {
    estimator.posted("a", minutes(0), 40);
    double before = middle(20);

    estimator.left(estimator.joined("a", minutes(0)).guest());
    long waiting = estimator.joined("a", minutes(1)).guest();
    estimator.down("a");
    estimator.boarded(waiting, minutes(10));
    long forgotten = estimator.joined("a", minutes(2)).guest();
    estimator.boarded(forgotten, minutes(2 + 401));
    estimator.boarded(12_345, minutes(403));

    estimator.posted("a", minutes(420), 40);
    assertEquals(before, middle(421), 1.5);
  }

  @Test
  void aDayBeginsAtThreeAndForgetsTheLine() {
    estimator.posted("a", minutes(0), 40);
    var _ = estimator.joined("a", minutes(0));
    estimator.posted("a", minutes(179), 40);
    double inLine = middle(180);

    Estimator other = new Estimator(Settings.best());
    other.posted("a", minutes(179), 40);
    assertNotEquals(other.estimate("a", minutes(180)).orElseThrow().middle(), inLine);
    // At 2:59 and at 3:00 of the next day.
    estimator.posted("a", minutes(17 * 60 + 59), 40);
    assertTrue(estimator.estimate("a", minutes(17 * 60 + 59.5)).isPresent());
    assertEquals(Optional.empty(), estimator.estimate("a", minutes(18 * 60)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9 fwq-waits 2 4 best ", "9 fwq-waits 1 5 level ", "9 fwq-waits 1 4 best 0 "})
  void aStateThatIsNotOneIsRefusedWithASentence(String saved) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Estimator.load(Settings.best(), saved));

    assertTrue(refusal.getMessage().contains("saved state"), refusal.getMessage());
  }

  @Test
  void everyCutOfAStateIsRefused() {
    estimator.posted("a", minutes(0), 40);
    stood(0, 10);
    String saved = estimator.save();

    for (int cut = 0; cut < saved.length(); cut += 1 + cut / 20) {
      String part = saved.substring(0, cut);
      assertThrows(
          IllegalArgumentException.class, () -> Estimator.load(Settings.best(), part), part);
    }
    assertThrows(
        IllegalArgumentException.class, () -> Estimator.load(Settings.best(), saved + "0 "));
  }
}
