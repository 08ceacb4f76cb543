package fwq.web.trial;

import fwq.common.talk.trips.AgencyCodec;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.Booking;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Legs;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An agency in memory, over a real socket: two flights each way, one room, no tour but tomorrow.
 */
final class FakeAgency implements FrameServer.Handler, AutoCloseable {
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final Map<UUID, AgencyRequest.Book> booked = new TreeMap<>();
  private FrameServer server;
  private int port;
  private Optional<AgencyReply.Refused> next = Optional.empty();

  FakeAgency() throws IOException {
    open();
  }

  /** Listens, on the same port as before. */
  void open() throws IOException {
    server = new FrameServer(port, this, FrameServer.Limits.DEFAULT);
    port = server.port();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  int port() {
    return port;
  }

  /** The next booking finds the last room gone. */
  synchronized void sellTheRoom() {
    next =
        Optional.of(new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(10, 0)));
  }

  synchronized int trips() {
    return booked.size();
  }

  @Override
  public synchronized byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    return AgencyCodec.write(answer(AgencyCodec.readRequest(request)));
  }

  private AgencyReply answer(AgencyRequest request) {
    return switch (request) {
      case Search.Flights it ->
          flights(LocalDate.parse(it.dayOut()), LocalDate.parse(it.dayBack()));
      case Search.Hotels it ->
          found(
              new Matches(
                  List.of(room(LocalDate.parse(it.dayIn()), LocalDate.parse(it.dayOut()))),
                  Optional.empty(),
                  Optional.empty()));
      case Search.Tours it -> tours(LocalDate.parse(it.day()));
      case AgencyRequest.Book it -> book(it);
      case AgencyRequest.Trip it -> trip(it.trip());
      case AgencyRequest.Mine _ ->
          new AgencyReply.Trips(
              booked.values().stream()
                  .map(
                      it ->
                          new AgencyReply.Line(
                              it.trip(),
                              State.BOOKED,
                              Legs.total(it.legs()),
                              "EUR",
                              Optional.of(LocalDate.of(2027, 5, 10))))
                  .toList());
      case AgencyRequest.Cancel it -> {
        booked.remove(it.trip());
        yield new AgencyReply.Cancelled();
      }
    };
  }

  private static Found found(Matches matches) {
    return new Found("EUR", matches, Optional.empty(), OptionalInt.of(3));
  }

  private static AgencyReply flights(LocalDate out, LocalDate back) {
    return new Found(
        "EUR",
        Matches.of(
            List.of(
                choice(new Flight("ALC", "PMI", out, NINE, out, NINE.plusHours(1)), 1, 5_000),
                choice(new Flight("ALC", "PMI", out, NINE, out, NINE.plusHours(2)), 2, 6_000))),
        Optional.of(
            Matches.of(
                List.of(
                    choice(
                        new Flight("PMI", "ALC", back, NINE, back, NINE.plusHours(1)), 3, 4_000)))),
        OptionalInt.of(3));
  }

  private static Choice room(LocalDate in, LocalDate out) {
    return choice(
        new Stay("Hotel <b>Sol</b>", "Calle 1", "PMI", in, out, 101, 5, 2, true), 10, 9_000);
  }

  private static AgencyReply tours(LocalDate day) {
    return day.getDayOfMonth() % 2 == 0
        ? found(new Matches(List.of(), Optional.of(day.minusDays(1)), Optional.of(day.plusDays(1))))
        : found(
            Matches.of(
                List.of(
                    choice(
                        new Tour("Old town", "Old town", "Town hall", "PMI", day, NINE), 20, 0))));
  }

  private static Choice choice(Service service, long offer, int price) {
    return new Choice(
        service, List.of(new Priced(offer, price)), 5, Instant.now().plusSeconds(3_600));
  }

  private AgencyReply book(AgencyRequest.Book it) {
    if (next.isPresent()) {
      AgencyReply refused = next.get();
      next = Optional.empty();
      return refused;
    }
    booked.put(it.trip(), it);
    return new AgencyReply.Booked(it.trip(), Legs.total(it.legs()), "EUR");
  }

  private AgencyReply trip(UUID id) {
    AgencyRequest.Book it = booked.get(id);
    if (it == null) {
      return new AgencyReply.NoTrip();
    }
    LocalDate day = LocalDate.of(2027, 5, 10);
    return new AgencyReply.TripOf(
        id,
        State.BOOKED,
        Legs.total(it.legs()),
        "EUR",
        Map.of(
            Leg.HOTELS,
            new Booking(it.legs().get(Leg.HOTELS), List.of(room(day, day.plusDays(2))))),
        Optional.empty());
  }
}
