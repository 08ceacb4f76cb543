package fwq.web.trial;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.registry.AccountData;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.OpenSession;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.AuditTail;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.WebTalk;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry in memory, over a real socket, that can be closed and opened again. */
final class FakeRegistry implements FrameServer.Handler, AutoCloseable {
  /** Whoever has this name runs the park. */
  static final String OPERATOR = "boss";

  private static final long LIFETIME_MILLIS = 3_600_000;

  private static final List<OpenSession> SESSIONS =
      List.of(
          new OpenSession(1_764_324_000_000L, "192.0.2.7", true),
          new OpenSession(1_764_320_400_000L, "198.51.100.9", false));

  private final Set<Long> ended = new HashSet<>();
  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, String> tickets = new HashMap<>();

  /** The addresses that requests came from, as web processes said. */
  final List<String> origins = new CopyOnWriteArrayList<>();

  private FrameServer server;
  private int port;
  private int logins;
  private int busy;

  private record Account(String name, String email, String password, String shownAs) {}

  FakeRegistry() throws IOException {
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

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    if (WebTalk.isHello(request)) {
      return WebTalk.nonce(new byte[WebTalk.NONCE_BYTES]);
    }
    // Which engines are believed a web process asks on its own behalf.
    WebTalk.origin(request).ifPresent(it -> origins.add(it.from()));
    return RegistryCodec.write(answer(RegistryCodec.readRequest(request)));
  }

  private synchronized RegistryReply answer(RegistryRequest request) {
    return switch (request) {
      case RegistryRequest.Register it -> register(it);
      case RegistryRequest.Login it -> login(it);
      case RegistryRequest.Profile it -> profile(it);
      case RegistryRequest.Update it -> update(it);
      case RegistryRequest.ListSessions it -> sessions(it);
      case RegistryRequest.EndSession it -> {
        ended.add(it.issuedAt());
        yield new Done();
      }
      case RegistryRequest.Export it -> export(it);
      case RegistryRequest.Delete it -> delete(it);
      case RegistryRequest.Logout it -> {
        tickets.remove(it.ticket().reveal());
        yield new Done();
      }
      case RegistryRequest.AskEngines _ -> new RegistryReply.Engines(EngineKeys.NONE, 1);
      case RegistryRequest.ReadAudit _ ->
          new AuditTail(
              List.of(
                  "{\"at\":\"2026-11-27T10:00:00.000Z\",\"program\":\"registry\","
                      + "\"address\":\"127.0.0.1\",\"alias\":\"boss\",\"action\":\"login\","
                      + "\"outcome\":\"done\"}"));
    };
  }

  private RegistryReply register(RegistryRequest.Register it) {
    if (accounts.containsKey(it.alias())) {
      return Refused.of(RegistryError.ALIAS_TAKEN, "taken");
    }
    if (!it.email().contains("@")) {
      return Refused.invalid("email", "no address");
    }
    accounts.put(
        it.alias(),
        new Account(
            it.name(), it.email(), it.password().reveal(), it.shownAs().orElse(it.alias())));
    return new Done();
  }

  /** The next so many logins find it busy. */
  synchronized void busy(int times) {
    busy = times;
  }

  private RegistryReply login(RegistryRequest.Login it) {
    if (busy > 0) {
      busy--;
      return Refused.later(ErrorCode.BUSY, "busy", 100);
    }
    Account account = accounts.get(it.alias());
    if (account == null || !account.password().equals(it.password().reveal())) {
      return Refused.of(RegistryError.WRONG_CREDENTIALS, "wrong");
    }
    String ticket = "ticket-" + ++logins;
    tickets.put(ticket, it.alias());
    long now = System.currentTimeMillis() + logins;
    return new LoggedIn(
        new Secret(ticket),
        new Session(
            it.alias(),
            now,
            now + LIFETIME_MILLIS,
            account.shownAs(),
            it.alias().equals(OPERATOR) ? Role.OPERATOR : Role.GUEST),
        new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32])));
  }

  private RegistryReply profile(RegistryRequest.Profile it) {
    String alias = tickets.get(it.ticket().reveal());
    if (alias == null) {
      return Refused.of(RegistryError.EXPIRED, "log in again");
    }
    Account account = accounts.get(alias);
    return new ProfileOf(alias, account.name(), account.email(), account.shownAs());
  }

  private RegistryReply update(RegistryRequest.Update it) {
    String alias = tickets.get(it.ticket().reveal());
    if (alias == null) {
      return Refused.of(RegistryError.EXPIRED, "log in again");
    }
    Account old = accounts.get(alias);
    Changes changes = it.changes();
    if (changes.needPassword()
        && !it.current().map(Secret::reveal).equals(Optional.of(old.password()))) {
      return Refused.invalid("current", "this is not the password that you have now");
    }
    Optional<String> password = changes.password().map(Secret::reveal);
    accounts.put(
        alias,
        new Account(
            changes.name().orElse(old.name()),
            changes.email().orElse(old.email()),
            password.orElse(old.password()),
            changes.shownAs().orElse(old.shownAs())));
    return new Done();
  }

  private RegistryReply sessions(RegistryRequest.ListSessions it) {
    return tickets.containsKey(it.ticket().reveal())
        ? new RegistryReply.Sessions(
            SESSIONS.stream().filter(each -> !ended.contains(each.issuedAt())).toList())
        : Refused.of(RegistryError.EXPIRED, "log in again");
  }

  private RegistryReply export(RegistryRequest.Export it) {
    return profile(new RegistryRequest.Profile(it.ticket())) instanceof ProfileOf profile
        ? new RegistryReply.Exported(
            new AccountData(profile, 1, SESSIONS, List.of("192.0.2.7"), List.of()))
        : Refused.of(RegistryError.EXPIRED, "log in again");
  }

  private RegistryReply delete(RegistryRequest.Delete it) {
    String alias = tickets.get(it.ticket().reveal());
    if (alias == null) {
      return Refused.of(RegistryError.EXPIRED, "log in again");
    }
    if (!accounts.get(alias).password().equals(it.current().reveal())) {
      return Refused.invalid("current", "this is not the password that you have now");
    }
    accounts.remove(alias);
    tickets.values().removeIf(alias::equals);
    return new Done();
  }
}
