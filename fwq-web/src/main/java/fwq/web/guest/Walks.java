package fwq.web.guest;

import fwq.common.park.Direction;
import fwq.common.park.Plate;
import fwq.kit.json.JsonText;
import fwq.web.event.Events;
import fwq.web.event.Me;
import fwq.web.http.Action;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import fwq.web.park.ParkRoom;
import fwq.web.stream.Sink;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** What guests do in the park, and the streams on which they and others see it. */
final class Walks {
  private static final Map<String, Direction> DIRECTIONS =
      Map.of(
          "N", Direction.NORTH,
          "NE", Direction.NORTH_EAST,
          "E", Direction.EAST,
          "SE", Direction.SOUTH_EAST,
          "S", Direction.SOUTH,
          "SW", Direction.SOUTH_WEST,
          "W", Direction.WEST,
          "NW", Direction.NORTH_WEST);

  /** A browser comes back after two to four seconds: not all at once when a server restarts. */
  private static final int RETRY_MILLIS = 2_000;

  private static final int ALERT_MINUTES_MAX = 600;

  /** While no frame has said another. */
  private static final String ZONE = "UTC";

  private final Desk desk;
  private final Sessions sessions;
  private final Cookies cookies;
  private final String build;
  private final InstantSource clock;

  Walks(Desk desk, Sessions sessions, Cookies cookies, String build, InstantSource clock) {
    this.desk = desk;
    this.sessions = sessions;
    this.cookies = cookies;
    this.build = build;
    this.clock = clock;
  }

  /** What a request does with its guest. */
  @FunctionalInterface
  private interface Deed {
    void run(Guests guests, Guest guest, Body body, long nanos) throws ProblemException;
  }

  void addTo(Routes routes) {
    routes.add("POST", "/app/enter", Routes.Access.GUEST, this::enter);
    routes.add("POST", "/app/leave", Routes.Access.GUEST, this::leave);
    routes.add("POST", "/app/step", Routes.Access.GUEST, deed(Walks::step));
    routes.add("POST", "/app/walk", Routes.Access.GUEST, deed(Walks::walk));
    routes.add("POST", "/app/report", Routes.Access.GUEST, deed(Walks::report));
    routes.add("POST", "/app/autopilot", Routes.Access.GUEST, deed(Walks::autopilot));
    routes.add("POST", "/app/alert", Routes.Access.GUEST, deed(Walks::alert));
    routes.add("GET", "/app/parks", Routes.Access.PAGE, _ -> parks());
    routes.add("GET", "/app/stream", Routes.Access.PAGE, this::guestsStream);
    routes.add("GET", "/v1/parks/{park}/stream", Routes.Access.PUBLIC, this::publicStream);
  }

  private Action deed(Deed deed) {
    return call -> {
      run(sessions.of(call), Body.of(call), deed);
      return Replies.DONE;
    };
  }

  private void run(Login login, Body body, Deed deed)
      throws ProblemException, InterruptedException {
    desk.ask(
        (guests, nanos) -> {
          deed.run(guests, found(guests, login), body, nanos);
          return Boolean.TRUE;
        });
  }

  private static Guest found(Guests guests, Login login) throws ProblemException {
    return guests.find(login.id()).orElseThrow(() -> new ProblemException(Registry.loggedOut()));
  }

  private Reply enter(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    Body body = Body.of(call);
    int park = body.number("park");
    run(login, body, (guests, guest, _, nanos) -> Deeds.enter(guests, guest, park, nanos));
    return cookies.with(Replies.DONE, call, login.in(OptionalInt.of(park)));
  }

  private Reply leave(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    run(login, Body.of(call), (guests, guest, _, nanos) -> Deeds.leave(guests, guest, nanos));
    return cookies.with(Replies.DONE, call, login.in(OptionalInt.empty()));
  }

