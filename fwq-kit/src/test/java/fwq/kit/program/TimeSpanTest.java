package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TimeSpanTest {
  @Test
  void timesHaveTheirUnits() {
    assertEquals(Duration.ofMillis(1_500), new TimeSpan().convert("1500ms"));
    assertEquals(Duration.ofDays(400), new TimeSpan().convert("400d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0s", "-1s", "5 s", "1e9s", "99999999s"})
  void whatIsNoTimeIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new TimeSpan().convert(text));
  }
}
