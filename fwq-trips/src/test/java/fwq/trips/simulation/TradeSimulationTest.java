package fwq.trips.simulation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.sqlite.DatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hours of two agencies and three sellers, each from one seed. {@code -Dfwq.seed=N} repeats one of
 * them, {@code -Dfwq.runs=N} has as many.
 */
final class TradeSimulationTest {
  private static final int RUNS = Integer.getInteger("fwq.runs", 25);

  @Test
  void allLegsOrNoneWhateverNetworkClocksAndCrashesDo() {
    Long wanted = Long.getLong("fwq.seed");
    long first = wanted == null ? System.nanoTime() : wanted;
    long booked = 0;
    for (long seed = first; seed < first + (wanted == null ? RUNS : 1); seed++) {
      booked += hours(seed, Fault.NONE);
    }
    assertTrue(wanted != null || booked > 0, "no trip was ever booked, so nothing was tried");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void simulationFindsAFault(Fault fault) {
    assertThrows(
        AssertionError.class,
        () -> {
          for (long seed = fault.seed(); seed < fault.seed() + 1_000; seed++) {
            hours(seed, fault);
          }
        });
  }

  private static long hours(long seed, Fault fault) {
    try (SimulatedTrade trade = new SimulatedTrade(seed, fault)) {
      trade.run();
      return trade.booked();
    } catch (DatabaseException | AssertionError e) {
      throw new AssertionError("with -Dfwq.seed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