  private static void step(Guests guests, Guest guest, Body body, long nanos)
      throws ProblemException {
    Direction direction = DIRECTIONS.get(body.text("direction"));
    if (direction == null) {
      throw Body.wrong("direction", "one of N, NE, E, SE, S, SW, W, NW");
    }
    Deeds.step(guests, guest, direction, nanos);
  }

  private static void walk(Guests guests, Guest guest, Body body, long nanos)
      throws ProblemException {
    Optional<String> cart = body.optionalText("cart");
    if (cart.isPresent()) {
      Deeds.walk(guests, guest, plate(cart.get()), nanos);
    } else {
      Deeds.walk(guests, guest, body.optionalNumber("ride"), nanos);
    }
  }

  private static Plate plate(String text) throws ProblemException {
    try {
      return Plate.of(text);
    } catch (IllegalArgumentException e) {
      throw Body.wrong("cart", "a food cart's plate, " + Plate.RULE);
    }
  }

  private static void report(Guests guests, Guest guest, Body body, long nanos)
      throws ProblemException {
    Deeds.report(guests, guest, nanos);
  }

  private static void autopilot(Guests guests, Guest guest, Body body, long nanos)
      throws ProblemException {
    Deeds.autopilot(guests, guest, body.flag("on"), nanos);
  }

  private static void alert(Guests guests, Guest guest, Body body, long nanos)
      throws ProblemException {
    OptionalInt ride = body.optionalNumber("ride");
    if (ride.isEmpty()) {
      Deeds.alert(guests, guest, Optional.empty(), nanos);
      return;
    }
    int below = body.number("below");
    if (below < 1 || below > ALERT_MINUTES_MAX) {
      throw Body.wrong("below", "1 to " + ALERT_MINUTES_MAX + " minutes");
    }
    Deeds.alert(
        guests,
        guest,
        Optional.of(new Me.Alert(ride.getAsInt(), below, OptionalInt.empty())),
        nanos);
  }

  private Reply parks() throws ProblemException, InterruptedException {
    var parks = desk.ask((guests, _) -> guests.parks().numbers());
    return Reply.json(200, JsonText.object(json -> MeDocument.parks(json, parks)));
  }

  private Reply guestsStream(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    int wanted = number(call.parameter("park").orElse("0"));
    int park = desk.ask((guests, _) -> found(guests, login).park().orElse(wanted));
    String zone = desk.ask((guests, _) -> guests.parks().room(park).map(Walks::zone).orElse(ZONE));
    return new Reply.Streaming(
        stream -> {
          stream.begin(hello(park, zone));
          desk.later(
              (guests, nanos) ->
                  guests
                      .find(login.id())
                      .ifPresent(
                          guest -> guests.open(guest, park, stream, call.multiplexed(), nanos)));
          return () -> close(Optional.of(login.id()), stream);
        });
  }

  private Reply publicStream(Call call) throws ProblemException, InterruptedException {
    int park = number(call.part("park"));
    ParkRoom room =
        desk.ask((guests, _) -> guests.parks().room(park))
            .orElseThrow(() -> new ProblemException(Problem.notFound("there is no park " + park)));
    String zone = desk.ask((_, _) -> zone(room));
    return new Reply.Streaming(
        stream -> {
          stream.begin(hello(park, zone));
          desk.later((guests, nanos) -> guests.open(room, stream, nanos));
          return () -> close(Optional.empty(), stream);
        });
  }

  private void close(Optional<Login.Id> whose, Sink stream) {
    desk.later((guests, nanos) -> guests.closed(whose, stream, nanos));
  }

  private static String zone(ParkRoom room) {
    return room.live().last().map(frame -> frame.map().sign().zone().getId()).orElse(ZONE);
  }

  private String hello(int park, String zone) {
    int jitter = RandomGenerator.getDefault().nextInt(RETRY_MILLIS);
    return Events.hello(RETRY_MILLIS + jitter, build, park, zone, clock.millis());
  }

  /** A park's number. */
  static int number(String text) throws ProblemException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          Problem.invalid("park", "a park is a number such as 0, got '" + text + "'"));
    }
  }
}
