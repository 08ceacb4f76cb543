package fwq.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.OfferKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.trips.AgencyCodec;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.SellerRequest.Change;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.common.talk.trips.TripsError;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.tls.Trust;
import fwq.trips.agency.Agency;
import fwq.trips.agency.Agency.Peer;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import fwq.trips.seller.Seller;
import fwq.trips.serving.Doorkeeper;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three sellers and an agency, each with its own file and port, on real sockets. */
@Timeout(120)
final class TripsServersTest {
  private static final Town HOME = Towns.find("ALC").orElseThrow();
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final OfferKey KEY = OfferKey.derive(SharedSecret.of(new byte[32]));
  private static final UUID TRIP = new UUID(1, 1);

  @TempDir private Path folder;
  private final Metrics metrics = Metrics.unserved();
  private final Map<Leg, Seller> sellers = new EnumMap<>(Leg.class);
  private Instant now = Instant.parse("2026-12-01T08:00:00Z");
  private Agency agency;

  @BeforeEach
  void open() throws Exception {
    for (Leg leg : Leg.values()) {
      sellers.put(leg, seller(leg, 0));
    }
    agency = agency("agency", Optional.empty());
  }

  @AfterEach
  void close() throws Exception {
    agency.close();
    for (Seller seller : sellers.values()) {
      seller.close();
    }
    metrics.close();
  }

  /** A few offers a day, so that a first start takes no time. */
  private static List<Offer> some(Leg leg, LocalDate day) {
    return DayOffers.of(leg, 7, HOME).on(day).stream().limit(15).toList();
  }

  private Seller seller(Leg leg, int port) throws Exception {
    Metrics own = Metrics.unserved();
    return Seller.open(
        new Seller.Parts(
            leg,
            folder.resolve("sellers"),
            new InetSocketAddress(port),
            HOME,
            "EUR",
            day -> some(leg, day),
            KEY,
            Optional.empty(),
            new Doorkeeper(Seller.Parts.name(leg), 1_000, Doorkeeper.requests(own), () -> now),
            () -> now));
  }

  private Agency agency(String name, Optional<Integer> slowTours) throws Exception {
    Map<Leg, Peer> peers = new EnumMap<>(Leg.class);
    sellers.forEach((leg, seller) -> peers.put(leg, peer(seller.port())));
    slowTours.ifPresent(port -> peers.put(Leg.TOURS, peer(port)));
    Metrics own = Metrics.unserved();
    return Agency.open(
        new Agency.Parts(
            folder.resolve(name),
            new InetSocketAddress(0),
            peers,
            Optional.empty(),
            "EUR",
            Optional.empty(),
            new Doorkeeper("agency", 1, Doorkeeper.requests(own), () -> now),
            _ -> {},
            own,
            () -> now,
            new SplittableRandom(1)));
  }

  private static Peer peer(int port) {
    return new Peer(new HostPort("127.0.0.1", port), new Trust.Plaintext());
  }

  private static AgencyReply ask(Agency agency, AgencyRequest request) throws Exception {
    try (FrameClient client =
        FrameClient.connect(new HostPort("127.0.0.1", agency.port()), TIMEOUT)) {
      return AgencyCodec.readReply(client.call(AgencyCodec.write(request)));
    }
  }

  private SellerReply ask(Leg leg, SellerRequest request) throws Exception {
    try (FrameClient client =
        FrameClient.connect(new HostPort("127.0.0.1", sellers.get(leg).port()), TIMEOUT)) {
      return SellerCodec.readReply(client.call(SellerCodec.write(request)));
    }
  }

  private Choice room() throws Exception {
    AgencyReply found =
        ask(
            agency,
            new Search.Hotels(
                "PMI", "2026-12-05", "2026-12-08", OptionalInt.empty(), OptionalInt.of(1)));
    return assertInstanceOf(Found.class, found).matches().choices().getFirst();
  }

  private Choice tour() throws Exception {
    AgencyReply found = ask(agency, new Search.Tours("PMI", "2026-12-06"));
    return assertInstanceOf(Found.class, found).matches().choices().getFirst();
  }

  private AgencyRequest.Book trip(UUID id) throws Exception {
    Found flights =
        assertInstanceOf(
            Found.class, ask(agency, new Search.Flights("", "PMI", "2026-12-05", "2026-12-08", 1)));
    assertTrue(flights.tookMillis().isPresent());
    List<Part> seats =
        List.of(
            flights.matches().choices().getFirst().parts(1).getFirst(),
            flights.back().orElseThrow().choices().getFirst().parts(1).getFirst());
    return new AgencyRequest.Book(
        id,
        Map.of(Leg.FLIGHTS, seats, Leg.HOTELS, room().parts(1), Leg.TOURS, tour().parts(1)),
        "Ana",
        Optional.empty());
  }

