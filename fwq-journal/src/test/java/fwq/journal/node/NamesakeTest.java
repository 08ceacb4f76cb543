package fwq.journal.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NamesakeTest {
  private static final Duration SESSION = Duration.ofSeconds(5);
  private static final long MAX = SESSION.plus(Namesake.GRACE).toMillis();

  private final Namesake namesake = new Namesake(SESSION);

  @Test
  void memberThatOutlivesItsSessionInAStableGroupIsAlive() {
    assertFalse(namesake.lives(List.of("a"), true, 0));
    assertFalse(namesake.lives(List.of("a"), true, MAX));
    assertTrue(namesake.lives(List.of("a"), true, MAX + 1));
  }

  @Test
  void timeInWhichPartitionsAreSharedOutSaysNothing() {
    for (long now = 0; now < 10 * MAX; now += 200) {
      assertFalse(namesake.lives(List.of("dead"), now / 200 % 2 == 0, now));
    }
    assertFalse(namesake.lives(List.of("dead"), true, 10 * MAX));
    assertFalse(namesake.lives(List.of(), true, 10 * MAX + 5_000));
  }

  @Test
  void deadOnesOfSeveralTriesAreNotTakenForOneThatLives() {
    List<Boolean> said = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      said.add(namesake.lives(List.of("try " + i), true, i * 5_000L));
    }
    assertEquals(Collections.nCopies(10, false), said);
  }

  @Test
  void ofTwoTheOneThatStaysIsSeen() {
    assertFalse(namesake.lives(List.of("alive", "dead"), true, 0));
    assertFalse(namesake.lives(List.of("alive"), true, 5_000));
    assertTrue(namesake.lives(List.of("alive"), true, MAX + 1));
  }
}
