package fwq.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class MinuteTest {
  @Test
  void aMinuteIsReadInMillisecondsOrSeconds() {
    assertEquals(Duration.ofMillis(500), new Minute().convert("500ms"));
    assertEquals(Duration.ofSeconds(1), new Minute().convert("1s"));
    assertEquals(Duration.ofSeconds(2), new Minute().convert("2"));
  }

  @Test
  void anythingElseIsRefused() {
    for (String text : new String[] {"", "0", "49ms", "61", "-1", "1m", "1.5", "٣", "ms"}) {
      assertThrows(TypeConversionException.class, () -> new Minute().convert(text), text);
    }
  }
}
