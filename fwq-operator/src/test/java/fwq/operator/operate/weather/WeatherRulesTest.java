package fwq.operator.operate.weather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.kit.json.BadMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeatherRulesTest {
  private static final long MINUTE = 60_000;

  /** The carousel is in the first quadrant, the river rapids in the third. */
  private static final Ride CAROUSEL = RideTable.DEFAULT.get(0);

  private static final Ride RAPIDS = RideTable.DEFAULT.get(3);

  private final WeatherRules rules =
      new WeatherRules(
          List.of(
              Rule.parse("quadrant nw temperature below 20 Too cold"),
              Rule.parse("quadrant nw temperature above 30 Too hot"),
              Rule.parse("ride 3 wind above 50")));

  private long now;

  private static Conditions weather(double celsius, double windKmh) {
    return new Conditions(OptionalDouble.of(celsius), OptionalDouble.of(windKmh));
  }

  private void pass(int minutes, Conditions... places) {
    for (int minute = 0; minute < minutes; minute++) {
      rules.observe(List.of(places), now);
      now += MINUTE;
    }
  }

  private String why(Ride ride) {
    Optional<WeatherRules.Closed> verdict = rules.of(List.of(ride)).get(ride.id());
    return verdict == null
        ? "as before"
        : verdict.map(closed -> closed.reason().orElse("closed")).orElse("runs");
  }

  @Test
  void limitThatIsPassedForFiveMinutesCloses() {
    pass(1, weather(20, 0));
    assertEquals("runs", why(CAROUSEL));
    pass(5, weather(19.9, 0));
    assertEquals("as before", why(CAROUSEL));
    pass(1, weather(19.9, 0));
    assertEquals("Too cold", why(CAROUSEL));
    assertEquals("runs", why(RAPIDS));
  }

  @Test
  void gustClosesNothing() {
    pass(5, weather(25, 60));
    pass(1, weather(25, 40));
    pass(5, weather(25, 60));
    assertEquals("as before", why(RAPIDS));
    pass(1, weather(25, 60));
    assertEquals("closed", why(RAPIDS));
  }

  @Test
  void whoBeginsInAStormOpensNothingThatWasClosed() {
    pass(1, weather(15, 0));
    assertEquals("as before", why(CAROUSEL));
    assertEquals("runs", why(RAPIDS));
  }

  @Test
  void rideOpensADegreeInsideAndNotBefore() {
    pass(6, weather(19, 0));
    pass(1, weather(20, 0));
    pass(1, weather(20.9, 0));
    assertEquals("Too cold", why(CAROUSEL));
    pass(1, weather(21, 0));
    assertEquals("runs", why(CAROUSEL));
    pass(6, weather(31, 0));
    pass(1, weather(29.1, 0));
    assertEquals("Too hot", why(CAROUSEL));
    pass(1, weather(29, 0));
    assertEquals("runs", why(CAROUSEL));
  }

  @Test
  void whatNobodyKnowsClosesNothingAndInTheEndLetsRun() {
    pass(10);
    assertEquals("as before", why(CAROUSEL));
    pass(1);
    assertEquals("runs", why(CAROUSEL));
    pass(6, weather(10, 0));
    pass(9);
    assertEquals("Too cold", why(CAROUSEL), "known nine minutes ago");
    pass(1);
    assertEquals("runs", why(CAROUSEL));
  }

  @Test
  void eachQuadrantHasItsOwnPlace() {
    WeatherRules each =
        new WeatherRules(
            List.of(
                Rule.parse("quadrant nw temperature below 20"),
                Rule.parse("quadrant se temperature below 20")));
    Ride southEast = new Ride(9, "r", "R", Position.ofCell(399), 1, 1);
    for (long at = 0; at <= WeatherRules.BEYOND_MILLIS; at += MINUTE) {
      each.observe(List.of(weather(25, 0), weather(25, 0), weather(25, 0), weather(5, 0)), at);
    }
    assertEquals(Optional.empty(), each.of(List.of(CAROUSEL)).get(0));
    assertEquals(
        Optional.of(new WeatherRules.Closed(Optional.empty())), each.of(List.of(southEast)).get(9));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "9,0", "10,1", "199,1", "200,2", "399,3"})
  void quadrantsAreHalvesOfRowsAndColumns(int cell, int quadrant) {
    assertEquals(quadrant, Rule.quadrant(Position.ofCell(cell)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quadrant north temperature below 20",
        "ride x wind above 5",
        "ride 1 rain above 5"
      })
  void lineThatIsNoRuleIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> Rule.parse(line));
  }

  @Test
  void sampleHasTheFourQuadrantsOfTheMap() throws IOException {
    Path sample = Path.of(System.getProperty("fwq.home", ".."), "scripts/weather.rules");
    long rules =
        Files.readAllLines(sample).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Rule::parse)
            .count();
    assertEquals(8, rules);
  }

  @Test
  void servicesAnswerIsReadAndWhatIsMissingIsUnknown() throws BadMessageException {
    assertEquals(
        List.of(weather(18.3, 7)),
        WeatherJson.read(
            "{\"latitude\":40.4,\"current\":{\"temperature_2m\":18.3,\"wind_speed_10m\":7}}"
                .getBytes(UTF_8)));
    assertEquals(
        List.of(new Conditions(OptionalDouble.empty(), OptionalDouble.empty())),
        WeatherJson.read("{\"error\":true}".getBytes(UTF_8)));
    assertThrows(BadMessageException.class, () -> WeatherJson.read("[1,2]".getBytes(UTF_8)));
    assertThrows(BadMessageException.class, () -> WeatherJson.read("[{},{}]".getBytes(UTF_8)));
  }
}
