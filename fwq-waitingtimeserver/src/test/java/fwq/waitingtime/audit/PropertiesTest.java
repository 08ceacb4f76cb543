package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.waitingtime.truth.Estimate;
import fwq.waitingtime.truth.Estimator;
import fwq.waitingtime.truth.Forecast;
import fwq.waitingtime.truth.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds on any days, here on made-up ones. */
class PropertiesTest {
  private static final long SEED = Long.getLong("fwq.seed", System.nanoTime());
  private static final List<Recorded> ROWS = MadeUpDays.rows(12, 25, 7);
  static final List<Settings> STAGES = Settings.stages();

  private static List<Estimate> told(Settings settings, List<Recorded> rows) throws Exception {
    return told(settings, rows, Recorded.Guest::waited);
  }

  private static List<Estimate> told(
      Settings settings, List<Recorded> rows, ToDoubleFunction<Recorded.Guest> reported)
      throws Exception {
    List<Estimate> told = new ArrayList<>();
    new Playback(new Estimator(settings), reported)
        .play(rows, (_, estimate) -> told.add(estimate), Silent.PROGRESS);
    return told;
  }

  @ParameterizedTest
  @FieldSource("STAGES")
  void aRunCutAfterAnyRowGivesTheSameEstimatesBeforeIt(Settings settings) throws Exception {
    SplittableRandom chance = new SplittableRandom(SEED);
    List<Estimate> whole = told(settings, ROWS);

    for (int i = 0; i < 20; i++) {
      int cut = chance.nextInt(ROWS.size());
      List<Estimate> before = told(settings, ROWS.subList(0, cut));
      assertEquals(whole.subList(0, before.size()), before, "seed " + SEED + ", cut " + cut);
    }
  }

  @ParameterizedTest
  @FieldSource("STAGES")
  void howLongThoseWillStandWhoAreStillInLineChangesNothing(Settings settings) throws Exception {
    List<Recorded> rows = ROWS.subList(0, 700);
    long end = rows.getLast().at();
    ToDoubleFunction<Recorded.Guest> longer =
        guest -> guest.waited() + (guest.at() + guest.waited() * 60 > end ? 77 : 0);

    assertEquals(told(settings, rows), told(settings, rows, longer));
  }

  @ParameterizedTest
  @FieldSource("STAGES")
  void noEstimateIsBelowZeroOrOutsideItsBandOrWithoutAReadingOfTheLastHalfHour(Settings settings)
      throws Exception {
    List<Recorded> hostile = new ArrayList<>();
    SplittableRandom chance = new SplittableRandom(SEED);
    for (int i = 0; i < 5_000; i++) {
      long at = i * 240L + chance.nextInt(240);
      String ride = "ride" + chance.nextInt(3);
      switch (chance.nextInt(3)) {
        case 0 -> hostile.add(new Recorded.Sign(at, ride, chance.nextInt(0, 1_441)));
        case 1 -> hostile.add(new Recorded.Guest(at, ride, chance.nextInt(0, 401)));
        default -> hostile.add(new Recorded.Sign(at, ride, 0));
      }
    }
    for (Estimate estimate : told(settings, hostile)) {
      assertTrue(estimate.low() >= 0 && estimate.middle() >= 0, "seed " + SEED + estimate);
      assertTrue(estimate.low() <= estimate.high(), "seed " + SEED + estimate);
      assertTrue(Double.isFinite(estimate.high()), "seed " + SEED + estimate);
    }
  }

  @ParameterizedTest
  @FieldSource("STAGES")
  void stateThatIsSavedAndLoadedGoesOnAlike(Settings settings) throws Exception {
    SplittableRandom chance = new SplittableRandom(SEED);
    Estimator whole = new Estimator(settings);
    Estimator loaded = new Estimator(settings);
    List<Long> inLine = new ArrayList<>();
    for (Recorded row : ROWS) {
      if (chance.nextInt(200) == 0) {
        loaded = Estimator.load(settings, loaded.save());
      }
      while (inLine.size() > 6) {
        long guest = inLine.remove(chance.nextInt(inLine.size()));
        whole.boarded(guest, row.at());
        loaded.boarded(guest, row.at());
      }
      switch (row) {
        case Recorded.Sign sign -> {
          whole.posted(sign.ride(), sign.at(), sign.minutes());
          loaded.posted(sign.ride(), sign.at(), sign.minutes());
        }
        case Recorded.Guest guest -> {
          Estimator.Joined joined = whole.joined(guest.ride(), guest.at());
          assertEquals(joined, loaded.joined(guest.ride(), guest.at()), "seed " + SEED);
          inLine.add(joined.guest());
        }
      }
    }
    assertEquals(whole.save(), loaded.save(), "seed " + SEED);
  }

  @Test
  void aForecastThatIsSavedAndLoadedGoesOnAlike() {
    List<Forecast.Outcome> outcomes = new ArrayList<>();
    List<Forecast.Outcome> outcomesAfterLoading = new ArrayList<>();
    Forecast whole = new Forecast(outcomes::add);
    Forecast loaded = new Forecast(outcomesAfterLoading::add);
    int count = 0;
    for (Recorded row : ROWS) {
      if (++count % 500 == 0) {
        String saved = loaded.save();
        loaded = new Forecast(outcomesAfterLoading::add);
        loaded.load(saved);
      }
      if (row instanceof Recorded.Sign sign) {
        whole.posted(sign.ride(), sign.at(), sign.minutes());
        loaded.posted(sign.ride(), sign.at(), sign.minutes());
      }
    }
    assertTrue(outcomes.size() > 1_000, outcomes.size() + " outcomes");
    assertEquals(outcomes, outcomesAfterLoading);
  }

  @Test
  void tenPercentOfMadeUpReportsCostAtMostThreeTenthsOfAMinute() throws Exception {
    List<Recorded> days = MadeUpDays.rows(40, 40, 11);

    double honest = ours(days, 0);
    double lied = ours(days, 0.1);

    assertTrue(lied - honest <= 0.3, honest + " and with lies " + lied);
  }

  private static double ours(List<Recorded> days, double madeUp) throws Exception {
    WaitsAudit audit = new WaitsAudit(List.of(), days, madeUp, 3);
    return audit.scores(Settings.best(), Silent.PROGRESS).all().ours();
  }
}
