package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.waitingtime.truth.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The day in the project, for newcomers who have no recorded ones; its seed is its date. */
class MadeUpDayTest {
  private static final Path FILE =
      Path.of("src/test/resources/fwq/waitingtime/audit/made-up-day.csv");

  static List<String> day() {
    return MadeUpDays.csv(MadeUpDays.rows(1, 60, 20240501));
  }

  @Test
  void theDayInTheProjectIsWhatItsGeneratorMakes() throws Exception {
    if ("write".equals(System.getProperty("fwq.made-up-day"))) {
      Files.write(FILE, day());
    }
    assertEquals(Files.readAllLines(FILE), day());
  }

  @Test
  void itsSignsAreHonestPaddedAndTooShortAndOneIsClosedForAnHour() {
    List<Recorded> rows = MadeUpDays.rows(1, 60, 20240501);
    Map<String, Double> bias = new TreeMap<>();
    Map<String, Double> shown = new TreeMap<>();
    for (Recorded row : rows) {
      switch (row) {
        case Recorded.Sign sign -> shown.put(sign.ride(), sign.minutes());
        case Recorded.Guest guest ->
            bias.merge(guest.ride(), shown.get(guest.ride()) - guest.waited(), Double::sum);
      }
    }
    assertEquals(0, bias.get("carousel") / 60, 2.5);
    assertTrue(bias.get("dragon") / 60 > 6, bias.toString());
    assertTrue(bias.get("rapids") / 60 < -6, bias.toString());
    assertEquals(
        6,
        rows.stream()
            .filter(row -> row instanceof Recorded.Sign sign && Double.isNaN(sign.minutes()))
            .count());
  }

  @Test
  void oneDayIsEnoughToBeBetterThanItsSigns() throws Exception {
    WaitsAudit audit = new WaitsAudit(List.of(), MadeUpDays.rows(1, 60, 20240501), 0, 1);

    Score all = audit.scores(Settings.best(), Silent.PROGRESS).all();

    assertTrue(all.ours() < 0.8 * all.sign(), all.line("all"));
  }
}
