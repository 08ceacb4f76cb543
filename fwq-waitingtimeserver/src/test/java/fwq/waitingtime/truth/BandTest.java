package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BandTest {
  @Test
  void withFewGuestsItIsWide() {
    assertArrayEquals(new double[] {-0.7, 0, 0.5}, new Band().errors(new AlikeGuests()), 1e-9);
  }

  @Test
  void itMovesUntilFourOfFiveLieBetween() {
    Band band = new Band();
    AlikeGuests guests = new AlikeGuests();
    SplittableRandom chance = new SplittableRandom(1);
    int covered = 0;
    for (int i = 0; i < 20_000; i++) {
      Moment now = new Moment(i * 600L, 30, Scale.log(30), i % 144 * 10, 0);
      guests.compare(now);
      double[] errors = band.errors(guests);
      // Those who are remembered were a tenth less wrong: by their errors it would be 72 %.
      double error = chance.nextDouble(-1, 1);
      Estimate shown =
          new Estimate(30, 0, Scale.minutes(30, errors[0]), 30, Scale.minutes(30, errors[2]));
      double waited = Scale.minutes(30, error);
      band.learn(shown, waited);
      covered += i >= 10_000 && shown.low() <= waited && waited <= shown.high() ? 1 : 0;
      guests.add(now, 0, 0, 0.9 * error);
    }
    assertEquals(0.8, covered / 10_000.0, 0.015);
  }
}
