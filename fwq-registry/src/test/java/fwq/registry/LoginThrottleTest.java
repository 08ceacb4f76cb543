package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
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
  private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("198.51.100.9");

  @TempDir private Path folder;
  private Accounts accounts;
  private LoginThrottle throttle;

  @BeforeEach
  void open() throws Exception {
    accounts = Accounts.open(folder.resolve("visitors.db"), OpenRegistry.AUDIT_KEY);
    throttle = accounts.throttle(3);
  }

  @AfterEach
  void close() throws Exception {
    accounts.close();
  }

  @Test
  void fourMistakesAreFree() throws Exception {
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", HOME, 0));
  }

  @Test
  void delayDoublesFromASecondToAMinute() throws Exception {
    fail("ana", 4);
    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60)) {
      throttle.failed("ana", HOME, 0);
      assertEquals(seconds * 1_000, throttle.delayMillis("ana", HOME, 0));
    }
    fail("ana", 100);
    assertEquals(60_000, throttle.delayMillis("ana", HOME, 0));
  }

  @Test
  void delayPasses() throws Exception {
    fail("ana", 5);
    assertEquals(1, throttle.delayMillis("ana", HOME, 999));
    assertEquals(0, throttle.delayMillis("ana", HOME, 1_000));
  }

  @Test
  void rightPasswordClearsIt() throws Exception {
    fail("ana", 8);
    throttle.succeeded("ANA", HOME, 0);
    assertEquals(0, throttle.delayMillis("ana", HOME, 0));
    fail("ana", 4);
    assertEquals(0, throttle.delayMillis("ana", HOME, 0));
  }

  @Test
  void caseOfTheUsernameMakesNoDifference() throws Exception {
    fail("Ivan", 3);
    fail("iVAN", 2);
    assertEquals(1_000, throttle.delayMillis("IVAN", HOME, 0));
  }

  @Test
  void otherUsernamesAreNotSlowedDown() throws Exception {
    fail("ana", 9);
    assertEquals(0, throttle.delayMillis("bob", HOME, 0));
  }

  @Test
  void mistakesAreForgottenAfterAWhile() throws Exception {
    fail("ana", 9);
    long later = LoginThrottle.MEMORY_MILLIS + 1;
    throttle.failed("ana", HOME, later);
    assertEquals(0, throttle.delayMillis("ana", HOME, later));
  }

  @Test
  void clockSetBackDoesNotLengthenTheDelay() throws Exception {
    for (int i = 0; i < 5; i++) {
      throttle.failed("ana", HOME, 500_000);
    }
    assertEquals(1_000, throttle.delayMillis("ana", HOME, 0));
  }

  @Test
  void remembersOnlySoManyAndForgetsTheOneUntriedLongest() throws Exception {
    long now = 0;
    for (String alias : List.of("a", "b", "c", "a", "d")) {
      for (int i = 0; i < 5; i++) {
        throttle.failed(alias, HOME, now);
      }
      now++;
    }
    assertEquals(0, throttle.delayMillis("b", HOME, now));
    for (String alias : List.of("c", "a", "d")) {
      assertTrue(throttle.delayMillis(alias, HOME, now) > 0, alias);
    }
  }

  @Test
  void clockThatWasFarAheadKeepsNobodyOut() throws Exception {
    for (int i = 0; i < 9; i++) {
      throttle.failed("ana", HOME, Long.MAX_VALUE / 2);
    }
    assertEquals(0, throttle.delayMillis("ana", HOME, 0));
    fail("bob", 1);
    assertEquals(1, rows());
  }

  @Test
  void restartForgetsNothingThatCountsStill() throws Exception {
    fail("ana", 7);
    close();
    open();
    assertEquals(4_000, throttle.delayMillis("Ana", HOME, 0));
    throttle.succeeded("ana", HOME, 0);
    close();
    open();
    assertEquals(0, throttle.delayMillis("ana", HOME, 0));
    assertEquals(0, rows());
  }

  @Test
  void whatIsOldIsCleanedUp() throws Exception {
    fail("ana", 1);
    throttle.failed("bob", HOME, LoginThrottle.MEMORY_MILLIS + 1);
    assertEquals(1, rows());
  }

  @Test
  void whatCannotBeAUsernameIsNotRemembered() throws Exception {
    String huge = "x".repeat(60_000);
    fail(huge, 9);
    assertEquals(0, throttle.delayMillis(huge, HOME, 0));
  }

  private void fail(String alias, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      throttle.failed(alias, HOME, 0);
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

  @Test
  void guesserElsewhereLocksNobodyOutOfWhereTheyHaveLoggedInBefore() throws Exception {
    throttle.succeeded("ana", HOME, 1);
    for (int guess = 0; guess < 100; guess++) {
      throttle.failed("ana", ELSEWHERE, 1);
    }
    assertEquals(60_000, throttle.delayMillis("ana", ELSEWHERE, 1));
    assertEquals(0, throttle.delayMillis("ANA", HOME, 1));
    throttle.succeeded("ana", HOME, 1);
    assertEquals(60_000, throttle.delayMillis("ana", ELSEWHERE, 1), "her logins help no guesser");
  }

  @Test
  void guesserAtHomeIsSlowedDownToo() throws Exception {
    throttle.succeeded("ana", HOME, 1);
    for (int guess = 0; guess < 5; guess++) {
      throttle.failed("ana", HOME, 1);
    }
    assertEquals(1_000, throttle.delayMillis("ana", HOME, 1));
    assertEquals(0, throttle.delayMillis("ana", ELSEWHERE, 1));
  }

  @Test
  void onlySoManyHouseholdsOfAGuestAreKnown() throws Exception {
    for (int i = 0; i <= KnownHouseholds.EACH_MAX; i++) {
      throttle.succeeded("ana", InetAddress.ofLiteral("192.0.2." + i), 1 + i);
    }
    for (int guess = 0; guess < 5; guess++) {
      throttle.failed("ana", ELSEWHERE, 20);
    }
    assertTrue(throttle.delayMillis("ana", InetAddress.ofLiteral("192.0.2.0"), 20) > 0);
    assertEquals(0, throttle.delayMillis("ana", InetAddress.ofLiteral("192.0.2.1"), 20));
  }
}
