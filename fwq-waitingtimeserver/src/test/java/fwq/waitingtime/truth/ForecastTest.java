package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private final List<Forecast.Outcome> outcomes = new ArrayList<>();
  private final Forecast forecast = new Forecast(outcomes::add);

  /** Ten days from 9:00 to 21:00, whose sign is 20 until 15:00 and 60 from then on. */
  @BeforeEach
  void liveTenDays() {
    for (int day = -10; day < 0; day++) {
      for (int minute = 0; minute <= 720; minute += 5) {
        forecast.posted("a", at(day, minute), minute < 360 ? 20 : 60);
      }
    }
  }

  private static long at(int day, double minute) {
    return Situations.minutes(day * 1_440 + minute);
  }

  private double posted(double now, double then) {
    return forecast.of("a", at(0, now)).stream()
        .filter(ahead -> ahead.at() == at(0, then))
        .findFirst()
        .orElseThrow()
        .posted();
  }

  @Test
  void withoutAReadingNothingIsSaid() {
    assertEquals(List.of(), forecast.of("a", at(0, 0)));
    assertEquals(List.of(), forecast.of("b", at(0, 0)));
  }

  @Test
  void withinHalfAnHourItIsAsNow() {
    forecast.posted("a", at(0, 0), 25);

    assertEquals(25, posted(0, 15), 1e-9);
    assertEquals(25, posted(0, 30), 1e-9);
  }

  @Test
  void onAUsualDayItIsTheUsual() {
    forecast.posted("a", at(0, 0), 20);

    assertEquals(20, posted(0, 120), 1);
    assertEquals(60, posted(0, 480), 2);
  }

  @Test
  void onABusyDayItIsMoreAndTheLessSoTheLaterItIs() {
    forecast.posted("a", at(0, 0), 45);

    double soon = posted(0, 60);
    double later = posted(0, 240);
    assertTrue(soon > later && later > 23, soon + " and " + later);
  }

  @Test
  void itEndsWhenTheRideUsuallyCloses() {
    forecast.posted("a", at(0, 600), 60);

    List<Forecast.Ahead> rest = forecast.of("a", at(0, 600));

    assertTrue(rest.getLast().at() <= at(0, 765), "signs are known until 21:30");
    assertTrue(rest.size() >= 8);
  }

  @Test
  void ofARideWithoutADayItIsAsNow() {
    forecast.posted("new", at(0, 0), 33);

    assertTrue(forecast.of("new", at(0, 0)).stream().allMatch(ahead -> near(ahead, 33)));
  }

  private static boolean near(Forecast.Ahead ahead, double posted) {
    return Math.abs(ahead.posted() - posted) < 1e-9;
  }

  @Test
  void eachQuarterOfAnHourThatComesTrueIsTold() {
    Forecast.Outcome last = outcomes.getLast();

    assertEquals(at(-1, 705), last.at());
    assertEquals(240, last.minutesAhead());
    assertEquals(60, last.posted());
    assertEquals(60, last.asNow(), 1e-9);
    assertEquals(60, last.forecast(), 1);
  }
}
