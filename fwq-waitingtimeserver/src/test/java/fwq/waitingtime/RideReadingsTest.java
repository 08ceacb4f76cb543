package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RideReadingsTest {
  /** Takes 240 people in two hours. */
  private static final Ride RIDE = new Ride(2, "rapids", "Rapids", Position.ofCell(158), 10, 20);

  private static final int JUMP_PEOPLE_MAX = 240;

  private RideReadings readings = RideReadings.of(RIDE, Optional.empty());
  private long offset;

  @Test
  void readingThatNoLineCouldMakeIsNotShownAndTheNextOneAsBeforeIs() {
    hear(0, 40);
    hear(1_000, 100_000);
    assertEquals(40, shown(2_000));
    hear(3_000, 41);
    assertEquals(41, shown(3_000));
    assertEquals(Optional.empty(), readings.keptBack());
  }

  @Test
  void jumpIsShownOnceTheNextReadingConfirmsIt() {
    hear(0, 40);
    hear(1_000, 900);
    assertEquals(40, shown(1_000));
    hear(2_000, 890);
    assertEquals(890, shown(2_000));
    hear(3_000, 0);
    assertEquals(890, shown(3_000), "nor does a line vanish at once");
  }

  @Test
  void firstReadingOfALineThatIsVeryLongIsConfirmedByTheNext() {
    hear(0, 900);
    assertEquals(OptionalInt.empty(), shownAt(0));
    hear(1_000, 905);
    assertEquals(905, shown(1_000));
  }

  @Test
  void readingsAreNotKeptBackForMoreThanTenSecondsWhateverTheySay() {
    hear(0, 40);
    for (int now = 1_000; now <= 10_000; now += 1_000) {
      hear(now, now);
      assertEquals(40, shown(now), "after " + now + " ms");
    }
    assertEquals(10_000, shown(11_000), "without another word");
    hear(11_500, 30_000);
    assertEquals(30_000, shown(11_500));
  }

  @Test
  void whatWasStoredSaysNothingOfTheLineToday() {
    readings = RideReadings.of(RIDE, Optional.of(reading(OptionalLong.empty(), 100_000, 0)));
    hear(0, 99_990);
    assertEquals(OptionalLong.empty(), readings.at(0).orElseThrow().madeAt());
    hear(1_000, 12);
    assertEquals(12, shown(1_000));
  }

  @Test
  void newestByTheBrokersTimeIsShownWhateverTheOrderOfThePartitions() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    Random chance = new Random(seed);
    for (int round = 0; round < 200; round++) {
      // Each partition in its order, one after the other, as a consumer gives them after a pause.
      List<Integer> partitions = new ArrayList<>(List.of(0, 1, 2, 3));
      Collections.shuffle(partitions, chance);
      int[] partitionOf = IntStream.range(0, 12).map(_ -> chance.nextInt(4)).toArray();
      readings = RideReadings.of(RIDE, Optional.empty());
      for (int partition : partitions) {
        for (int second = 0; second < partitionOf.length; second++) {
          if (partitionOf[second] == partition) {
            readings = readings.hear(appended(partition, second));
          }
        }
      }
      assertEquals(11, shown(0), "-Dfwq.seed=" + seed + " round " + round);
    }
  }

  @Test
  void clocksOfTwoBrokersThatDifferDoNotSilenceARide() {
    readings = readings.hear(appended(0, 100));
    readings = readings.hear(live(1, 0, 11_000, 3, 7));
    assertEquals(7, shown(11_000), "the other was too old to be shown");
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void whatIsShownIsLikeWhatWasShownOrConfirmedOrTenSecondsLate() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      readings = RideReadings.of(RIDE, Optional.empty());
      int line = chance.nextInt(200);
      int before = 0;
      int heardBefore = -1;
      long likeAt = 0;
      long now = 0;
      for (int turn = 0; turn < 60; turn++) {
        now += chance.nextInt(1_000, 3_001);
        line = Math.clamp(line + chance.nextInt(-30, 31), 0, 400);
        int people = chance.nextInt(4) == 0 ? chance.nextInt(100_001) : line;
        hear(now, people);
        String where = "-Dfwq.seed=" + seed + " round " + round + " turn " + turn;
        OptionalInt shown = shownAt(now);
        boolean isLike = Math.abs(people - before) <= JUMP_PEOPLE_MAX;
        boolean isConfirmed = heardBefore >= 0 && Math.abs(people - heardBefore) <= JUMP_PEOPLE_MAX;
        if (isLike || isConfirmed) {
          assertEquals(OptionalInt.of(people), shown, where);
        }
        if (shown.isPresent() && shown.getAsInt() == people) {
          assertTrue(isLike || isConfirmed || now - likeAt >= 10_000, where);
          likeAt = now;
          heardBefore = -1;
        } else {
          likeAt = heardBefore < 0 ? now : likeAt;
          heardBefore = people;
        }
        before = shown.orElse(0);
      }
    }
  }

  private void hear(long now, int people) {
    readings = readings.hear(reading(OptionalLong.of(now), people, offset++));
  }

  private int shown(long now) {
    return shownAt(now).orElseThrow();
  }

  private OptionalInt shownAt(long now) {
    return readings.at(now).stream().mapToInt(it -> it.reading().people()).findFirst();
  }

  private static HeardReading reading(OptionalLong madeAt, int people, long offset) {
    return new HeardReading(
        new LastReading(people, 0),
        madeAt,
        new HeardReading.Place(0, offset, OptionalLong.empty()));
  }

  /** As many people as the second in which the broker had it. */
  private static HeardReading appended(int partition, int second) {
    return live(partition, second, 0, second * 1_000L, second);
  }

  private static HeardReading live(
      int partition, long offset, long madeAt, long appendedAt, int people) {
    return new HeardReading(
        new LastReading(people, 0),
        OptionalLong.of(madeAt),
        new HeardReading.Place(partition, offset, OptionalLong.of(appendedAt)));
  }
}
