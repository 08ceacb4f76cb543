package fwq.trials.wholepark;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A whole park with all its accidents, each run from one seed. {@code -Dfwq.seed=N} repeats one and
 * prints the last of what happened.
 */
final class WholeParkSimulationTest {
  private static final int RUNS = Integer.getInteger("fwq.runs", 1_000);

  @Test
  void parkAndGuestsAgreeWhateverEnginesBrokerNetworkClocksAndAttackersDo() {
    Long wanted = Long.getLong("fwq.seed");
    if (wanted != null) {
      System.out.println(run(wanted, Fault.NONE, true));
      return;
    }
    long first = System.nanoTime();
    for (long seed = first; seed < first + RUNS; seed++) {
      run(seed, Fault.NONE, false);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void simulationFindsAFault(Fault fault) {
    AssertionError found =
        assertThrows(
            AssertionError.class,
            () -> {
              for (long seed = 0; seed < RUNS; seed++) {
                run(seed, fault, false);
              }
            });
    // A rule of the park's was broken, and not the simulation itself.
    assertInstanceOf(AssertionError.class, found.getCause());
  }

  /** One run; gives the last of what happened. */
  private static String run(long seed, Fault fault, boolean traced) {
    Timeline timeline = new Timeline(traced);
    try {
      new WholePark(seed, fault, timeline).run();
      return timeline.trace();
    } catch (AssertionError | RuntimeException e) {
      String where = "-Dfwq.seed=" + seed + " step " + timeline.step() + ": " + e.getMessage();
      throw new AssertionError(traced ? where + "\n" + timeline.trace() : where, e);
    }
  }
}
