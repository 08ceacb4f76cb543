package fwq.visitor.terminal;

import static fwq.visitor.terminal.TripSamples.OUT;
import static fwq.visitor.terminal.TripSamples.askFlights;
import static fwq.visitor.terminal.TripSamples.begun;
import static fwq.visitor.terminal.TripSamples.flights;
import static fwq.visitor.terminal.TripSamples.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Search;
import fwq.kit.json.Secret;
import fwq.tui.Form;
import fwq.tui.Key;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TripPageTest {
  private PageRun run = begun(Texts.ENGLISH);

  @Test
  void menuHasNoTripsWithoutAnAgency() {
    PageRun without = new PageRun();
    without.page = new MenuPage(without.world, Samples.LOGIN, Form.Notice.NONE);
    assertFalse(without.screen().contains("Plan a trip"), without.screen());
    assertInstanceOf(MenuPage.class, without.type("p").page);
  }

  @Test
  void formProposesTheParksTownAndSearches() {
    assertTrue(run.screen().contains("Palma"), run.screen());
    askFlights(run);
    assertEquals(
        List.of(new Search.Flights("", "Palma", "2027-05-10", "2027-05-12", 1)),
        run.errands.askedAgency);
  }

  @Test
  void wrongFieldIsToldInPlaceAndNothingIsAsked() {
    run.press(Key.Named.TAB, Key.Named.TAB).type("2027-02-31").press(Key.Named.ENTER);
    assertTrue(run.screen().contains("A day is as 2027-05-01"), run.screen());
    assertTrue(run.screen().contains("2027-02-31"), run.screen());
    assertEquals(List.of(), run.errands.askedAgency);
  }

  @Test
  void wholeTripIsBookedScreenByScreen() {
    whole(run);
    assertTrue(run.screen().contains("Total 283.99 EUR"), run.screen());
    run.press(Key.Named.ENTER);
    AgencyRequest.Book book =
        assertInstanceOf(AgencyRequest.Book.class, run.errands.askedAgency.getLast());
    assertEquals(List.of(Leg.FLIGHTS, Leg.HOTELS, Leg.TOURS), List.copyOf(book.legs().keySet()));
    assertEquals("Ana Pérez", book.traveller());
    assertEquals(Optional.of(new Secret("ticket")), book.ticket());
    run.answer(new AgencyReply.Booked(book.trip(), 28_399, "EUR"));
    assertTrue(run.screen().contains("Your trip is booked"), run.screen());
    assertInstanceOf(MenuPage.class, run.press(Key.Named.ENTER).page);
  }

  @Test
  void choicesSurviveGoingBack() {
    whole(run);
    for (int back = 0; back < 5; back++) {
      run.press(Key.Named.ESCAPE);
    }
    assertEquals(2, run.screen().chars().filter(c -> c == '✓').count(), run.screen());
  }

  @Test
  void sellerThatIsAwayIsToldAndTheGuestGoesOn() {
    askFlights(run);
    run.answer(new AgencyReply.Away(Leg.FLIGHTS));
    assertTrue(run.screen().contains("Flights cannot be asked just now"), run.screen());
    assertTrue(run.screen().contains("2027-05-10"), run.screen());
  }

  @Test
  void agencyThatIsAwayIsASentence() {
    askFlights(run);
    run.noAnswer();
    assertTrue(run.screen().contains("does not answer"), run.screen());
  }

  @Test
  void refusedTripNamesTheLegAndKeepsAllThatWasChosen() {
    whole(run);
    run.press(Key.Named.ENTER);
    UUID first = ((AgencyRequest.Book) run.errands.askedAgency.getLast()).trip();
    run.answer(new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(7, 0)));
    assertTrue(run.screen().contains("Hotels: sold out. Nothing is booked."), run.screen());
    run.press(Key.Named.ENTER);
    assertFalse(first.equals(((AgencyRequest.Book) run.errands.askedAgency.getLast()).trip()));
  }

  @Test
  void nearestDayCanBeChosen() {
    askFlights(run);
    run.answer(
        new Found(
            "EUR",
            new Matches(List.of(), Optional.empty(), Optional.of(OUT.plusDays(1))),
            Optional.of(flights().back().orElseThrow()),
            OptionalInt.of(1)));
    run.press(Key.Named.ENTER);
    assertEquals(
        new Search.Flights("", "Palma", "2027-05-11", "2027-05-12", 1),
        run.errands.askedAgency.getLast());
  }

  @Test
  void legWithoutATownIsLeftOut() {
    run.press(Key.Named.TAB, Key.Named.ERASE, Key.Named.ENTER);
    assertTrue(run.screen().contains("Hotels"), run.screen());
  }

  @Test
  void spanishGuestReadsSpanish() {
    run = begun(Texts.SPANISH);
    whole(run);
    assertTrue(run.screen().contains("El viaje entero"), run.screen());
    assertTrue(run.screen().contains("283,99 EUR"), run.screen());
  }

  @Test
  void tripIsGivenBackOnlyAfterASecondWord() {
    run.page = new MyTripsPage(run.world, Samples.LOGIN);
    UUID trip = new UUID(1, 1);
    run.answer(
        new AgencyReply.Trips(
            List.of(
                new AgencyReply.Line(
                    trip, AgencyReply.State.BOOKED, 28_399, "EUR", Optional.of(OUT)))));
    assertTrue(run.screen().contains("2027-05-10 booked"), run.screen());
    run.press(Key.Named.ENTER);
    assertTrue(run.screen().contains("Enter once more"), run.screen());
    run.press(Key.Named.ENTER);
    assertEquals(new AgencyRequest.Cancel(trip), run.errands.askedAgency.getLast());
    run.answer(new AgencyReply.Cancelled());
    assertEquals(new AgencyRequest.Mine(new Secret("ticket")), run.errands.askedAgency.getLast());
  }
}
