package fwq.waitingtime.audit;

import fwq.kit.program.Failure;
import fwq.waitingtime.truth.Estimator;
import fwq.waitingtime.truth.Forecast;
import fwq.waitingtime.truth.Settings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Holds what guests would have been told on recorded days against what they stood.
 *
 * @param history what is learnt from beforehand, and not scored
 * @param days what is scored
 * @param madeUp the share of guests whose report is made up
 */
record WaitsAudit(List<Recorded> history, List<Recorded> days, double madeUp, long seed) {
  /** The scores of an estimator that begins with nothing but the history. */
  Scores scores(Settings settings, Progress progress) throws Failure {
    Scores scores = new Scores();
    Playback playback =
        new Playback(new Estimator(settings), new MadeUp(madeUp, new SplittableRandom(seed)));
    playback.play(history, (_, _) -> {}, progress);
    playback.play(days, scores, progress);
    return scores;
  }

  /** The scores of the forecast of signs. */
  ForecastScores forecast(boolean isReference, Progress progress) throws Failure {
    ForecastScores scores = new ForecastScores();
    // Whoever counts is changed between the history and the days.
    boolean[] counts = {false};
    Consumer<Forecast.Outcome> count =
        outcome -> {
          if (counts[0]) {
            scores.add(outcome);
          }
        };
    Forecast forecast = isReference ? Forecast.reference(count) : new Forecast(count);
    play(forecast, history, progress);
    counts[0] = true;
    play(forecast, days, progress);
    return scores;
  }

  private static void play(Forecast forecast, List<Recorded> rows, Progress progress)
      throws Failure {
    int count = 0;
    for (Recorded row : rows) {
      if (row instanceof Recorded.Sign sign) {
        forecast.posted(sign.ride(), sign.at(), sign.minutes());
      }
      progress.at(++count, "of %,d rows forecast".formatted(rows.size()));
    }
  }
}
