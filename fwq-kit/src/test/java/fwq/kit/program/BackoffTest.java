package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Test
  void delayDoublesToTheLongestWithAQuarterOfChance() {
    for (long seed = 0; seed < 200; seed++) {
      Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(seed));
      for (long most : new long[] {100, 200, 400, 800, 1_000, 1_000, 1_000}) {
        long millis = backoff.next().toMillis();
        assertTrue(millis >= most * 3 / 4 && millis <= most, "seed " + seed + ": " + millis);
      }
    }
  }

  @Test
  void delayNeverGrowsPastTheLongestHoweverManyTries() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
    for (int i = 0; i < 10_000; i++) {
      assertTrue(backoff.next().compareTo(LONGEST) <= 0);
    }
  }

  @Test
  void successStartsFromTheFirstDelayAgain() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
    for (int i = 0; i < 5; i++) {
      backoff.next();
    }
    backoff.reset();
    assertTrue(backoff.next().compareTo(FIRST) <= 0);
  }

  @Test
  void addressIsWrittenAsPeopleWriteIt() {
    assertEquals("localhost:5050", new HostPort("localhost", 5050).toString());
    assertEquals("[::1]:5050", new HostPort("::1", 5050).toString());
  }
}
