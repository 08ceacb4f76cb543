package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.waitingtime.truth.Estimate;
import fwq.waitingtime.truth.Estimator;
import fwq.waitingtime.truth.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Recorded days of a real park, which are not part of the project: they lie beside it, in {@code
 * ../shared/data}, or where {@code -Dfwq.recorded-days} says.
 */
class RecordedDaysTest {
  private static final Path DATA = data();
  private static final Path HISTORY = DATA.resolve("history/history.csv.gz");
  private static List<Recorded> history;

  private static Path data() {
    String given = System.getProperty("fwq.recorded-days");
    return given != null
        ? Path.of(given)
        : Path.of(System.getProperty("fwq.home", "..")).resolve("../shared/data");
  }

  @BeforeEach
  void skipWithoutThem() {
    assumeTrue(Files.exists(HISTORY), "there are no recorded days in " + DATA);
  }

  /** Read once: it is 22 MB. */
  private static List<Recorded> history() throws Exception {
    if (history == null) {
      history = read(HISTORY);
    }
    return history;
  }

  @AfterAll
  static void forget() {
    history = null;
  }

  private static List<Recorded> read(Path file) throws Exception {
    return Recording.read(file, Optional.empty(), Silent.PROGRESS).rows();
  }

  private static List<Recorded> day(String date) throws Exception {
    return read(DATA.resolve("real-days/" + date + ".csv"));
  }

  /** Guests, mean errors of sign and ours, as the design writes them. */
  private static String vector(Score score) {
    return String.format(
        Locale.ROOT, "n %d, %.2f, %.2f", score.count(), score.sign(), score.ours());
  }

  private static Score alone(Settings settings, String date) throws Exception {
    return new WaitsAudit(List.of(), day(date), 0, 1).scores(settings, Silent.PROGRESS).all();
  }

  @Test
  void theReferenceIsTheDesignsOnDaysWithoutHistory() throws Exception {
    assertEquals("n 27, 17.04, 14.01", vector(alone(Settings.reference(), "2018-12-27")));
    assertEquals("n 27, 17.04, 13.96", vector(alone(Settings.level(), "2018-12-27")));
    assertEquals("n 46, 6.54, 3.07", vector(alone(Settings.reference(), "2021-09-01")));
    assertEquals("n 227, 16.95, 7.32", vector(alone(Settings.reference(), "2021-10-10")));
  }

  @Test
  void theReferencesFirstEstimatesAreTheDesigns() throws Exception {
    List<String> told = new ArrayList<>();
    new Playback(new Estimator(Settings.reference()), Recorded.Guest::waited)
        .play(
            day("2018-12-27"),
            (guest, estimate) -> told.add(first(guest, estimate)),
            Silent.PROGRESS);

    assertEquals(
        List.of(
            "flight_of_passage 75: 51.6 (24.1–87.0)",
            "soarin 10: 6.1 (1.5–12.0)",
            "navi_river 40: 24.6 (10.7–42.6)"),
        told.subList(0, 3));
  }

  private static String first(Recorded.Guest guest, Estimate told) {
    return String.format(
        Locale.ROOT,
        "%s %.0f: %.1f (%.1f–%.1f)",
        guest.ride(),
        told.posted(),
        told.middle(),
        told.low(),
        told.high());
  }

  @Test
  void theReferenceIsTheDesignsAfterItsHistoryAndOnTheHistorysOwnLastHalfYear() throws Exception {
    long year2021 = LocalDateTime.of(2021, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    Scores halfYear = new Scores();
    Playback playback = new Playback(new Estimator(Settings.reference()), Recorded.Guest::waited);
    playback.play(
        history(),
        (guest, estimate) -> {
          if (guest.at() >= year2021) {
            halfYear.shown(guest, estimate);
          }
        },
        Silent.PROGRESS);
    assertEquals("n 18527, 12.82, 6.27", vector(halfYear.all()));
    assertEquals(0.799, halfYear.all().coverage(), 0.0005);
    assertEquals(20.6, halfYear.all().width(), 0.05);

    // One after the other, as the park would have lived them.
    for (String[] vector :
        new String[][] {{"2021-09-01", "n 46, 6.54, 3.56"}, {"2021-10-10", "n 227, 16.95, 6.82"}}) {
      Scores scores = new Scores();
      playback.play(day(vector[0]), scores, Silent.PROGRESS);
      assertEquals(vector[1], vector(scores.all()));
    }
  }

  @Test
  void oursIsBetterThanTheReferenceOnTheHistorysLastHalfYear() throws Exception {
    long year2021 = LocalDateTime.of(2021, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    List<Recorded> before = history().stream().filter(row -> row.at() < year2021).toList();
    List<Recorded> after = history().stream().filter(row -> row.at() >= year2021).toList();
    WaitsAudit audit = new WaitsAudit(before, after, 0, 1);

    Score ours = audit.scores(Settings.best(), Silent.PROGRESS).all();

    assertTrue(ours.ours() <= 6.27 - 0.12, ours.line("all"));
    assertEquals(0.8, ours.coverage(), 0.015, ours.line("all"));
    assertTrue(ours.width() <= 20.6, ours.line("all"));
    ForecastScores forecast = audit.forecast(false, Silent.PROGRESS);
    assertTrue(forecast.error(60) <= 7.0, "one hour ahead: " + forecast.error(60));
    assertTrue(forecast.error(120) <= 7.25, "two hours ahead: " + forecast.error(120));
    assertTrue(forecast.error(240) <= 7.55, "four hours ahead: " + forecast.error(240));
  }

  @Test
  void tenPercentOfMadeUpReportsCostAtMostThreeTenthsOfAMinute() throws Exception {
    long from = LocalDateTime.of(2020, 11, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    long to = LocalDateTime.of(2021, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    List<Recorded> days =
        history().stream().filter(row -> row.at() >= from && row.at() < to).toList();

    assertTrue(ours(days, 0.1) - ours(days, 0) <= 0.3);
  }

  private static double ours(List<Recorded> days, double madeUp) throws Exception {
    WaitsAudit audit = new WaitsAudit(List.of(), days, madeUp, 1);
    return audit.scores(Settings.best(), Silent.PROGRESS).all().ours();
  }
}
