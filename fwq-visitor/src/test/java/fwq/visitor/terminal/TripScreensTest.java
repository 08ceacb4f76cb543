package fwq.visitor.terminal;

import static fwq.visitor.terminal.TripSamples.askFlights;
import static fwq.visitor.terminal.TripSamples.begun;
import static fwq.visitor.terminal.TripSamples.flights;
import static fwq.visitor.terminal.TripSamples.hotels;
import static fwq.visitor.terminal.TripSamples.tours;
import static fwq.visitor.terminal.TripSamples.whole;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Refusal;
import fwq.tui.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The pages of a trip, one after the other. */
class TripScreensTest {
  private PageRun run = begun(Texts.ENGLISH);

  private void assertScreen(String name) throws IOException {
    GoldenScreens.check(run, name, 24, 80);
  }

  @Test
  void wholeTripPageByPage() throws IOException {
    run.press(Key.Named.TAB, Key.Named.TAB).type("2027-02-31").press(Key.Named.ENTER);
    assertScreen("trip-wrong-day");
    run = begun(Texts.ENGLISH);
    assertScreen("trip-flight-form");
    askFlights(run).answer(flights());
    assertScreen("trip-flights");
    run.press(Key.Named.ENTER, Key.Named.DOWN, Key.Named.ENTER);
    assertScreen("trip-hotel-form");
    run.press(Key.Named.ENTER).answer(hotels());
    assertScreen("trip-hotels");
    run.press(Key.Named.ENTER);
    assertScreen("trip-tour-form");
    run.press(Key.Named.ENTER).answer(tours());
    assertScreen("trip-tours");
    run.press(Key.Named.ENTER).type("Ana Pérez");
    assertScreen("trip-whole");
    run.press(Key.Named.ENTER);
    run.answer(new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(7, 0)));
    assertScreen("trip-refused");
    run.press(Key.Named.ENTER);
    UUID trip =
        assertInstanceOf(AgencyRequest.Book.class, run.errands.askedAgency.getLast()).trip();
    run.answer(new AgencyReply.Booked(trip, 28_399, "EUR"));
    assertScreen("trip-booked");
  }

  @Test
  void myTrips() throws IOException {
    run.page = new MyTripsPage(run.world, Samples.LOGIN);
    run.answer(
        new AgencyReply.Trips(
            List.of(
                new AgencyReply.Line(
                    new UUID(1, 1),
                    AgencyReply.State.BOOKED,
                    28_399,
                    "EUR",
                    Optional.of(TripSamples.OUT)),
                new AgencyReply.Line(
                    new UUID(1, 2), AgencyReply.State.CANCELLED, 9_900, "EUR", Optional.empty()))));
    run.press(Key.Named.ENTER);
    assertScreen("trip-mine");
  }

  @Test
  void spanish() throws IOException {
    run = whole(begun(Texts.SPANISH));
    assertScreen("spanish-trip-whole");
  }
}
