package fwq.journal.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What is read from the command line, and what is told of what cannot be. */
final class OptionsTest {
  @Test
  void sizesHaveTheirUnits() {
    assertEquals(10L << 30, new ByteCount().convert("10GiB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "0GiB", "-1GiB", "10GB"})
  void whatIsNoSizeIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new ByteCount().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../a", "a b", "-a", "a\u001b"})
  void whatIsNoNameIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new NodeNameOption().convert(text));
  }
}