  @Test
  void wholeTripIsBookedSeenAndGivenBack() throws Exception {
    int left = room().left();
    AgencyRequest.Book book = trip(TRIP);
    AgencyReply.Booked booked = assertInstanceOf(AgencyReply.Booked.class, ask(agency, book));
    assertEquals(booked, ask(agency, book));
    assertEquals(left - 1, room().left());
    AgencyReply.TripOf trip =
        assertInstanceOf(AgencyReply.TripOf.class, ask(agency, new AgencyRequest.Trip(TRIP)));
    assertEquals(booked.total(), trip.total());
    assertEquals(1, trip.legs().get(Leg.HOTELS).choices().size(), "three nights are one stay");
    assertEquals(new AgencyReply.Cancelled(), ask(agency, new AgencyRequest.Cancel(TRIP)));
    assertEquals(left, room().left());
  }

  @Test
  void twoAgenciesSellOneStock() throws Exception {
    AgencyRequest.Book first = trip(TRIP);
    AgencyRequest.Book second = trip(new UUID(2, 2));
    // All but one room of one night are gone.
    long night = room().offers().getFirst().offer();
    change(Leg.HOTELS, night, OptionalInt.empty(), OptionalInt.of(1));
    try (Agency other = agency("other", Optional.empty())) {
      assertInstanceOf(AgencyReply.Booked.class, ask(agency, first));
      assertEquals(
          new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(night, 0)),
          ask(other, second));
    }
  }

  private SellerReply change(Leg leg, long offer, OptionalInt price, OptionalInt stock)
      throws Exception {
    SellerReply.OfferNow before =
        assertInstanceOf(SellerReply.OfferNow.class, ask(leg, new SellerRequest.Look(offer)));
    String signed = Change.signed(offer, before.version(), price, stock);
    return ask(leg, new Change(offer, before.version(), price, stock, KEY.sign(signed)));
  }

  @Test
  void priceThatChangesBetweenSearchAndBookingIsTold() throws Exception {
    AgencyRequest.Book book = trip(TRIP);
    long offer = tour().offers().getFirst().offer();
    assertInstanceOf(
        SellerReply.OfferNow.class,
        change(Leg.TOURS, offer, OptionalInt.of(9_999), OptionalInt.empty()));
    assertEquals(
        new AgencyReply.Refused(Optional.of(Leg.TOURS), new Refusal.PriceChanged(offer, 9_999)),
        ask(agency, book));
  }

  @Test
  void offerIsChangedOnlyByWhoHasTheSellersSecret() throws Exception {
    long offer = tour().offers().getFirst().offer();
    String signed = Change.signed(offer, 0, OptionalInt.of(1), OptionalInt.empty());
    OfferKey other =
        OfferKey.derive(SharedSecret.of("x".repeat(32).getBytes(StandardCharsets.UTF_8)));
    for (String sig : List.of("", "?", other.sign(signed))) {
      NotDone no =
          assertInstanceOf(
              NotDone.class,
              ask(Leg.TOURS, new Change(offer, 0, OptionalInt.of(1), OptionalInt.empty(), sig)));
      assertTrue(no.error().is(TripsError.WRONG_SIGNATURE));
    }
  }

  @Test
  void sellerThatIsSlowOrAbsentDoesNotHoldUpTheOthers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        Agency other = agency("other", Optional.of(silent.getLocalPort()))) {
      Thread waits =
          Thread.startVirtualThread(
              () -> {
                try {
                  assertEquals(
                      new AgencyReply.Away(Leg.TOURS),
                      ask(other, new Search.Tours("PMI", "2026-12-06")));
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      assertInstanceOf(
          Found.class, ask(other, new Search.Flights("", "PMI", "2026-12-05", "2026-12-08", 1)));
      assertTrue(waits.isAlive(), "flights were found while tours are still waited for");
    }
  }

  @Test
  void sellerThatIsKilledAndStartedAgainKnowsItsTripsAndIsFoundByTheSameAgency() throws Exception {
    assertInstanceOf(AgencyReply.Booked.class, ask(agency, trip(TRIP)));
    int left = room().left();
    int port = sellers.get(Leg.HOTELS).port();
    sellers.get(Leg.HOTELS).close();
    assertEquals(
        new AgencyReply.Away(Leg.HOTELS),
        ask(
            agency,
            new Search.Hotels(
                "PMI", "2026-12-05", "2026-12-08", OptionalInt.empty(), OptionalInt.of(1))));
    sellers.put(Leg.HOTELS, seller(Leg.HOTELS, port));
    assertEquals(left, room().left());
    assertEquals(
        new SellerReply.Standing(SellerReply.Standing.State.SOLD),
        ask(Leg.HOTELS, new SellerRequest.Status(TRIP)));
  }

  @Test
  void hundredthDayHasOffersAfterAMidnightWithoutARestart() throws Exception {
    now = Instant.parse("2027-03-11T08:00:00Z");
    sellers.get(Leg.TOURS).tick();
    Found found = assertInstanceOf(Found.class, ask(agency, new Search.Tours("PMI", "2027-03-11")));
    assertEquals(6, found.matches().choices().size());
    assertEquals(LocalDate.of(2027, 3, 11), FIRST.plusDays(100));
  }

  @Test
  void listOfTripsNeedsARegistry() throws Exception {
    AgencyReply reply = ask(agency, new AgencyRequest.Mine(new Secret("ticket")));
    assertInstanceOf(NotDone.class, reply);
  }
}
