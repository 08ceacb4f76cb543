package fwq.trips.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.agency.SimulatedAgency;
import fwq.trips.agency.SimulatedAgency.Wrong;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Two agencies and the three sellers whose stock they share, with a network that loses, doubles,
 * delays and so reorders words, clocks that are set, and processes that are killed between any two
 * words. All chance is of one seed, and so is time.
 */
final class SimulatedTrade implements AutoCloseable {
  private static final long HOUR_MILLIS = 3_600_000;

  /** By then all is decided that is ever decided. */
  private static final long END_MILLIS = 2 * HOUR_MILLIS;

  private static final int TRIPS = 12;

  private final SplittableRandom random;
  private final Fault fault;
  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private final List<SimulatedAgency> agencies;
  private final Map<Leg, SimulatedSeller> sellers = new EnumMap<>(Leg.class);
  private final Map<Leg, Boolean> up = new EnumMap<>(Leg.class);
  private final Map<UUID, Trip> trips = new HashMap<>();
  private final Map<Leg, Long> wallAheadMillis = new EnumMap<>(Leg.class);
  private boolean troubled = true;
  private long now;
  private long events;

  /** What happens at a time; those of one time in the order in which they were planned. */
  private record Event(long at, long number, Happening what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  @FunctionalInterface
  private interface Happening {
    void happen() throws DatabaseException;
  }

  private static final class Trip {
    private final UUID id;
    private final SimulatedAgency agency;
    private final Map<Leg, List<Part>> legs = new EnumMap<>(Leg.class);
    private State told;
    private boolean cancelled;

    private Trip(UUID id, SimulatedAgency agency) {
      this.id = id;
      this.agency = agency;
    }
  }

  SimulatedTrade(long seed, Fault fault) throws DatabaseException {
    this.random = new SplittableRandom(seed);
    this.fault = fault;
    Wrong wrong =
        switch (fault) {
          case FORGETFUL_AGENCY -> Wrong.FORGETFUL;
          case IDLE_AGENCY -> Wrong.IDLE;
          case NONE, NO_TOMBSTONE, EARLY_ANSWER -> Wrong.NOTHING;
        };
    this.agencies = List.of(new SimulatedAgency(wrong), new SimulatedAgency(wrong));
    for (Leg leg : Leg.values()) {
      up.put(leg, true);
      sellers.put(
          leg,
          new SimulatedSeller(
              leg,
              3,
              random.nextInt(2, 9),
              () -> SimulatedSeller.START.plusMillis(now + wallAheadMillis.getOrDefault(leg, 0L)),
              () -> now * 1_000_000));
    }
  }

  /** Runs it to its end, and looks at everything after each event. */
  void run() throws DatabaseException {
    for (int i = 0; i < TRIPS; i++) {
      plan(random.nextLong(120_000), this::bookSomething);
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      plan(random.nextLong(HOUR_MILLIS), this::trouble);
    }
    plan(HOUR_MILLIS, this::heal);
    while (!queue.isEmpty()) {
      Event next = queue.poll();
      now = next.at();
      next.what().happen();
    }
    checkEnd();
  }

  private void plan(long afterMillis, Happening what) {
    queue.add(new Event(now + afterMillis, events++, what));
  }

  private void bookSomething() {
    Trip trip =
        new Trip(
            new UUID(random.nextLong(), random.nextLong()),
            agencies.get(random.nextInt(agencies.size())));
    for (Leg leg : Leg.values()) {
      if (trip.legs.isEmpty() || random.nextInt(5) > 0) {
        trip.legs.put(leg, sellers.get(leg).parts(random));
      }
    }
    trips.put(trip.id, trip);
    plan(0, () -> insist(trip));
    plan(random.nextLong(1_000), () -> speak(trip));
    if (random.nextInt(4) == 0) {
      plan(random.nextLong(HOUR_MILLIS), () -> cancel(trip));
    }
  }

  /** A guest books, and again and again until there is an answer or the guest gives up. */
  private void insist(Trip trip) throws DatabaseException {
    if (trip.agency.isUp()) {
      trip.agency.book(trip.id, trip.legs, now);
      tell(trip);
    }
    if (troubled && random.nextInt(4) > 0) {
      plan(random.nextLong(1_000, 600_000), () -> insist(trip));
    }
  }

  private void tell(Trip trip) throws DatabaseException {
    State answer = answer(trip).orElse(null);
    if (answer == null) {
      return;
    }
    if (answer == State.BOOKED) {
      for (Leg leg : trip.legs.keySet()) {
        assertTrue(sellers.get(leg).hasSold(trip.id), "booked, but not sold: " + leg);
      }
    }
    if (trip.told != null && !trip.cancelled) {
      assertEquals(trip.told, answer, "another answer to the same words");
    }
    trip.told = answer;
  }

  /** What the guest is told: nothing while it is not known yet. */
  private Optional<State> answer(Trip trip) throws DatabaseException {
    return trip.agency
        .state(trip.id)
        .map(it -> fault == Fault.EARLY_ANSWER && it == State.CONFIRMING ? State.BOOKED : it)
        .filter(SimulatedTrade::isOver);
  }

  private static boolean isOver(State state) {
    return state == State.BOOKED || state == State.CANCELLED;
  }

  private void cancel(Trip trip) throws DatabaseException {
    if (trip.agency.isUp()) {
      trip.cancelled = true;
      trip.agency.cancel(trip.id);
      plan(0, () -> speak(trip));
    }
  }

  private void speak(Trip trip) throws DatabaseException {
    if (trip.agency.isUp()) {
      trip.agency.speak(trip.id, now, (say, request) -> send(trip, say.leg(), request));
    }
    boolean isOver = trip.agency.state(trip.id).map(SimulatedTrade::isOver).orElse(true);
    if (now < END_MILLIS && (troubled || !isOver)) {
      long pauseMillis = isOver ? 60_000 : 2_000;
      plan(random.nextLong(pauseMillis / 10, pauseMillis), () -> speak(trip));
    }
  }

  private void send(Trip trip, Leg leg, SellerRequest request) {
    for (int copies = copies(); copies > 0; copies--) {
      plan(delay(), () -> arrive(trip, leg, request));
    }
  }

  private void arrive(Trip trip, Leg leg, SellerRequest request) throws DatabaseException {
    if (up.get(leg)) {
      SellerReply reply = hear(leg, request);
      sellers.get(leg).check();
      if (trip.agency.state(trip.id).filter(State.CANCELLED::equals).isPresent()) {
        assertEquals(0, sellers.get(leg).placesOf(trip.id), "places of a cancelled trip");
      }
      for (int copies = copies(); copies > 0; copies--) {
        plan(delay(), () -> hear(trip, leg, reply));
      }
    }
  }

  private SellerReply hear(Leg leg, SellerRequest request) throws DatabaseException {
    SellerReply standing =
        fault == Fault.NO_TOMBSTONE && request instanceof SellerRequest.Cancel it
            ? sellers.get(leg).hear(new SellerRequest.Status(it.trip()))
            : null;
    return new SellerReply.Standing(SellerReply.Standing.State.UNKNOWN).equals(standing)
        ? new SellerReply.Cancelled()
        : sellers.get(leg).hear(request);
  }

  private void hear(Trip trip, Leg leg, SellerReply reply) throws DatabaseException {
    if (trip.agency.isUp()) {
      trip.agency.hear(trip.id, leg, reply);
      tell(trip);
    }
  }

  private int copies() {
    int chance = random.nextInt(20);
    return !troubled || chance > 3 ? 1 : chance > 1 ? 0 : 2;
  }

  private long delay() {
    return random.nextInt(30) == 0 ? random.nextLong(15 * 60_000) : random.nextLong(1, 400);
  }

  /** Something is killed for a while, or a clock is set. */
  private void trouble() throws DatabaseException {
    long whileMillis = random.nextInt(3) == 0 ? 11 * 60_000 : random.nextLong(30_000);
    switch (random.nextInt(4)) {
      case 0 -> killAgency(whileMillis);
      case 1 -> killSeller(whileMillis);
      case 2 -> {
        killAgency(whileMillis);
        killSeller(random.nextLong(2 * whileMillis + 1));
      }
      default -> wallAheadMillis.put(anyLeg(), random.nextLong(-HOUR_MILLIS, HOUR_MILLIS));
    }
  }

  private void killAgency(long whileMillis) {
    SimulatedAgency agency = agencies.get(random.nextInt(agencies.size()));
    agency.kill();
    plan(whileMillis, agency::start);
  }

  private void killSeller(long whileMillis) {
    Leg leg = anyLeg();
    up.put(leg, false);
    plan(whileMillis, () -> restart(leg));
  }

  private Leg anyLeg() {
    return List.of(Leg.values()).get(random.nextInt(Leg.values().length));
  }

  private void restart(Leg leg) throws DatabaseException {
    sellers.get(leg).restart();
    up.put(leg, true);
  }

  private void heal() throws DatabaseException {
    troubled = false;
    for (Leg leg : Leg.values()) {
      restart(leg);
    }
    for (SimulatedAgency agency : agencies) {
      if (!agency.isUp()) {
        agency.start();
      }
    }
    trips.values().forEach(trip -> plan(0, () -> speak(trip)));
  }

  private void checkEnd() throws DatabaseException {
    now += 2 * HOUR_MILLIS;
    for (Trip trip : trips.values()) {
      State end = trip.agency.state(trip.id).orElse(null);
      assertTrue(end == null || isOver(end), "a trip is left " + end);
      for (Leg leg : Leg.values()) {
        boolean sold = sellers.get(leg).hasSold(trip.id);
        int places = sellers.get(leg).placesOf(trip.id);
        boolean expected = end == State.BOOKED && trip.legs.containsKey(leg);
        assertEquals(expected, sold, end + " trip, " + leg);
        assertEquals(
            expected ? trip.legs.get(leg).stream().mapToInt(Part::quantity).sum() : 0,
            places,
            end + " trip, places of " + leg);
      }
    }
  }

  /** How many trips were booked. */
  long booked() {
    return trips.values().stream().filter(trip -> trip.told == State.BOOKED).count();
  }

  @Override
  public void close() throws DatabaseException {
    for (SimulatedSeller seller : sellers.values()) {
      seller.close();
    }
    for (SimulatedAgency agency : agencies) {
      agency.close();
    }
  }
}
