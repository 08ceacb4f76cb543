package fwq.web.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.history.History.KeptDay;
import fwq.web.history.History.RideMinute;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final LocalDate DAY = LocalDate.ofEpochDay(20_000);
  private static final long BEGIN = 20_000L * 24 * 60;

  @TempDir private Path folder;
  private History history;

  @BeforeEach
  void open() throws Exception {
    history = History.open(folder.resolve("a b").resolve(History.FILE));
  }

  @AfterEach
  void close() throws Exception {
    history.close();
  }

  @Test
  void whatWasSeenIsReadBackAndUnknownIsNotZero() throws Exception {
    List<Minute> seen = List.of(minute(0, "OPERATING", 0), unknown(1), minute(3, "OPERATING", 15));
    for (Minute minute : seen) {
      save(minute);
    }
    assertEquals(seen, history.minutes(0, 7, BEGIN, BEGIN + 10));
    assertEquals(Optional.of(seen.get(1)), history.before(0, 7, BEGIN + 3));
    assertEquals(Optional.of(new History.Span(BEGIN, BEGIN + 3)), history.span(0, 7));
    assertEquals(Optional.empty(), history.span(0, 8));
  }

  @Test
  void minuteIsSavedOnce() throws Exception {
    save(minute(0, "OPERATING", 5));
    save(minute(0, "OPERATING", 50));
    assertEquals(List.of(minute(0, "OPERATING", 5)), history.minutes(0, 7, BEGIN, BEGIN + 10));
  }

  @Test
  void oldDayKeepsARowARideInPlaceOfItsMinutes() throws Exception {
    save(minute(0, "OPERATING", 5));
    save(minute(1_440, "OPERATING", 6));
    Day day = Day.of(DAY, history.minutes(0, 7, BEGIN, BEGIN + 1_440));
    assertEquals(List.of(new History.Key(0, 7)), history.rides(BEGIN + 1_440));
    history.reduce(BEGIN + 1_440, List.of(new KeptDay(new History.Key(0, 7), day)));
    assertEquals(List.of(minute(1_440, "OPERATING", 6)), history.minutes(0, 7, 0, Long.MAX_VALUE));
    assertEquals(List.of(day), history.days(0, 7, DAY, DAY));
    assertEquals(OptionalLong.of(BEGIN + 1_440), history.firstMinute());
    assertTrue(history.bytes() > 0);
  }

  @Test
  void dayIsSummedUp() {
    Day day =
        Day.of(
            DAY,
            List.of(
                minute(0, "CLOSED", -1),
                minute(1, "OPERATING", 10),
                minute(2, "OPERATING", 10),
                minute(3, "DOWN", -1),
                minute(4, "OPERATING", 40),
                minute(5, "CLOSED", -1)));
    assertEquals(
        new Day(
            DAY,
            OptionalLong.of(BEGIN + 1),
            OptionalLong.of(BEGIN + 5),
            3,
            1,
            4,
            Optional.of(new Day.Waits(10, 10, 20, 40, 40))),
        day);
  }

  private void save(Minute minute) throws Exception {
    history.save(0, minute.minute(), 5, 100, List.of(new RideMinute(7, minute)));
  }

  private static Minute minute(int number, String status, int wait) {
    return new Minute(
        BEGIN + number, status, wait < 0 ? OptionalInt.empty() : OptionalInt.of(wait));
  }

  private static Minute unknown(int number) {
    return minute(number, "OPERATING", -1);
  }
}
