package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClueTest {
  private static final double PRIOR = Math.log(0.7);

  private final Situations park = new Situations().posted("a", 0, 27).posted("a", 60, 57);

  private double clue(Clue clue, double at) {
    return park.clue(clue, "a", at);
  }

  @Test
  void withoutAnyGuestsSevenTenthsOfTheSignIsBelieved() {
    assertEquals(1, clue(Clue.ONE, 60));
    assertEquals(PRIOR, clue(Clue.LEVEL, 60), 1e-9);
    for (Clue clue : new Clue[] {Clue.SLOW, Clue.ALL, Clue.ALIKE, Clue.ALIKE_LONG, Clue.LAST}) {
      assertEquals(0, clue(clue, 60), 1e-9, clue.name());
    }
  }

  @Test
  void theLevelIsWhatGuestsOfTheRideStoodAndSlowIsHowItWasBefore() {
    park.ride("a").level.add(0, 5);
    park.ride("a").slow.add(0, 20);

    assertEquals(PRIOR / 2, clue(Clue.LEVEL, 60), 1e-9);
    assertEquals(0, clue(Clue.SLOW, 60), 1e-9);
    park.park().all.add(0, 20);
    assertEquals(-PRIOR / 2, clue(Clue.ALL, 60), 1e-9);
  }

  @Test
  void theLastOneWhoBoardedCountsForAnHour() {
    park.ride("a").boarded(Situations.minutes(30), 57);

    assertEquals(-PRIOR, clue(Clue.LAST, 60), 1e-9);
    assertEquals(0, clue(Clue.LAST, 90), 1e-9);
  }

  @Test
  void whoStandsInLineForLongerThanExpectedIsAWarning() {
    park.inLine("a", 63).inLine("a", 20);
    assertEquals(0, clue(Clue.LINE, 66), 1e-9);
    assertEquals(Math.log(120 / 60.0) - PRIOR, clue(Clue.LINE, 180), 1e-9);
  }

  @Test
  void aSignThatRisesIsSeenAgainstHalfAnHourAgoAndTodaysMean() {
    assertEquals(Math.log(60 / 30.0), clue(Clue.RISE, 60), 1e-9);
    assertEquals(Math.log(60 / 30.0), clue(Clue.HIGH, 60), 1e-9);
    assertEquals(0, clue(Clue.RISE, 90), 1e-9);
    assertEquals(Math.log(60 / 45.0), clue(Clue.HIGH, 120), 1e-9);
  }

  @Test
  void openingFadesWithTheTimeSinceTheFirstReading() {
    assertEquals(Math.exp(-2), clue(Clue.OPENING, 60), 1e-9);
    assertEquals(Math.exp(-60 / 90.0), clue(Clue.MORNING, 60), 1e-9);
    assertEquals(Math.exp(-0.2), clue(Clue.FORENOON, 60), 1e-9);
  }

  @Test
  void todaysErrorsCountTheLessTheLongerAgo() {
    park.ride("a").errorsToday.add(Situations.minutes(60), 1);
    park.park().errorsToday.add(Situations.minutes(60), 1);

    assertEquals(1 / 4.0, clue(Clue.RIDE_TODAY, 60), 1e-9);
    assertEquals(1 / 6.0, clue(Clue.ALL_TODAY, 60), 1e-9);
    assertTrue(clue(Clue.RIDE_TODAY, 300) < 1 / 4.0);
  }

  @Test
  void aSignIsUnusualAgainstTheLastDaysAtThisHourAndTheCrowdIsTheOthers() {
    double[] day = new double[ParkTime.QUARTERS];
    Arrays.fill(day, Math.log(30));
    for (int i = 0; i < 100; i++) {
      park.ride("a").usual.add(day);
      park.ride("b").usual.add(day);
    }
    park.posted("b", 60, 117);

    assertEquals(Math.log(2), clue(Clue.UNUSUAL, 60), 0.05);
    assertEquals(Math.log(4) / 3, clue(Clue.CROWD, 60), 0.05);
    assertEquals(0, clue(Clue.CROWD, 91), 1e-9, "b has not been read for 31 minutes");
  }

  @Test
  void theDaysShapeIsKnown() {
    double[] day = new double[ParkTime.QUARTERS];
    Arrays.setAll(day, quarter -> quarter < 42 ? 3 : 4);
    park.ride("a").usualSlowly.add(day);

    // 10:15, with a step at 10:30.
    assertTrue(clue(Clue.USUAL_RISE, 75) > 0.4);
    assertEquals(0.25, clue(Clue.FROM_NOON, 60), 1e-9);
  }

  @Test
  void theFirstLessonsErrorsAreKnownByLikenessHourAndDay() {
    RideMemory ride = park.ride("a");
    long yesterday = Situations.minutes(60) - ParkTime.DAY;
    Moment then = new Moment(yesterday, 57, Math.log(60), 600, 0);
    ride.alike.add(then, 0.4, 0.5, 0.1);
    ride.hourErrors.add(yesterday, 0.5);
    park.park().hourErrors.add(yesterday, 0.5);
    ride.lately.add(yesterday, 0.5);

    assertEquals(0.4 / 3, clue(Clue.ALIKE, 60), 0.01);
    assertEquals(0.4 / 3, clue(Clue.ALIKE_LONG, 60), 0.01);
    assertEquals(0.5 / 3, clue(Clue.LIKE_ERRORS, 60), 0.01);
    assertEquals(0.5 / 3, clue(Clue.HOUR_ERRORS, 60), 0.01);
    assertEquals(0.5 / 6, clue(Clue.ALL_HOUR_ERRORS, 60), 0.01);
    assertEquals(0.5 * Math.exp(-1) / (Math.exp(-1) + 3), clue(Clue.LATELY, 60), 1e-9);
  }
}
