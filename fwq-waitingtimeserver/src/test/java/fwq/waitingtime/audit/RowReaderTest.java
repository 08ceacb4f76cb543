package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final Times TIMES = new Times(Optional.empty());
  private static final String AT = "2021-09-01T08:02:09";

  private final RowReader reader = new RowReader("at,ride,posted,actual", TIMES);

  @Test
  void aRowIsASignOrAGuest() throws Exception {
    long at = TIMES.seconds(AT);

    assertEquals(List.of(new Recorded.Sign(at, "soarin", 25)), reader.read(AT + ",soarin,25,"));
    assertEquals(List.of(new Recorded.Guest(at, "soarin", 12)), reader.read(AT + ",soarin,,12"));
  }

  @Test
  void aRowWithBothIsASignAndThenAGuest() throws Exception {
    long at = TIMES.seconds(AT);

    assertEquals(
        List.of(new Recorded.Sign(at, "soarin", 25), new Recorded.Guest(at, "soarin", 12.5)),
        reader.read(AT + ",soarin,25,12.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999", "closed", "Closed", "DOWN", "NaN", "null", "NA"})
  void aSignThatShowsNothingIsUnknownAndNotAWait(String posted) throws Exception {
    assertEquals(
        List.of(new Recorded.Sign(TIMES.seconds(AT), "soarin", Double.NaN)),
        reader.read(AT + ",soarin," + posted + ","));
  }

  @Test
  void quotesBlanksAndAForeignOrderOfColumnsAreRead() throws Exception {
    RowReader other = new RowReader("\uFEFF\"Ride\", AT ,note,\"posted\",actual", TIMES);

    assertEquals(
        List.of(new Recorded.Sign(TIMES.seconds(AT), "it's \"small\", so", 25)),
        other.read("\"it's \"\"small\"\", so\" , \"" + AT + "\",\"a, b\", 25 ,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday,soarin,25,|no time such as 2021-09-01T08:02:09",
        "2021-02-30T08:00:00,soarin,25,|a time that does not exist",
        "2021-09-01T08:02:09,,25,|no ride's key such as soarin",
        "2021-09-01T08:02:09,soarin,,|neither a posted nor an actual wait",
        "2021-09-01T08:02:09,soarin,25|fewer fields than the first line has",
        "2021-09-01T08:02:09,soarin,long,|no number of minutes as the posted wait",
        "2021-09-01T08:02:09,soarin,-5,|no posted wait of 0 to 1,440 minutes",
        "2021-09-01T08:02:09,soarin,,401|no actual wait of 0 to 400 minutes",
        "2021-09-01T08:02:09,soarin,,NaN|no actual wait of 0 to 400 minutes",
        "2021-09-01T08:02:09,\"soarin,25,|a quote that is not closed",
        "2021-09-01T08:02:09,\"soarin\"x,25,|something behind a closing quote"
      })
  void badRowsAreCountedByReason(String line, String reason) {
    assertEquals(List.of(), reader.read(line));
    assertEquals(List.of(), reader.read(line));

    assertEquals(Map.of(reason, 2), reader.bad());
  }

  @Test
  void anEmptyLineIsNoRow() {
    assertEquals(List.of(), reader.read("  "));
    assertEquals(Map.of(), reader.bad());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at;ride;posted;actual|';'",
        "at\tride\tposted\tactual|tabs",
        "time,ride,posted,actual|found 'time,ride",
        "''|found ''"
      })
  void anotherHeaderIsRefusedWithWhatWasFound(String header, String found) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new RowReader(header, TIMES));

    assertTrue(refusal.getMessage().contains("at,ride,posted,actual"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(found), refusal.getMessage());
  }
}
