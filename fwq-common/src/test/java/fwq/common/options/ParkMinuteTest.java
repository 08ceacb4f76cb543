package fwq.common.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ParkMinuteTest {
  @ParameterizedTest
  @CsvSource({"1s,1000", "500ms,500", "2,2000", "60s,60000", "50ms,50"})
  void minuteIsGivenInSecondsOrMilliseconds(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), new ParkMinute().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "ms", "-1s", "0", "49ms", "61s", "1m", "99999999999999999s"})
  void minuteThatIsNoneIsExplained(String text) {
    String sentence =
        assertThrows(TypeConversionException.class, () -> new ParkMinute().convert(text))
            .getMessage();

    assertTrue(sentence.contains("such as 500ms, 1s or 2"), sentence);
  }
}
