package fwq.common.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class ParkOptionTest {
  /** A command that belongs to a park and serves several. */
  @Command(name = "sample")
  private static final class Sample {
    @Mixin private ParkOption park;
    @Mixin private ParksOption parks;
  }

  @Test
  void thereIsOneParkAndItIsTheFirstUnlessToldOtherwise() {
    Sample sample = parsed();
    assertEquals(0, sample.park.park());
    assertEquals(1, sample.parks.parks());
  }

  @Test
  void parksAreNumberedUpTo999() {
    Sample sample = parsed("--park", "999", "--parks", "1000");
    assertEquals(999, sample.park.park());
    assertEquals(1_000, sample.parks.parks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000", "one", "1.5", "", "99999999999"})
  void numberThatNoParkHasIsExplained(String text) {
    String sentence = refusal("--park=" + text);
    assertTrue(
        sentence.endsWith("a park's number is from 0 to 999, such as 0, got '" + text + "'"),
        sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1001", "two", "1.5", "", "99999999999"})
  void impossibleNumberOfParksIsExplained(String text) {
    String sentence = refusal("--parks=" + text);
    assertTrue(
        sentence.endsWith("there are 1 to 1000 parks, such as 2, got '" + text + "'"), sentence);
  }

  private static Sample parsed(String... args) {
    Sample sample = new Sample();
    new CommandLine(sample).parseArgs(args);
    return sample;
  }

  private static String refusal(String argument) {
    return assertThrows(ParameterException.class, () -> parsed(argument)).getMessage();
  }
}
