package fwq.visitor.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.RegistryClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class CrowdTest {
  private static final long T = 1_000_000;
  private static final SharedSecret SECRET = SharedSecret.of(new byte[32]);
  private static final Pace PACE = new Pace(Duration.ofSeconds(1));
  private static final Ride RIDE = new Ride(0, "ride", "Ride", Position.ofCell(210), 5, 20);

  private final List<VisitorEvent> said = new ArrayList<>();
  private final Reception reception =
      new Reception(
          new RegistryClient(new HostPort("127.0.0.1", 1), new Trust.Plaintext()),
          new PasswordFile(new Secret("secret words"), true));
  private boolean brokerThere = true;

  @AfterEach
  void close() {
    reception.close();
  }

  @Test
  void eachGuestSpeaksOnceASecondAndNotAllAtOnce() throws Exception {
    Crowd crowd = crowd(100);
    arriveAndEnter(crowd, 100);
    said.clear();
    List<Integer> perTurn = new ArrayList<>();
    for (long now = T; now < T + 4_000; now += 25) {
      int before = said.size();
      crowd.turn(now);
      perTurn.add(said.size() - before);
    }
    assertTrue(perTurn.stream().allMatch(it -> it <= 10), perTurn.toString());
    Map<String, Long> perGuest =
        said.stream().collect(Collectors.groupingBy(VisitorEvent::alias, Collectors.counting()));
    assertEquals(100, perGuest.size());
    assertTrue(perGuest.values().stream().allMatch(it -> it == 3 || it == 4), "" + perGuest);
    assertEquals(100, crowd.inside());
  }

  @Test
  void guestsWalkOneStepAParkMinuteToTheRideAndStayForItsCycle() throws Exception {
    Crowd crowd = crowd(1);
    arriveAndEnter(crowd, 1);
    said.clear();
    for (long now = T; now < T + 14_000; now += 25) {
      crowd.frame(frame(now));
      crowd.turn(now);
    }
    List<Position> way =
        said.stream()
            .filter(VisitorEvent.Move.class::isInstance)
            .map(it -> ((VisitorEvent.Move) it).to())
            .toList();
    assertEquals(10, way.stream().distinct().count());
    assertEquals(RIDE.position(), way.getLast());
    assertTrue(way.size() > 10, "and says where it is while it rides");
  }

  @Test
  void nobodyWalksWhileTheBrokerIsAway() throws Exception {
    Crowd crowd = crowd(1);
    arriveAndEnter(crowd, 1);
    said.clear();
    brokerThere = false;
    for (long now = T; now < T + 10_000; now += 25) {
      crowd.frame(frame(now));
      crowd.turn(now);
    }
    assertTrue(
        said.stream()
            .filter(VisitorEvent.Move.class::isInstance)
            .allMatch(it -> ((VisitorEvent.Move) it).to().equals(Position.GATE)),
        "" + said);
  }

  @Test
  void oneWhoHasLoggedInElsewhereStaysAwayAndTheLastOfThemEndsIt() throws Exception {
    Crowd crowd = crowd(2);
    arriveAndEnter(crowd, 2);
    crowd.answer("g-1", new Admitted(9, Position.GATE));
    crowd.turn(T);
    crowd.answer("g-2", new Admitted(9, Position.GATE));
    Failure e = assertThrows(Failure.class, () -> crowd.turn(T + 25));
    assertTrue(e.getMessage().startsWith("g-2: logged in somewhere else"), e.getMessage());
  }

  @Test
  void oneWhoCannotBeLoggedInEndsIt() {
    Crowd crowd = crowd(1);
    crowd.turnedAway("g-1", "a password has at least 8 characters");
    Failure e = assertThrows(Failure.class, () -> crowd.turn(T));
    assertEquals("g-1: a password has at least 8 characters", e.getMessage());
  }

  /** A registry that is busy now and then, over a real socket; an engine that admits everybody. */
  @Test
  void aCrowdRegistersEntersLogsInAgainWhenExpiredAndLeavesAtTheEnd() throws Exception {
    Set<String> registered = ConcurrentHashMap.newKeySet();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger logins = new AtomicInteger();
    FrameServer.Handler registry =
        (bytes, _) -> {
          RegistryRequest request = RegistryCodec.readRequest(bytes);
          if (asked.incrementAndGet() % 3 == 0) {
            RegistryReply busy = RegistryReply.Refused.later(ErrorCode.BUSY, "busy", 5);
            return RegistryCodec.write(busy);
          }
          return RegistryCodec.write(
              switch (request) {
                case RegistryRequest.Register it ->
                    registered.add(it.alias())
                        ? new RegistryReply.Done()
                        : RegistryReply.Refused.of(RegistryError.ALIAS_TAKEN, "taken");
                case RegistryRequest.Login it -> {
                  Session session = new Session(it.alias(), logins.incrementAndGet(), 1_000);
                  yield new RegistryReply.LoggedIn(
                      new Secret("t"), session, SessionKey.derive(SECRET, session).encode());
                }
                case RegistryRequest.Profile _,
                    RegistryRequest.Update _,
                    RegistryRequest.ListSessions _,
                    RegistryRequest.EndSession _,
                    RegistryRequest.Export _,
                    RegistryRequest.Delete _,
                    RegistryRequest.Logout _,
                    RegistryRequest.ReadAudit _,
                    RegistryRequest.AskEngines _ ->
                    throw new AssertionError();
              });
        };
    Map<String, Long> inside = new HashMap<>();
    AtomicInteger expired = new AtomicInteger();
    Stop stop = new Stop();
    Crowd[] crowd = new Crowd[1];
    try (FrameServer server = new FrameServer(0, registry, FrameServer.Limits.DEFAULT);
        Reception desk =
            new Reception(
                new RegistryClient(new HostPort("127.0.0.1", server.port()), new Trust.Plaintext()),
                new PasswordFile(new Secret("secret words"), true))) {
      crowd[0] =
          new Crowd(
              aliases(20),
              new Pace(Duration.ofMillis(50)),
              1,
              desk,
              (event, _) -> {
                if (event instanceof VisitorEvent.Enter(Session session, _)) {
                  inside.put(event.alias(), session.issuedAt());
                  boolean expires = expired.incrementAndGet() <= 5;
                  crowd[0].answer(
                      event.alias(),
                      expires
                          ? new Gone(session.issuedAt(), Departure.EXPIRED)
                          : new Admitted(session.issuedAt(), Position.GATE));
                } else if (event instanceof VisitorEvent.Leave) {
                  inside.remove(event.alias());
                }
                if (expired.get() == 25 && crowd[0].inside() == 20) {
                  stop.request();
                }
              },
              () -> true);
      crowd[0].run(stop);
    }
    assertEquals(Set.copyOf(aliases(20)), registered);
    assertEquals(25, logins.get());
    assertEquals(Map.of(), inside);
  }

  private Crowd crowd(int guests) {
    BooleanSupplier there = () -> brokerThere;
    return new Crowd(aliases(guests), PACE, 1, reception, (event, _) -> said.add(event), there);
  }

  private static void arriveAndEnter(Crowd crowd, int guests) throws Failure {
    for (String alias : aliases(guests)) {
      Session session = new Session(alias, 5, 1_000);
      crowd.arrived(session, SessionKey.derive(SECRET, session));
      crowd.answer(alias, new Admitted(5, Position.GATE));
    }
    for (int turn = 0; turn < Pace.SLOTS; turn++) {
      crowd.turn(T - 250 + 25L * turn);
    }
  }

  private static List<String> aliases(int guests) {
    return IntStream.rangeClosed(1, guests).mapToObj(number -> "g-" + number).toList();
  }

  private static MapFrame frame(long seq) {
    return new MapFrame(
        0,
        1,
        seq,
        0,
        seq,
        new ParkMap(1, 10, List.of(RideStatus.open(RIDE, 5, 10, 1)), List.of(), List.of()));
  }
}
