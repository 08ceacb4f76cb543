package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.recorded.RowReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDayTest {
  private static final List<String> ROWS =
      List.of(
          "2018-12-26T18:29:42,soarin,,56",
          "2018-12-27T07:00:00,soarin,15,",
          "2018-12-27T07:10:00,pirates,0,",
          "2018-12-27T07:20:00,soarin,,12",
          "2018-12-27T07:30:00,soarin,30,",
          "2018-12-27T07:05:00,pirates,5,",
          "2018-12-28T00:00:13,soarin,5,");

  private static final long LATE = Duration.ofHours(17).plusSeconds(13).toMillis();

  @Test
  void dayIsTheDateMostRowsHave() {
    assertEquals(LocalDate.of(2018, 12, 27), day(ROWS).date());
  }

  @Test
  void dayGoesFromItsFirstRowToItsLastOfWhateverRide() {
    assertEquals(LATE, day(ROWS).lengthMillis(), "the night belongs to the day before");
    assertEquals(Map.of(0L, of(15), minutes(30), of(30), LATE, of(5)), day(ROWS).posted("soarin"));
  }

  @Test
  void rowsOutOfOrderArePutInPlaceAndCounted() {
    assertEquals(
        List.of(minutes(5), minutes(10)), List.copyOf(day(ROWS).posted("pirates").keySet()));
    assertEquals(1, day(ROWS).skips().outOfOrder());
  }

  @Test
  void rowsOfOtherDaysAndRowsWithoutPostedWaitAreCounted() {
    RecordedDay.Skips skips = day(ROWS).skips();
    assertEquals(1, skips.otherDays());
    assertEquals(1, skips.notPosted());
    assertEquals(
        "rows 1 of other days left out, 1 without a posted wait left out, 1 out of order put in"
            + " place",
        skips.toString());
  }

  @Test
  void postedWaitOfNothingIsAWait() {
    assertEquals(of(0), day(ROWS).posted("pirates").get(minutes(10)));
  }

  @Test
  void rideWithoutRowsHasNoPostedWaits() {
    assertTrue(day(ROWS).posted("carousel").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "2018-12-27T07:00:00",
        "2018-12-27T07:00:00,soarin,15",
        "2018-12-27T07:00:00,soarin,15,,",
        "2018-12-27,soarin,15,",
        "2018-13-27T07:00:00,soarin,15,",
        "9/10/2018 07:00,soarin,15,",
        "2018-12-27T07:00:00,\"soarin,15,",
        "2018-12-27T07:00:00,,15,",
        ",,,"
      })
  void lineThatIsNoRowIsCountedAndSkipped(String line) {
    List<String> rows = new ArrayList<>(ROWS);
    rows.add(line);

    assertEquals(
        1, day(rows).skips().unreadable().values().stream().mapToInt(it -> it).sum(), line);
    assertEquals(day(ROWS).posted(), day(rows).posted());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderOfTheRowsDoesNotMatter(long seed) {
    List<String> rows = new ArrayList<>(ROWS);
    Collections.shuffle(rows, new Random(seed));

    assertEquals(day(ROWS).posted(), day(rows).posted(), "seed " + seed);
  }

  @Test
  void fileWithoutHeaderIsRefusedInASentence() {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> RecordedDay.parse(ROWS)).getMessage();

    assertTrue(sentence.contains(RowReader.HEADER), sentence);
    assertThrows(IllegalArgumentException.class, () -> RecordedDay.parse(List.of()));
  }

  @Test
  void fileWithoutAnyRowIsRefusedInASentence() {
    assertThrows(IllegalArgumentException.class, () -> day(List.of()));
    assertThrows(IllegalArgumentException.class, () -> day(List.of("", "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"th-TH-u-ca-buddhist", "ar-EG-u-nu-arab", "de-DE"})
  void machinesLocaleDoesNotMatter(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertEquals(LocalDate.of(2018, 12, 27), day(ROWS).date());
      assertEquals(
          Map.of(0L, of(15), minutes(30), of(30), LATE, of(5)), day(ROWS).posted("soarin"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999", "-999.0", "closed", "Down", "NaN", "", "fifteen", "99999999999"})
  void wordOrNumberThatIsNoWaitMeansThatItIsNotKnownFromThenOn(String posted) {
    List<String> rows = new ArrayList<>(ROWS);
    rows.add("2018-12-27T07:10:00,soarin," + posted + ",");

    assertEquals(OptionalInt.empty(), day(rows).posted("soarin").get(minutes(10)));
    assertEquals(1, day(rows).skips().unknown());
  }

  @Test
  void nightOfTwentyFiveHoursHasBothItsHours() {
    RecordedDay day =
        day(
            List.of(
                "2019-10-27T01:30:00,x,10,",
                "2019-10-27T02:00:00,x,20,",
                "2019-10-27T02:30:00,x,30,",
                "2019-10-27T02:00:00,x,40,",
                "2019-10-27T02:30:00,x,50,",
                "2019-10-27T02:30:00,y,5,",
                "2019-10-27T03:00:00,x,60,"));

    assertEquals(
        List.of(of(10), of(20), of(30), of(40), of(50), of(60)),
        List.copyOf(day.posted("x").values()));
    assertEquals(
        List.of(0L, minutes(30), minutes(60), minutes(90), minutes(120), minutes(150)),
        List.copyOf(day.posted("x").keySet()));
    assertEquals(minutes(150), day.lengthMillis());
    assertEquals(2, day.skips().repeated());
  }

  @Test
  void nightOfTwentyThreeHoursLacksTheHourThatNeverCame() {
    RecordedDay day =
        day(
            List.of(
                "2019-03-31T01:40:00,x,10,",
                "2019-03-31T01:50:00,y,20,",
                "2019-03-31T03:00:00,x,30,",
                "2019-03-31T03:10:00,y,40,"));

    assertEquals(Map.of(0L, of(10), minutes(20), of(30)), day.posted("x"));
    assertEquals(minutes(30), day.lengthMillis());
  }

  @Test
  void silenceOfAnHourIsOneWhereRowsAreRareOrItIsNotNight() {
    assertEquals(
        minutes(180),
        day(List.of(
                "2019-03-31T00:30:00,x,10,",
                "2019-03-31T01:50:00,x,20,",
                "2019-03-31T03:00:00,x,30,",
                "2019-03-31T03:30:00,x,40,"))
            .lengthMillis());
    assertEquals(
        minutes(90),
        day(List.of(
                "2019-03-31T13:40:00,x,10,",
                "2019-03-31T13:50:00,x,20,",
                "2019-03-31T15:00:00,x,30,",
                "2019-03-31T15:10:00,x,40,"))
            .lengthMillis());
  }

  @Test
  void offsetsTellTheTwoHoursApartAndTheHourThatNeverWas() {
    assertEquals(
        minutes(60),
        day(List.of("2019-10-27T02:30:00+02:00,x,10,", "2019-10-27T02:30:00+01:00,x,20,"))
            .lengthMillis());
    assertEquals(
        minutes(30),
        day(List.of("2019-03-31 01:45 +0100,x,10,", "2019-03-31 03:15:00.0 +02,x,20,"))
            .lengthMillis());
  }

  @Test
  void rowsOfOneMomentAreCountedAndTheLaterCounts() {
    RecordedDay day = day(List.of("2019-10-27T12:00:00,x,10,", "2019-10-27T12:00:00,x,20,"));

    assertEquals(Map.of(0L, of(20)), day.posted("x"));
    assertEquals(1, day.skips().replaced());
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void eachRowOfWhateverIsRecordedIsUsedOrCountedWithWhy() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    String[] posted = {"5", "15.0", "-999", "closed", "", "soon", "\"7\"", "1441"};
    String[] actual = {"", "", "", "12.5", "soon"};
    for (int round = 0; round < 300; round++) {
      List<String> rows = new ArrayList<>(List.of("2019-10-27T12:00:00,a,5,"));
      for (int count = chance.nextInt(60); count > 0; count--) {
        rows.add(
            "2019-%d-%dT%02d:%02d%s,%s,%s,%s"
                .formatted(
                    chance.nextInt(9, 14),
                    chance.nextInt(26, 29),
                    chance.nextInt(25),
                    chance.nextInt(6) * 10,
                    chance.nextInt(4) == 0 ? "Z" : "",
                    chance.nextInt(8) == 0 ? "" : "ab".charAt(chance.nextInt(2)),
                    posted[chance.nextInt(posted.length)],
                    actual[chance.nextInt(actual.length)]));
      }
      RecordedDay day = day(rows);
      RecordedDay.Skips skips = day.skips();
      int used = day.posted().values().stream().mapToInt(Map::size).sum();
      int unreadable = skips.unreadable().values().stream().mapToInt(it -> it).sum();
      assertEquals(
          rows.size(),
          used + skips.replaced() + skips.notPosted() + skips.otherDays() + unreadable,
          () -> "-Dfwq.seed=" + seed + ": " + skips + " of " + rows);
      day.posted()
          .values()
          .forEach(
              its ->
                  assertTrue(
                      its.firstKey() >= 0 && its.lastKey() <= day.lengthMillis(),
                      () -> "-Dfwq.seed=" + seed));
    }
  }

  private static OptionalInt of(int minutes) {
    return OptionalInt.of(minutes);
  }

  private static RecordedDay day(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(RowReader.HEADER));
    lines.addAll(rows);
    return RecordedDay.parse(lines);
  }

  private static long minutes(long minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}
