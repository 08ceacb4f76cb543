package fwq.common.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.recorded.RecordedRow.NotOfSign;
import fwq.common.recorded.RecordedRow.Unknown;
import fwq.common.recorded.RecordedRow.Wait;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final LocalDateTime AT = LocalDateTime.of(2019, 10, 27, 9, 5);
  private final RowReader reader = new RowReader("at,ride,posted,actual");

  @Test
  void rowSaysWhenWhereWhatTheSignShowedAndWhatAGuestWaited() {
    assertEquals(
        Optional.of(
            new RecordedRow(AT, Optional.empty(), "x", new Wait(40), OptionalDouble.of(12.5))),
        reader.read("2019-10-27T09:05:00,x,40,12.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-10-27T09:05",
        "2019-10-27 09:05",
        "2019-10-27 9:05:00",
        "2019/10/27 09:05:00.000",
        "2019-10-27t09:05:00,0",
        "2019-10-27T09:05:00.123456789Z",
        "2019-10-27 9:05 AM",
        "2019-10-27, 09:05:00 a.m.",
        "27.10.2019 09:05",
        "27/10/2019 9:05",
        "10/27/2019 9:05:00 am",
        "20191027T090500",
        "20191027T0905Z"
      })
  void timesAreReadInAnyCommonForm(String at) {
    assertEquals(
        AT, reader.read("\"" + at + "\",x,40,").orElseThrow().at().truncatedTo(ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-10-27 12:05 AM, 2019-10-27T00:05",
    "2019-10-27 12:05 PM, 2019-10-27T12:05",
    "2019-10-27 11:59 p.m., 2019-10-27T23:59",
    "10.10.2019 09:05, 2019-10-10T09:05",
    "10/10/2019 09:05, 2019-10-10T09:05",
    "5.10.2019 00:00, 2019-10-05T00:00"
  })
  void halvesOfTheDayAndYearsThatStandLastAreRead(String text, LocalDateTime at) {
    assertEquals(at, reader.read(text + ",x,40,").orElseThrow().at());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5/10/2019 09:05|a date that could be of two days (2021-09-01 can be of one only)",
        "13/13/2019 09:05|a time that does not exist",
        "2021-02-29T08:00:00|a time that does not exist",
        "2021-13-01T08:00:00|a time that does not exist",
        "2021-09-01T24:00:00|a time that does not exist",
        "2021-09-01T08:60:00|a time that does not exist",
        "2021-09-01 13:00 PM|a time that does not exist",
        "2021-09-01 0:30 AM|a time that does not exist",
        "2021-09-01T08:02:09+19:00|a time that does not exist",
        "yesterday|no time such as 2021-09-01T08:02:09",
        "2021-09-01|no time such as 2021-09-01T08:02:09",
        "08:02:09|no time such as 2021-09-01T08:02:09",
        "2021-09/01 08:02|no time such as 2021-09-01T08:02:09",
        "2021-09-01T08:02:09+5|no time such as 2021-09-01T08:02:09",
        "1630483329|no time such as 2021-09-01T08:02:09",
      })
  void whatIsNoTimeOrCouldBeTwoIsRefusedWithWhy(String text, String why) {
    assertEquals(Optional.empty(), reader.read(text + ",x,40,"));
    assertEquals(Map.of(why, 1), reader.unusable());
  }

  @ParameterizedTest
  @CsvSource({
    "Z, 0",
    "z, 0",
    "GMT, 0",
    "+02:00[Europe/Madrid], 2",
    "+02:00, 2",
    "+0200, 2",
    "-05, -5"
  })
  void offsetFromUtcIsRead(String text, int hours) {
    RecordedRow row = reader.read("2019-10-27T09:05:00" + text + ",x,40,").orElseThrow();
    assertEquals(Optional.of(ZoneOffset.ofHours(hours)), row.offset());
    assertEquals(AT, row.at());
  }

  @Test
  void signThatShowsNoWaitIsUnknownAndARowOfAGuestAloneIsNotAboutIt() {
    for (String posted : new String[] {"-999", "closed", "DOWN", "\"\"", "soon", "-1", "1441"}) {
      assertEquals(
          new Unknown(), reader.read("2019-10-27T09:05:00,x," + posted + ",").orElseThrow().sign());
    }
    assertEquals(
        Map.of(
            "no number of minutes as the posted wait", 1, "no posted wait of 0 to 1440 minutes", 2),
        reader.unknown());
    assertEquals(new NotOfSign(), reader.read("2019-10-27T09:05:00,x,,7").orElseThrow().sign());
  }

  @Test
  void whatIsNoRowIsCountedByItsReason() {
    for (String line :
        new String[] {
          "2019-10-27T09:05:00,x,1",
          "yesterday,x,1,",
          "2019-02-30T09:05:00,x,1,",
          "2019-10-27T09:05:00,,1,",
          "2019-10-27T09:05:00,x,1,soon",
          "9".repeat(10_001)
        }) {
      assertEquals(Optional.empty(), reader.read(line));
    }
    assertEquals(Optional.empty(), reader.read("  "), "which is none");
    assertEquals(6, reader.unusable().size(), reader.unusable().toString());
    assertTrue(reader.unusable().containsKey("no time such as 2021-09-01T08:02:09"));
  }

  @Test
  void columnsAreFoundByNameWhateverTheirOrder() {
    RowReader other = new RowReader("\uFEFFRIDE, weather ,Posted,actual,AT");
    assertEquals("x", other.read("x,\"dry, cold\",5,,2019-10-27T09:05:00").orElseThrow().ride());
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> new RowReader("at;ride;posted;actual"))
            .getMessage();
    assertTrue(sentence.contains("semicolons"), sentence);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverPeopleWriteIsARowOrCounted(long seed) {
    Random random = new Random(seed);
    String signs = "0123456789-:T ,\"'Zx\u00e9\t+.\\;";
    int rows = 0;
    for (int round = 0; round < 3_000; round++) {
      StringBuilder line = new StringBuilder("2019-10-27T09:05:00,x,4,");
      for (int change = random.nextInt(4); change > 0; change--) {
        line.setCharAt(random.nextInt(line.length()), signs.charAt(random.nextInt(signs.length())));
      }
      rows += reader.read(line.toString()).isPresent() ? 1 : 0;
    }
    int counted = reader.unusable().values().stream().mapToInt(it -> it).sum();
    assertEquals(3_000, rows + counted, "seed " + seed);
  }
}
