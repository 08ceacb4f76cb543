package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guessing takes longer and longer; a guest who mistypes hardly notices. */
final class LoginThrottleTest {
  private final LoginThrottle throttle = new LoginThrottle(3);

  @Test
  void fourMistakesAreFree() {
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", 0));
  }

  @Test
  void delayDoublesFromASecondToAMinute() {
    fail("ana", 4);
    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60)) {
      throttle.failed("ana", 0);
      assertEquals(seconds * 1_000, throttle.delayMillis("ana", 0));
    }
    fail("ana", 10_000);
    assertEquals(60_000, throttle.delayMillis("ana", 0));
  }

  @Test
  void delayPasses() {
    fail("ana", 5);
    assertEquals(1, throttle.delayMillis("ana", 999));
    assertEquals(0, throttle.delayMillis("ana", 1_000));
  }

  @Test
  void rightPasswordClearsIt() {
    fail("ana", 8);
    throttle.succeeded("ANA");
    assertEquals(0, throttle.delayMillis("ana", 0));
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", 0));
  }

  @Test
  void caseOfTheUsernameMakesNoDifference() {
    fail("Ivan", 3);
    fail("iVAN", 2);
    assertEquals(1_000, throttle.delayMillis("IVAN", 0));
  }

  @Test
  void otherUsernamesAreNotSlowedDown() {
    fail("ana", 9);
    assertEquals(0, throttle.delayMillis("bob", 0));
  }

  @Test
  void mistakesAreForgottenAfterAWhile() {
    fail("ana", 9);
    long later = LoginThrottle.MEMORY_MILLIS + 1;
    throttle.failed("ana", later);
    assertEquals(0, throttle.delayMillis("ana", later));
  }

  @Test
  void clockSetBackDoesNotLengthenTheDelay() {
    for (int i = 0; i < 5; i++) {
      throttle.failed("ana", 1_000_000);
    }
    assertEquals(1_000, throttle.delayMillis("ana", 0));
  }

  @Test
  void remembersOnlySoManyAndForgetsTheOneUntriedLongest() {
    for (String alias : List.of("a", "b", "c", "a", "d")) {
      fail(alias, 5);
    }
    assertEquals(0, throttle.delayMillis("b", 0));
    for (String alias : List.of("c", "a", "d")) {
      assertEquals(alias.equals("a") ? 32_000 : 1_000, throttle.delayMillis(alias, 0));
    }
  }

  @Test
  void whatCannotBeAUsernameIsNotRemembered() {
    String huge = "x".repeat(60_000);
    fail(huge, 9);
    assertEquals(0, throttle.delayMillis(huge, 0));
  }

  private void fail(String alias, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(alias, 0);
    }
  }
}
