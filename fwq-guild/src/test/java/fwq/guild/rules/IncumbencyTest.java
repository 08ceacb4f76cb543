package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.guild.Tick;
import fwq.guild.rules.Incumbency.Answer;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class IncumbencyTest {
  private static final String OLD = "0".repeat(32);
  private static final String NEW = "1".repeat(32);

  private final Incumbency old = new Incumbency(OLD);
  private final Incumbency fresh = new Incumbency(NEW);

  private static Tick tick(String guild, long since) {
    return new Tick(guild, OptionalLong.of(since), Optional.empty());
  }

  private static Tick claim(String guild) {
    return new Tick(guild, OptionalLong.empty(), Optional.empty());
  }

  @Test
  void guildThatWasThereFirstAnswersANewOneWhichEnds() {
    old.see(claim(OLD), 5, 0);
    fresh.see(claim(OLD), 5, 0);
    assertEquals(Answer.NONE, fresh.see(claim(NEW), 9, 60_000));
    assertEquals(Answer.TICK, old.see(claim(NEW), 9, 60_000));
    Tick answer = old.tick(Optional.empty());
    assertEquals(Answer.NONE, old.see(answer, 10, 60_001));
    assertEquals(Answer.YIELD, fresh.see(answer, 10, 60_001));
  }

  @Test
  void guildsThatStartAtOnceAgreeWhoEnds() {
    for (Incumbency guild : new Incumbency[] {old, fresh}) {
      guild.see(claim(OLD), 5, 0);
      guild.see(claim(NEW), 6, 1);
    }
    assertEquals(Answer.YIELD, fresh.see(old.tick(Optional.empty()), 7, 2));
    assertEquals(Answer.NONE, old.see(fresh.tick(Optional.empty()), 8, 3));
  }

  @Test
  void guildThatStartsAgainIsNoRivalOfItself() {
    old.see(claim(OLD), 5, 0);
    fresh.see(old.tick(Optional.empty()), 8, 10);
    assertEquals(Answer.NONE, fresh.see(claim(NEW), 9, 20));
    assertEquals(tick(NEW, 9), fresh.tick(Optional.empty()));
  }

  @Test
  void nobodysWordEndsAGuildThatHasBeenThereForAWhile() {
    fresh.see(claim(NEW), 9, 0);
    assertEquals(Answer.NONE, fresh.see(tick(OLD, 1), 20, Incumbency.PROBATION_MILLIS + 1));
  }
}
