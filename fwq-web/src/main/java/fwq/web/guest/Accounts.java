package fwq.web.guest;

import fwq.common.talk.registry.AccountJson;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Reply.Document;
import fwq.web.http.Routes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What guests ask of the registry: accounts, logins, profiles. */
final class Accounts {
  /** A new guest's first login is tried so often. */
  private static final int LOGIN_TRIES_MAX = 20;

  private static final Duration LOGIN_PAUSE = Duration.ofSeconds(1);

  private final Desk desk;
  private final Registry registry;
  private final Cookies cookies;
  private final Sessions sessions;
  private final MeDocument me;

  Accounts(Desk desk, Registry registry, Cookies cookies, Sessions sessions, MeDocument me) {
    this.desk = desk;
    this.registry = registry;
    this.cookies = cookies;
    this.sessions = sessions;
    this.me = me;
  }

  void addTo(Routes routes) {
    routes.add("POST", "/app/register", Routes.Access.GUEST, this::register);
    routes.add("POST", "/app/login", Routes.Access.GUEST, this::login);
    routes.add("POST", "/app/logout", Routes.Access.GUEST, this::logout);
    routes.add("POST", "/app/profile", Routes.Access.GUEST, this::profile);
    routes.add("GET", "/app/me", Routes.Access.PAGE, this::me);
    routes.add("GET", "/app/sessions", Routes.Access.PAGE, this::sessions);
    routes.add("POST", "/app/sessions/end", Routes.Access.GUEST, this::endSession);
    routes.add("GET", "/app/account", Routes.Access.PAGE, this::export);
    routes.add("POST", "/app/account/delete", Routes.Access.GUEST, this::delete);
  }

  private Reply register(Call call) throws ProblemException, InterruptedException {
    Body body = Body.of(call);
    String alias = body.text("alias");
    Secret password = new Secret(body.text("password"));
    RegistryRequest.Register request =
        new RegistryRequest.Register(
            alias, body.text("name"), body.text("email"), password, body.optionalText("shownAs"));
    registry.ask(Done.class, request, call.address());
    return patientWelcome(call, alias, password);
  }

  /** The account is made: that the registry is busy must not read as if it were not. */
  private Document patientWelcome(Call call, String alias, Secret password)
      throws ProblemException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return welcome(call, alias, password);
      } catch (ProblemException e) {
        boolean passes = e.problem().status() == 503 || e.problem().status() == 429;
        if (!passes || tries == LOGIN_TRIES_MAX) {
          throw e;
        }
        LockSupport.parkNanos(LOGIN_PAUSE.toNanos());
      }
    }
  }

  private Reply login(Call call) throws ProblemException, InterruptedException {
    Body body = Body.of(call);
    return welcome(call, body.text("alias"), new Secret(body.text("password")));
  }

  private Document welcome(Call call, String alias, Secret password)
      throws ProblemException, InterruptedException {
    LoggedIn reply =
        registry.ask(LoggedIn.class, new RegistryRequest.Login(alias, password), call.address());
    Login login = Login.of(reply);
    Optional<ProfileOf> profile = sessions.profile(login, call.address());
    desk.ask((guests, nanos) -> guests.meet(login, profile, nanos));
    return cookies.with(me.of(login), call, login);
  }

  private Reply logout(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    registry.ask(Done.class, new RegistryRequest.Logout(login.ticket()), call.address());
    return logOut(login, call);
  }

  private Reply logOut(Login login, Call call) throws ProblemException, InterruptedException {
    desk.ask(
        (guests, nanos) -> {
          guests.find(login.id()).ifPresent(guest -> Deeds.logOut(guests, guest, nanos));
          return Boolean.TRUE;
        });
    return cookies.without(Replies.DONE, call);
  }

  private Reply profile(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    Body body = Body.of(call);
    Changes changes =
        new Changes(
            body.optionalText("name"),
            body.optionalText("email"),
            body.optionalText("password").map(Secret::new),
            body.optionalText("shownAs"));
    RegistryRequest.Update update =
        new RegistryRequest.Update(
            login.ticket(), changes, body.optionalText("current").map(Secret::new));
    registry.ask(Done.class, update, call.address());
    ProfileOf now =
        registry.ask(ProfileOf.class, new RegistryRequest.Profile(login.ticket()), call.address());
    desk.ask((guests, nanos) -> guests.meet(login, Optional.of(now), nanos));
    return me.of(login);
  }

  private Reply sessions(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    return document(
        registry.ask(
            RegistryReply.Sessions.class,
            new RegistryRequest.ListSessions(login.ticket()),
            call.address()));
  }

  private Reply endSession(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    long issuedAt = Body.of(call).longNumber("issuedAt");
    registry.ask(
        Done.class, new RegistryRequest.EndSession(login.ticket(), issuedAt), call.address());
    return sessions(call);
  }

  private Reply export(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    RegistryReply.Exported all =
        registry.ask(
            RegistryReply.Exported.class,
            new RegistryRequest.Export(login.ticket()),
            call.address());
    return Reply.json(200, AccountJson.document(all.data()));
  }

  private Reply delete(Call call) throws ProblemException, InterruptedException {
    Login login = sessions.of(call);
    Secret current = new Secret(Body.of(call).text("current"));
    registry.ask(Done.class, new RegistryRequest.Delete(login.ticket(), current), call.address());
    return logOut(login, call);
  }

  /** As the registry says it. */
  private static Reply document(RegistryReply reply) {
    return Reply.json(200, RegistryCodec.write(reply));
  }

  private Reply me(Call call) throws ProblemException, InterruptedException {
    return me.of(sessions.of(call));
  }
}
