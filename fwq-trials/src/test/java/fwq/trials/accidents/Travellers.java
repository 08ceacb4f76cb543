package fwq.trials.accidents;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerReply.Standing.State;
import fwq.common.talk.trips.SellerRequest;
import fwq.guest.PeerAwayException;
import fwq.guest.trips.TripsClient;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.KnownHosts;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Somebody who books one package after the other, all for the same days, while accidents happen. In
 * the end each is booked at every seller or at none, and no offer is sold more often than it can
 * be.
 */
final class Travellers implements AutoCloseable {
  private static final int TRIPS_MAX = 2_000;
  private static final int DAYS_AHEAD = 20;
  private static final int NIGHTS = 2;
  private static final String TOWN = "PMI";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration SETTLING_MAX = Duration.ofMinutes(1);

  private final TripsClient agency;
  private final Map<Leg, HostPort> sellers;
  private final Trust trust;
  private final Stop stop = new Stop();
  private final Thread thread = Thread.ofVirtual().name("travellers").unstarted(this::book);
  private final Map<UUID, AgencyRequest.Book> asked = new LinkedHashMap<>();

  /**
   * Travellers of this agency.
   *
   * @param data for the keys of those that are met
   */
  Travellers(HostPort agency, Map<Leg, HostPort> sellers, Path data) {
    trust = new Trust.FirstUse(new KnownHosts(data.resolve("travellers_known_hosts")), _ -> {});
    this.agency = new TripsClient(agency, trust);
    this.sellers = Map.copyOf(sellers);
  }

  void begin() {
    thread.start();
  }

  private void book() {
    LocalDate out = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    try {
      while (!stop.await(PAUSE) && asked.size() < TRIPS_MAX) {
        Optional<AgencyRequest.Book> trip = trip(out);
        if (trip.isPresent()) {
          asked.put(trip.get().trip(), trip.get());
          Optional<AgencyReply> _ = ask(trip.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The cheapest of everything: all want the same. */
  private Optional<AgencyRequest.Book> trip(LocalDate out) {
    String first = out.toString();
    String last = out.plusDays(NIGHTS).toString();
    Map<Leg, List<Part>> legs = new EnumMap<>(Leg.class);
    for (Search search :
        List.of(
            new Search.Flights("", TOWN, first, last, 1),
            new Search.Hotels(TOWN, first, last, OptionalInt.empty(), OptionalInt.of(1)),
            new Search.Tours(TOWN, first))) {
      if (!(ask(search).orElse(null) instanceof Found found)
          || found.matches().choices().isEmpty()) {
        return Optional.empty();
      }
      List<Part> parts = new ArrayList<>(found.matches().choices().getFirst().parts(1));
      found
          .back()
          .flatMap(it -> it.choices().stream().findFirst())
          .map(Travellers::seat)
          .ifPresent(parts::add);
      legs.put(search.leg(), parts);
    }
    return Optional.of(new AgencyRequest.Book(UUID.randomUUID(), legs, "Ana", Optional.empty()));
  }

  private static Part seat(Choice choice) {
    return choice.parts(1).getFirst();
  }

  private Optional<AgencyReply> ask(AgencyRequest request) {
    try {
      return Optional.of(agency.ask(request));
    } catch (PeerAwayException e) {
      return Optional.empty();
    } catch (UntrustedPeerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the booking, tells what came of it, and gives sentences about what must not be. */
  List<String> tell(PrintWriter out, Stop early) throws InterruptedException, Failure {
    stop.request();
    thread.join();
    List<String> problems = new ArrayList<>();
    Map<Leg, Map<Long, Integer>> taken = new EnumMap<>(Leg.class);
    int booked = 0;
    for (AgencyRequest.Book trip : asked.values()) {
      AgencyReply answer = settled(trip, early);
      boolean isBooked = answer instanceof AgencyReply.Booked;
      booked += isBooked ? 1 : 0;
      for (Map.Entry<Leg, List<Part>> leg : trip.legs().entrySet()) {
        State state = settledState(leg.getKey(), trip.trip(), early);
        if (isBooked != (state == State.SOLD) || state == State.HELD) {
          problems.add(
              "trip %s: the agency says %s, but %s has it as %s"
                  .formatted(trip.trip(), answer, leg.getKey(), state));
        }
        if (isBooked) {
          Map<Long, Integer> its = taken.computeIfAbsent(leg.getKey(), _ -> new HashMap<>());
          leg.getValue().forEach(it -> its.merge(it.offer(), it.quantity(), Integer::sum));
        }
      }
    }
    taken.forEach((leg, offers) -> problems.addAll(oversold(leg, offers)));
    out.println(
        "trips: %,d asked for, %,d booked at each of the sellers, the others at none; of %,d offers none is sold too often"
            .formatted(asked.size(), booked, taken.values().stream().mapToInt(Map::size).sum()));
    return problems;
  }

  /** The same request again, until the answer is the last. */
  private AgencyReply settled(AgencyRequest.Book trip, Stop early)
      throws InterruptedException, Failure {
    long deadline = System.nanoTime() + SETTLING_MAX.toNanos();
    Optional<AgencyReply> answer = ask(trip);
    while (!isLast(answer)) {
      if (System.nanoTime() > deadline || early.await(PAUSE)) {
        throw new Failure("the agency never said what became of the trip " + trip.trip());
      }
      answer = ask(trip);
    }
    return answer.orElseThrow();
  }

  private static boolean isLast(Optional<AgencyReply> answer) {
    return answer
        .filter(it -> it instanceof AgencyReply.Booked || it instanceof AgencyReply.Refused)
        .isPresent();
  }

  /**
   * What is held for a trip that came to nothing is given back as soon as the agency gets to it.
   */
  private State settledState(Leg leg, UUID trip, Stop early) throws InterruptedException, Failure {
    long deadline = System.nanoTime() + SETTLING_MAX.toNanos();
    State state = standing(leg, trip);
    while (state == State.HELD && System.nanoTime() < deadline && !early.await(PAUSE)) {
      state = standing(leg, trip);
    }
    return state;
  }

  private State standing(Leg leg, UUID trip) throws Failure {
    return ask(leg, new SellerRequest.Status(trip)) instanceof SellerReply.Standing(State state)
        ? state
        : State.UNKNOWN;
  }

  private List<String> oversold(Leg leg, Map<Long, Integer> offers) {
    List<String> found = new ArrayList<>();
    offers.forEach(
        (offer, sold) -> {
          SellerReply now;
          try {
            now = ask(leg, new SellerRequest.Look(offer));
          } catch (Failure e) {
            found.add(e.getMessage());
            return;
          }
          if (!(now instanceof SellerReply.OfferNow it)
              || it.taken() > it.stock()
              || it.taken() != sold) {
            found.add(
                "offer %d of %s: %d booked, but it stands at %s".formatted(offer, leg, sold, now));
          }
        });
    return found;
  }

  private SellerReply ask(Leg leg, SellerRequest request) throws Failure {
    try (FrameClient seller = FrameClient.connect(sellers.get(leg), TIMEOUT, trust)) {
      return SellerCodec.readReply(seller.call(SellerCodec.write(request)));
    } catch (IOException | BadMessageException e) {
      throw new Failure("the seller of " + leg + " does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    stop.request();
  }
}
