package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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

  @Test
  void dayIsTheDateMostRowsHave() {
    assertEquals(LocalDate.of(2018, 12, 27), day(ROWS).date());
  }

  @Test
  void dayGoesFromItsFirstRowToItsLastOfWhateverRide() {
    assertEquals(Duration.ofMinutes(30).toMillis(), day(ROWS).lengthMillis());
    assertEquals(Map.of(0L, 15, minutes(30), 30), day(ROWS).posted("soarin"));
  }

  @Test
  void rowsOutOfOrderArePutInPlaceAndCounted() {
    assertEquals(
        List.of(minutes(5), minutes(10)), List.copyOf(day(ROWS).posted("pirates").keySet()));
    assertEquals(1, day(ROWS).skips().outOfOrder());
  }

  @Test
  void rowsOfOtherDaysAndRowsWithoutPostedWaitAreCounted() {
    assertEquals(new RecordedDay.Skips(2, 1, 0, 1), day(ROWS).skips());
  }

  @Test
  void postedWaitOfNothingIsAWait() {
    assertEquals(0, day(ROWS).posted("pirates").get(minutes(10)));
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
        "27.12.2018 07:00,soarin,15,",
        "2018-12-27T07:00:00,soarin,fifteen,",
        "2018-12-27T07:00:00,soarin,-999,",
        "2018-12-27T07:00:00,soarin,1.5,",
        "2018-12-27T07:00:00,soarin,99999999999,",
        "2018-12-27T07:00:00,,15,",
        ",,,"
      })
  void lineThatIsNoRowIsCountedAndSkipped(String line) {
    List<String> rows = new ArrayList<>(ROWS);
    rows.add(line);

    assertEquals(1, day(rows).skips().unreadable());
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

    assertTrue(sentence.contains(RecordedDay.HEADER), sentence);
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
      assertEquals(Map.of(0L, 15, minutes(30), 30), day(ROWS).posted("soarin"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static RecordedDay day(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(RecordedDay.HEADER));
    lines.addAll(rows);
    return RecordedDay.parse(lines);
  }

  private static long minutes(long minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}
