package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.recorded.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private static final long FROM = HandClock.START;
  private static final RecordedDay DAY =
      RecordedDay.parse(
          List.of(
              RowReader.HEADER,
              "2018-12-27T08:00:00,soarin,15,",
              "2018-12-27T08:10:00,pirates,20,",
              "2018-12-27T08:15:00,pirates,20,",
              "2018-12-27T08:20:00,pirates,0,",
              "2018-12-27T09:00:00,soarin,60,"));

  @Test
  void nothingIsSaidBeforeTheRidesFirstPostedWait() {
    Replay replay = replay("pirates", 1);

    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM));
    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM + 599_999));
    assertEquals(OptionalInt.of(50), replay.peopleAt(FROM + 600_000));
  }

  @Test
  void peopleAreThePostedWaitTimesCapacityByCycle() {
    assertEquals(OptionalInt.of(38), replay("soarin", 1).peopleAt(FROM), "15 · 20 / 8, rounded");
  }

  @Test
  void dayRunsAsManyTimesAsFastAsAsked() {
    assertEquals(OptionalInt.of(50), replay("pirates", 600).peopleAt(FROM + 1_000));
    assertEquals(OptionalInt.empty(), replay("pirates", 600).peopleAt(FROM + 999));
  }

  @Test
  void changeOfThePostedWaitDoesNotWaitForATurn() {
    Replay replay = replay("pirates", 1);

    assertEquals(FROM + 600_000, replay.nextChange(FROM));
    assertEquals(FROM + 1_200_000, replay.nextChange(FROM + 600_000), "past the same wait again");
  }

  @Test
  void dayEndsWithTheFilesLastRowOfWhateverRide() {
    Replay replay = replay("pirates", 1);
    long end = FROM + 3_600_000;

    assertEquals(OptionalInt.of(0), replay.peopleAt(end));
    assertEquals(end + 1, replay.nextChange(end));
    assertEquals(OptionalInt.empty(), replay.peopleAt(end + 1));
    assertEquals(Long.MAX_VALUE, replay.nextChange(end + 1));
  }

  @Test
  void lastRowOfTheDayIsSaid() {
    assertEquals(OptionalInt.of(150), replay("soarin", 1).peopleAt(FROM + 3_600_000));
  }

  @Test
  void rideThatWasNotRecordedIsSilentForEver() {
    Replay replay = replay("carousel", 1);

    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM + 1_000));
    assertEquals(Long.MAX_VALUE, replay.nextChange(FROM + 1_000));
  }

  @Test
  void dayThatBeganBeforeIsJoinedInItsMidst() {
    Replay replay = new Replay(DAY, "pirates", 8, 20, FROM - 1_300_000, 1);

    assertEquals(OptionalInt.of(0), replay.peopleAt(FROM));
  }

  @Test
  void dayThatBeginsLaterIsAwaited() {
    Replay replay = new Replay(DAY, "soarin", 8, 20, FROM + 5_000, 1);

    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM));
    assertEquals(FROM + 5_000, replay.nextChange(FROM));
  }

  @Test
  void nothingIsSaidWhileTheRideIsClosedNorLongAfterItsLastRow() {
    RecordedDay day =
        RecordedDay.parse(
            List.of(
                RowReader.HEADER,
                "2018-12-27T08:00:00,x,16,",
                "2018-12-27T08:10:00,x,-999,",
                "2018-12-27T09:00:00,x,16,",
                "2018-12-27T14:00:00,y,5,"));
    Replay replay = new Replay(day, "x", 8, 20, FROM, 1);

    assertEquals(OptionalInt.of(40), replay.peopleAt(FROM));
    assertEquals(FROM + 600_000, replay.nextChange(FROM));
    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM + 600_000));
    assertEquals(FROM + 3_600_000, replay.nextChange(FROM + 600_000));
    assertEquals(OptionalInt.of(40), replay.peopleAt(FROM + 2 * 3_600_000));
    assertEquals(OptionalInt.empty(), replay.peopleAt(FROM + 2 * 3_600_000 + 1), "an hour old");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void followingTheChangesMissesNoneAtAnySpeed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double speed = random.nextDouble(0.1, 700);
    Replay replay = replay("pirates", speed);
    List<Integer> said = new ArrayList<>();

    long now = FROM;
    for (int step = 0; step < 100 && now != Long.MAX_VALUE; step++) {
      replay.peopleAt(now).ifPresent(said::add);
      long next = replay.nextChange(now);
      assertTrue(next > now, "time goes on, seed " + seed);
      now = next;
    }

    assertEquals(Long.MAX_VALUE, now, "the day ends, seed " + seed);
    assertEquals(List.of(50, 0), said.stream().distinct().toList(), "seed " + seed);
  }

  private static Replay replay(String key, double speed) {
    return new Replay(DAY, key, 8, 20, FROM, speed);
  }
}
