package fwq.visitor.terminal;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.kit.net.HostPort;
import fwq.tui.Form;
import fwq.tui.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A trip as a guest plans it, and what the agency finds for it. */
final class TripSamples {
  static final LocalDate OUT = LocalDate.of(2027, 5, 10);
  static final LocalDate BACK = LocalDate.of(2027, 5, 12);
  private static final Optional<HostPort> AGENCY = Optional.of(new HostPort("agency", 5153));
  private static final Instant GOOD_UNTIL = Instant.parse("2027-05-10T06:05:00Z");

  private TripSamples() {}

  /** A guest who has chosen to plan a trip. */
  static PageRun begun(Texts texts) {
    PageRun run = new PageRun(texts, AGENCY);
    run.page = new MenuPage(run.world, Samples.LOGIN, Form.Notice.NONE);
    return run.type("p");
  }

  private static Choice choice(Service service, long offer, int price) {
    return new Choice(service, List.of(new Priced(offer, price)), 5, GOOD_UNTIL);
  }

  private static Found found(Choice choice, Optional<Matches> back) {
    return new Found("EUR", Matches.of(List.of(choice)), back, OptionalInt.of(2));
  }

  static Found flights() {
    LocalTime nine = LocalTime.of(9, 5);
    return found(
        choice(new Flight("ALC", "PMI", OUT, nine, OUT, nine.plusHours(1)), 1, 11_999),
        Optional.of(
            Matches.of(
                List.of(
                    choice(
                        new Flight("PMI", "ALC", BACK, nine, BACK, nine.plusHours(1)),
                        2,
                        9_900)))));
  }

  static Found hotels() {
    return found(
        choice(new Stay("Faro", "Calle 1", "PMI", OUT, BACK, 101, 5, 2, true), 7, 6_500),
        Optional.empty());
  }

  static Found tours() {
    return found(
        choice(
            new Tour("Old town", "old town", "Town hall", "PMI", OUT, LocalTime.of(11, 0)), 9, 0),
        Optional.empty());
  }

  /** Asks for flights. */
  static PageRun askFlights(PageRun run) {
    run.press(Key.Named.TAB, Key.Named.TAB).type("2027-05-10");
    return run.press(Key.Named.TAB).type("2027-05-12").press(Key.Named.ENTER);
  }

  /** Chooses a flight each way, a hotel and a tour, and says who travels. */
  static PageRun whole(PageRun run) {
    askFlights(run).answer(flights()).press(Key.Named.ENTER, Key.Named.DOWN, Key.Named.ENTER);
    run.press(Key.Named.ENTER).answer(hotels()).press(Key.Named.ENTER);
    run.press(Key.Named.ENTER).answer(tours()).press(Key.Named.ENTER);
    return run.type("Ana Pérez");
  }
}
