package fwq.operator.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.DayHours;
import fwq.common.talk.operate.OperatorWord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderParserTest {
  private static OperatorWord parse(String typed) {
    return OrderParser.parse(List.of(typed.split(" ")), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "open,open",
    "close,close",
    "clear,clear",
    "capacity 500,capacity-500",
    "capacity default,capacity-default",
    "hours mon-fri 10:00-20:00,hours-mon-tue-wed-thu-fri-10:00-20:00",
    "hours sat-mon closed,hours-mon-sat-sun-closed",
    "hours Sun 18:00-02:00,hours-sun-18:00-02:00",
    "hours 2026-12-24 10:00-14:00,hours-2026-12-24-10:00-14:00",
    "hours 2026-12-24 usual,hours-2026-12-24-usual",
    "name Fun Park,name",
    "zone Europe/Madrid,zone-Europe/Madrid"
  })
  void whatIsTypedIsAWord(String typed, String summary) {
    assertEquals(summary, parse(typed).summary());
  }

  @Test
  void reasonGoesWithIt() {
    assertEquals(
        new OperatorWord.Gate(false, Optional.of("Storm")),
        OrderParser.parse(List.of("close"), Optional.of("Storm")));
  }

  @Test
  void dailyIsEveryDayAndAnExceptionHasItsDate() {
    assertEquals(7, ((OperatorWord.WeekHours) parse("hours daily 00:00-24:00")).days().size());
    assertEquals(
        new OperatorWord.DateHours(LocalDate.of(2026, 12, 25), Optional.of(DayHours.CLOSED)),
        parse("hours 2026-12-25 closed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shut",
        "close storm",
        "capacity",
        "capacity many",
        "capacity 0",
        "hours",
        "hours mon",
        "hours someday closed",
        "hours 2026-02-30 closed",
        "hours mon 25:00-26:00",
        "zone Mars/Base"
      })
  void anythingElseIsExplainedWithAnExample(String typed) {
    IllegalArgumentException why = assertThrows(IllegalArgumentException.class, () -> parse(typed));
    assertTrue(why.getMessage().length() > 20, why.getMessage());
  }
}
