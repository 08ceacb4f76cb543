package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole afternoons of a park's guild by lot: honest carts, forgers, replays, reports, outages,
 * kills. {@code -Dfwq.seed=N} repeats one, {@code -Dfwq.runs=N} tries more.
 */
final class GuildSimulationTest {
  private static final int RUNS = Integer.getInteger("fwq.runs", 60);
  private static final int FAULTY_RUNS = 300;
  private static final int STEPS = 400;

  @Test
  void guildHoldsWhateverCartsForgersBrokerAndKillsDo() {
    Long wanted = Long.getLong("fwq.seed");
    if (wanted != null) {
      afternoon(wanted, SimulatedReader.Fault.NONE);
      return;
    }
    long first = System.nanoTime();
    System.out.println("first seed " + first);
    for (long seed = first; seed < first + RUNS; seed++) {
      afternoon(seed, SimulatedReader.Fault.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void simulationFindsAFault(SimulatedReader.Fault fault) {
    assertThrows(
        AssertionError.class,
        () -> {
          for (long seed = 0; seed < FAULTY_RUNS; seed++) {
            afternoon(seed, fault);
          }
        });
  }

  private static void afternoon(long seed, SimulatedReader.Fault fault) {
    int step = 0;
    try {
      SplittableRandom random = new SplittableRandom(seed);
      SimulatedLog log = new SimulatedLog(random.split());
      SimulatedReader guild = new SimulatedReader(log, random.split(), fault);
      for (; step < STEPS; step++) {
        log.step(guild.members(), guild.waitingMarks());
        guild.step();
      }
      log.tick();
      guild.readAll();
      SimulatedReader replay = new SimulatedReader(log, random.split(), SimulatedReader.Fault.NONE);
      replay.readAll();
      assertEquals(replay.stored(), guild.stored(), "a replay into an empty folder");
      guild.checkAgainst(log);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dfwq.seed=" + seed + " step " + step + ": " + e.getMessage(), e);
    }
  }
}
