package fwq.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DeathTest {
  private static final String NO_HEAP =
      "Terminating due to java.lang.OutOfMemoryError: Java heap space";

  @Test
  void lastWordsAreNotThePlacesInTheCode() {
    Death death =
        Death.of(
            1,
            List.of(
                "10:00:00.000 ERROR this is a fault of the program itself",
                "java.lang.IllegalStateException: no such park",
                "\tat fwq.engine.Engine.cycle(Engine.java:170)",
                "\t... 3 more",
                ""));
    assertEquals("java.lang.IllegalStateException: no such park", death.words());
    assertEquals("exit code 1", death.how());
  }

  @Test
  void whatIsWrongWithTheArgumentsIsSaidAndNotHowTheyShouldBe() {
    List<String> log =
        List.of("there is no boss", "", "Usage: fwq registry <port>", "Keeps accounts.", "  -h");
    assertEquals("there is no boss", Death.of(2, log).words());
  }

  @Test
  void sameAgainIsFoundWhateverTimesAndCountsAreSaid() {
    Death one = Death.of(1, List.of("10:00:00.000 ERROR record 17 of park 0 is broken"));
    Death other = Death.of(1, List.of("10:00:05.123 ERROR record 18 of park 0 is broken"));
    assertTrue(other.isOfTheSameAs(one));
    assertFalse(Death.of(3, List.of(NO_HEAP)).isOfTheSameAs(one));
    assertTrue(Death.of(3, List.of(NO_HEAP)).isOfTheSameAs(Death.of(3, List.of(NO_HEAP))));
  }

  @Test
  void whoeverIsKilledTwiceDidNotEndOfItself() {
    Death killed = Death.of(137, List.of("10:00:00.000 INFO park 0 is ours"));
    assertFalse(killed.isOfTheSameAs(killed));
    assertEquals("signal 9", killed.how());
  }

  @Test
  void endOfTheMemoryIsSaid() {
    assertEquals("no memory left, exit code 3", Death.of(3, List.of()).how());
  }
}
