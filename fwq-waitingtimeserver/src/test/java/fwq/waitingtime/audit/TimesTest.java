package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static final Times TIMES = new Times(Optional.empty());

  private static long second(String time) {
    return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-09-01T08:02:09",
        "2021-09-01 08:02:09",
        "2021-9-1 8:02:09",
        "2021/09/01 08:02:09",
        "2021-09-01t08:02:09.25",
        "2021-09-01T08:02:09,123456789",
        "2021-09-01T08:02:09Z",
        "2021-09-01T08:02:09z",
        "2021-09-01T08:02:09-04:00",
        "2021-09-01 08:02:09 +0530",
        "2021-09-01T08:02:09+02"
      })
  void aTimeIsReadInAnyCommonFormAsTheParksOwn(String text) throws Exception {
    assertEquals(second("2021-09-01T08:02:09"), TIMES.seconds(text));
  }

  @Test
  void secondsMayBeLeftOut() throws Exception {
    assertEquals(second("2021-09-01T08:02:00"), TIMES.seconds("2021-09-01T08:02"));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-09-01T12:02:09Z, 2021-09-01T08:02:09",
    "2021-12-01T12:02:09Z, 2021-12-01T07:02:09",
    "2021-09-01T14:02:09+02:00, 2021-09-01T08:02:09",
    "2021-09-01T08:02:09, 2021-09-01T08:02:09"
  })
  void anOffsetCountsWhereTheParksZoneIsKnown(String text, String local) throws Exception {
    Times times = new Times(Optional.of(ZoneId.of("America/New_York")));

    assertEquals(second(local), times.seconds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2021-09-01", "08:02:09", "2021-09-01T08:02:09+5", "1630483329"})
  void whatIsNoTimeIsRefused(String text) {
    assertThrows(BadRowException.class, () -> TIMES.seconds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-29T08:00:00",
        "2021-13-01T08:00:00",
        "2021-09-01T24:00:00",
        "2021-09-01T08:60:00"
      })
  void aTimeThatDoesNotExistIsRefused(String text) {
    BadRowException refusal = assertThrows(BadRowException.class, () -> TIMES.seconds(text));

    assertEquals("a time that does not exist", refusal.getMessage());
  }
}
