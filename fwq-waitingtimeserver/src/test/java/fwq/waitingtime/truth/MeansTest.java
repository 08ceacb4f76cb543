package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeansTest {
  @Test
  void aForgettingMeanHalvesWhatIsAsManyAdditionsOld() {
    ForgettingMean mean = new ForgettingMean(2);
    mean.add(10, 1);
    mean.add(0, 0);
    mean.add(4, 1);

    assertEquals((10 * 0.5 + 4) / 1.5, mean.mean(0, 1e-12), 1e-9);
  }

  @Test
  void aForgettingMeanIsDrawnToWhatIsBelievedBeforehand() {
    ForgettingMean mean = new ForgettingMean(60);
    assertEquals(7, mean.mean(7, 5), 1e-9);
    mean.add(1, 5);
    assertEquals(4, mean.mean(7, 5), 1e-9);
  }

  @Test
  void aFadingMeanFadesByTheClockWhateverTheOrder() {
    FadingMean mean = new FadingMean(60);
    mean.add(3_600, 5);
    mean.add(0, 2);

    double old = Math.exp(-2);
    double young = Math.exp(-1);
    assertEquals((2 * old + 5 * young) / (old + young + 3), mean.mean(7_200, 3), 1e-9);
  }

  @Test
  void theUsualIsKnownByTheQuarterOfAnHourAndSmoothed() {
    UsualDay usual = new UsualDay(4);
    double[] day = new double[ParkTime.QUARTERS];
    Arrays.fill(day, Double.NaN);
    day[40] = 2;
    day[41] = 4;
    usual.add(day);

    assertEquals(3, usual.at(607.5, 0, 0), 1e-9);
    assertEquals(2, usual.at(570, 0, 0), 0.5);
    assertEquals(Double.NaN, usual.at(0, 0, 0));
    assertEquals(9, usual.at(0, 9, 1), 1e-9);
  }

  @Test
  void aDayCountsHalfAfterItsHalfLifeAlsoWhereThatDayHadNothing() {
    UsualDay usual = new UsualDay(1);
    double[] day = new double[ParkTime.QUARTERS];
    Arrays.fill(day, 1);
    usual.add(day);
    Arrays.fill(day, Double.NaN);
    usual.add(day);
    Arrays.fill(day, 4);
    usual.add(day);

    assertEquals((0.25 + 4) / 1.25, usual.at(600, 0, 0), 1e-9);
  }

  @Test
  void anHoursErrorsReachAroundMidnight() {
    HourErrors errors = new HourErrors(10, 30, 1);
    errors.add(ParkTime.DAY - 60, 1);

    assertEquals(0.47, errors.mean(ParkTime.DAY + 60), 0.01);
    assertEquals(0, errors.mean(ParkTime.DAY + 7_200), 1e-9);
  }
}
