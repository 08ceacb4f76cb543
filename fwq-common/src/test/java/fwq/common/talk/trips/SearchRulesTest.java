package fwq.common.talk.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.SearchRules.Checked;
import fwq.common.talk.trips.WrongField.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchRulesTest {
  private static final Town HOME = Towns.find("ALC").orElseThrow();
  private static final Instant NOW = Instant.parse("2027-05-01T23:30:00Z");

  private static Checked check(Search search) {
    return SearchRules.check(search, HOME, NOW);
  }

  private static List<String> wrong(Search search) {
    return check(search) instanceof Checked.Wrong it
        ? it.fields().stream().map(field -> field.field() + " " + field.why()).toList()
        : List.of();
  }

  @Test
  void flightsStartFromHomeUnlessAnotherTownIsGiven() {
    Search search = new Search.Flights("", "Palma", "2027-05-10", "2027-05-10", 9);
    assertEquals(
        new Checked.Right(
            new Query.Flights(
                HOME,
                Towns.find("PMI").orElseThrow(),
                LocalDate.of(2027, 5, 10),
                LocalDate.of(2027, 5, 10),
                9)),
        check(search));
    assertEquals(
        List.of(), wrong(new Search.Flights("Rome", "ALC", "2027-05-10", "2027-05-11", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-31",
    "2027-02-29",
    "2100-02-29",
    "2027-13-01",
    "2027-5-1",
    "01/05/2027",
    "+12027-05-01",
    "20270501",
    "tomorrow"
  })
  void dayThatIsNoneIsWrong(String day) {
    assertEquals(List.of("day NO_DAY"), wrong(new Search.Tours("PMI", day)));
  }

  @Test
  void leapDayIsADay() {
    assertEquals(List.of(), wrong(new Search.Tours("PMI", "2028-02-29")));
  }

  @Test
  void eachWrongFieldSaysSo() {
    assertEquals(
        List.of(
            "from UNKNOWN_TOWN",
            "to MISSING",
            "dayOut NO_DAY",
            "dayBack MISSING",
            "seats OUT_OF_RANGE"),
        wrong(new Search.Flights("Atlantis", " ", "2027-02-31", "", 0)));
    assertEquals(
        List.of("city UNKNOWN_TOWN", "dayOut TOO_EARLY", "people MISSING"),
        wrong(
            new Search.Hotels(
                "Palm", "2027-06-02", "2027-06-02", OptionalInt.empty(), OptionalInt.empty())));
    assertEquals(
        List.of("dayOut TOO_LONG", "beds OUT_OF_RANGE", "people OUT_OF_RANGE"),
        wrong(
            new Search.Hotels(
                "PMI", "2027-06-02", "2027-06-24", OptionalInt.of(0), OptionalInt.of(1_000))));
  }

  @Test
  void returnIsNotBeforeTheDepartureNorToTheSameTown() {
    assertEquals(
        List.of("to SAME_TOWN", "dayBack TOO_EARLY"),
        wrong(new Search.Flights("", "Alicante", "2027-05-10", "2027-05-09", 1)));
  }

  @Test
  void dayIsOverWhereItIs() {
    // It is the second of May in Palma by now, and still the first in New York.
    assertEquals(List.of("day PAST"), wrong(new Search.Tours("PMI", "2027-05-01")));
    assertEquals(List.of(), wrong(new Search.Tours("JFK", "2027-05-01")));
  }

  @Test
  void sentencesNeverRepeatWhatWasTyped() {
    Search evil = new Search.Flights("\u001b[2J", "<img>", "\u202e", "x", 10);
    Checked.Wrong wrong = (Checked.Wrong) check(evil);
    assertTrue(
        wrong.fields().stream()
            .allMatch(it -> it.message().chars().noneMatch(c -> c < ' ' || c == '<')));
    assertEquals(Why.UNKNOWN_TOWN, wrong.fields().getFirst().why());
  }
}
