package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing takes longer and longer; a guest who mistypes hardly notices. */
final class LoginThrottleTest {
  @TempDir private Path folder;
  private Accounts accounts;
  private LoginThrottle throttle;

  @BeforeEach
  void open() throws Exception {
    accounts = Accounts.open(folder.resolve("visitors.db"));
    throttle = accounts.throttle(3);
  }

  @AfterEach
  void close() throws Exception {
    accounts.close();
  }

  @Test
  void fourMistakesAreFree() throws Exception {
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", 0));
  }

  @Test
  void delayDoublesFromASecondToAMinute() throws Exception {
    fail("ana", 4);
    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60)) {
      throttle.failed("ana", 0);
      assertEquals(seconds * 1_000, throttle.delayMillis("ana", 0));
    }
    fail("ana", 100);
    assertEquals(60_000, throttle.delayMillis("ana", 0));
  }

  @Test
  void delayPasses() throws Exception {
    fail("ana", 5);
    assertEquals(1, throttle.delayMillis("ana", 999));
    assertEquals(0, throttle.delayMillis("ana", 1_000));
  }

  @Test
  void rightPasswordClearsIt() throws Exception {
    fail("ana", 8);
    throttle.succeeded("ANA");
    assertEquals(0, throttle.delayMillis("ana", 0));
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", 0));
  }

  @Test
  void caseOfTheUsernameMakesNoDifference() throws Exception {
    fail("Ivan", 3);
    fail("iVAN", 2);
    assertEquals(1_000, throttle.delayMillis("IVAN", 0));
  }

  @Test
  void otherUsernamesAreNotSlowedDown() throws Exception {
    fail("ana", 9);
    assertEquals(0, throttle.delayMillis("bob", 0));
  }

  @Test
  void mistakesAreForgottenAfterAWhile() throws Exception {
    fail("ana", 9);
    long later = LoginThrottle.MEMORY_MILLIS + 1;
    throttle.failed("ana", later);
    assertEquals(0, throttle.delayMillis("ana", later));
  }

  @Test
  void clockSetBackDoesNotLengthenTheDelay() throws Exception {
    for (int i = 0; i < 5; i++) {
      throttle.failed("ana", 500_000);
    }
    assertEquals(1_000, throttle.delayMillis("ana", 0));
  }

  @Test
  void remembersOnlySoManyAndForgetsTheOneUntriedLongest() throws Exception {
    long now = 0;
    for (String alias : List.of("a", "b", "c", "a", "d")) {
      for (int i = 0; i < 5; i++) {
        throttle.failed(alias, now);
      }
      now++;
    }
    assertEquals(0, throttle.delayMillis("b", now));
    for (String alias : List.of("c", "a", "d")) {
      assertTrue(throttle.delayMillis(alias, now) > 0, alias);
    }
  }

  @Test
  void clockThatWasFarAheadKeepsNobodyOut() throws Exception {
    for (int i = 0; i < 9; i++) {
      throttle.failed("ana", Long.MAX_VALUE / 2);
    }
    assertEquals(0, throttle.delayMillis("ana", 0));
    fail("bob", 1);
    assertEquals(1, rows());
  }

  @Test
  void restartForgetsNothingThatCountsStill() throws Exception {
    fail("ana", 7);
    close();
    open();
    assertEquals(4_000, throttle.delayMillis("Ana", 0));
    throttle.succeeded("ana");
    close();
    open();
    assertEquals(0, throttle.delayMillis("ana", 0));
    assertEquals(0, rows());
  }

  @Test
  void whatIsOldIsCleanedUp() throws Exception {
    fail("ana", 1);
    throttle.failed("bob", LoginThrottle.MEMORY_MILLIS + 1);
    assertEquals(1, rows());
  }

  @Test
  void whatCannotBeAUsernameIsNotRemembered() throws Exception {
    String huge = "x".repeat(60_000);
    fail(huge, 9);
    assertEquals(0, throttle.delayMillis(huge, 0));
  }

  private void fail(String alias, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      throttle.failed(alias, 0);
    }
  }

  private int rows() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("visitors.db"));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM failures")) {
      return result.getInt(1);
    }
  }
}
