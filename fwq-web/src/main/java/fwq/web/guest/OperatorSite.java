package fwq.web.guest;

import fwq.common.signing.Role;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.registry.RegistryReply.AuditTail;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.kit.json.JsonText;
import fwq.kit.json.Secret;
import fwq.web.history.History;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import fwq.web.park.ParkRoom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What operators ask and say at {@code /app/operate}. */
public final class OperatorSite {
  /** A word without an answer is said again after so long, and so often. */
  private static final long ANSWER_MILLIS = 2_500;

  private static final int TRIES = 3;

  private final Desk desk;
  private final Registry registry;
  private final Sessions sessions;
  private final OperatorDay day;

  /**
   * Operators' requests, over these parts.
   *
   * @param history of the parks
   */
  public OperatorSite(Desk desk, Registry registry, Cookies cookies, History history) {
    this.desk = desk;
    this.registry = registry;
    this.sessions = new Sessions(desk, registry, cookies);
    this.day = new OperatorDay(history);
  }

  /** Adds all of it. */
  public void addTo(Routes routes) {
    routes.add("GET", "/app/operate", Routes.Access.PAGE, this::look);
    routes.add("GET", "/app/operate/day", Routes.Access.PAGE, this::day);
    routes.add("GET", "/app/operate/audit", Routes.Access.PAGE, this::audit);
    routes.add("POST", "/app/operate", Routes.Access.GUEST, this::say);
  }

  private Login operator(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    if (login.session().role() != Role.OPERATOR) {
      throw new ProblemException(Problem.of(403, "NOT_OPERATOR", "this is for operators"));
    }
    return login;
  }

  private Reply look(Call call) throws ProblemException, InterruptedException {
    Login login = operator(call);
    int park = OperatorBody.park(call);
    byte[] document =
        desk.ask(
            (guests, nanos) ->
                OperatorDocument.of(login, park, room(guests, park), guests.brokerThere(), nanos));
    return Reply.json(200, document).with("Cache-Control", "no-store");
  }

  private Reply day(Call call) throws ProblemException, InterruptedException {
    Login _ = operator(call);
    int park = OperatorBody.park(call);
    Optional<MapFrame> frame = desk.ask((guests, _) -> room(guests, park).live().last());
    if (frame.isEmpty()) {
      throw new ProblemException(Problem.later(503, "ENGINE_AWAY", "no engine is heard yet", 3));
    }
    return Reply.json(200, day.of(frame.get())).with("Cache-Control", "no-store");
  }

  private Reply audit(Call call) throws ProblemException, InterruptedException {
    Login login = operator(call);
    AuditTail tail =
        registry.ask(
            AuditTail.class, new RegistryRequest.ReadAudit(login.ticket()), call.address());
    byte[] document =
        JsonText.object(
            json -> {
              json.writeArrayPropertyStart("lines");
              tail.lines().forEach(json::writeString);
              json.writeEndArray();
            });
    return Reply.json(200, document).with("Cache-Control", "no-store");
  }

  private Reply say(Call call) throws ProblemException, InterruptedException {
    Login login = operator(call);
    Body body = Body.of(call);
    int park = body.number("park");
    OperatorWord word = OperatorBody.word(body);
    if (OperatorBody.needsPassword(word)) {
      check(login, new Secret(body.text("password")), call.address());
    }
    Operate said = desk.ask((guests, nanos) -> stamped(guests, login, park, word, nanos));
    if (word instanceof OperatorWord.Present) {
      send(park, said, login);
      return Replies.DONE;
    }
    for (int tries = 0; tries < TRIES; tries++) {
      send(park, said, login);
      Optional<SaidWord> answer = await(park, said);
      if (answer.isPresent()) {
        return answered(answer.get());
      }
    }
    throw new ProblemException(
        Problem.later(503, "ENGINE_AWAY", "nobody answers for park " + park + " now", 3));
  }

  /** Whoever finds an open page must not close the park with it. */
  private void check(Login login, Secret password, String from) throws ProblemException {
    try {
      registry.ask(
          LoggedIn.class, new RegistryRequest.Login(login.session().alias(), password), from);
    } catch (ProblemException e) {
      throw e.problem().code().equals("WRONG_CREDENTIALS")
          ? Body.wrong("password", "your password")
          : e;
    }
  }

  private static Operate stamped(
      Guests guests, Login login, int park, OperatorWord word, long nanos) throws ProblemException {
    ParkRoom room = room(guests, park);
    long last =
        room.words().stream()
            .filter(it -> it.by().equals(login.session().alias()))
            .mapToLong(SaidWord::at)
            .max()
            .orElse(0);
    long now =
        room.live()
            .now(nanos)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.later(503, "ENGINE_AWAY", "no engine is heard yet", 3)));
    return new Operate(Optional.of(login.session()), Math.max(now, last + 1), word);
  }

  private void send(int park, Operate said, Login login) {
    SessionKey key = SessionKey.decode(login.sessionKey());
    desk.later((guests, _) -> guests.operate(park, said, key));
  }

  private Optional<SaidWord> await(int park, Operate said)
      throws ProblemException, InterruptedException {
    CompletableFuture<SaidWord> answer =
        desk.ask((guests, _) -> room(guests, park).answer(said.alias(), said.at()));
    try {
      return Optional.of(answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(false);
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reply answered(SaidWord answer) throws ProblemException {
    return switch (answer.outcome()) {
      case DONE -> Replies.DONE;
      case EXPIRED, IDLE ->
          throw new ProblemException(
              Problem.of(401, "LOGGED_OUT", "this login is over; log in again"));
      case TOO_MUCH, NOT_CLOSED ->
          throw new ProblemException(
              Problem.of(409, answer.outcome().name(), "the park does not do so"));
    };
  }

  private static ParkRoom room(Guests guests, int park) throws ProblemException {
    return guests
        .parks()
        .room(park)
        .orElseThrow(
            () -> new ProblemException(Problem.invalid("park", "there is no park " + park)));
  }
}
