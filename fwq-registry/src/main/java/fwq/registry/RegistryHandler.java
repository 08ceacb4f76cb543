package fwq.registry;

import fwq.common.park.Alias;
import fwq.common.signing.EngineKeys;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.RegistryRequest.AskEngines;
import fwq.common.talk.registry.RegistryRequest.Delete;
import fwq.common.talk.registry.RegistryRequest.EndSession;
import fwq.common.talk.registry.RegistryRequest.Export;
import fwq.common.talk.registry.RegistryRequest.ListSessions;
import fwq.common.talk.registry.RegistryRequest.Login;
import fwq.common.talk.registry.RegistryRequest.Logout;
import fwq.common.talk.registry.RegistryRequest.Profile;
import fwq.common.talk.registry.RegistryRequest.ReadAudit;
import fwq.common.talk.registry.RegistryRequest.Register;
import fwq.common.talk.registry.RegistryRequest.Update;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.frame.RateLimit.Verdict;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.text.Normal;
import io.prometheus.metrics.core.metrics.Counter;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers guests' requests. Called by many threads at once; waits for passwords and the disk. */
public final class RegistryHandler implements FrameServer.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
  private static final int THROTTLED_ALIASES_MAX = 10_000;

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordCheck check;
  private final Tickets tickets;
  private final OwnersDesk owners;
  private final RateLimit rate;
  private final RegistryAudit audit;
  private final Supplier<EngineKeys> engines;
  private final InstantSource clock;
  private final Counter requests;

  /** A full disk fails every request. */
  private final Once complaints = new Once(Duration.ofSeconds(1));

  public RegistryHandler(
      Accounts accounts,
      Passwords passwords,
      Tickets tickets,
      RateLimit rate,
      RecentAudit audit,
      Supplier<EngineKeys> engines,
      InstantSource clock,
      Metrics metrics) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.check = new PasswordCheck(passwords, accounts.throttle(THROTTLED_ALIASES_MAX), clock);
    this.tickets = tickets;
    this.owners = new OwnersDesk(accounts, passwords, check, tickets, audit);
    this.rate = rate;
    this.audit = new RegistryAudit(audit, tickets, clock);
    this.engines = engines;
    this.clock = clock;
    this.requests =
        metrics.counter(
            "fwq_registry_requests_total", "Requests by type and outcome.", "type", "outcome");
  }

  @Override
  public byte[] reply(byte[] bytes, InetAddress from) throws BadMessageException {
    RegistryRequest request;
    try {
      request = RegistryCodec.readRequest(bytes);
    } catch (BadMessageException e) {
      requests.labelValues("unknown", outcome(ErrorCode.BAD_REQUEST.name())).inc();
      throw e;
    }
    Verdict verdict = costsAHash(request) ? rate.attempt(from, clock.millis()) : Verdict.GO;
    RegistryReply reply =
        verdict.isRefusal()
            ? Refusals.tooManyFromThere(verdict.delayMillis())
            : ScopedValue.where(SecurityLog.FROM, from.getHostAddress())
                .call(() -> answer(request, from));
    // Of a flood one line is noted, or it would wash all other lines out of the audit.
    if (!verdict.isRefusal() || verdict.first()) {
      audit.note(request, reply, from);
    }
    requests.labelValues(type(request), outcome(reply)).inc();
    LOG.debug("{} from {}: {}", type(request), from, outcome(reply));
    return RegistryCodec.write(reply);
  }

  private static boolean costsAHash(RegistryRequest request) {
    return switch (request) {
      case Register _, Login _, Delete _ -> true;
      case Update it -> it.changes().needPassword();
      case Profile _, ListSessions _, EndSession _, Export _, Logout _, ReadAudit _, AskEngines _ ->
          false;
    };
  }

  private RegistryReply answer(RegistryRequest request, InetAddress from) {
    try {
      return switch (request) {
        case Register it -> register(it);
        case Login it -> login(it, from, true);
        case Profile it -> owners.profile(it);
        case Update it -> owners.update(it, from);
        case ListSessions it -> owners.list(it);
        case EndSession it -> owners.end(it);
        case Export it -> owners.export(it);
        case Delete it -> owners.delete(it, from);
        case Logout it -> owners.logout(it);
        case ReadAudit it -> owners.readAudit(it);
        case AskEngines _ -> new RegistryReply.Engines(engines.get(), clock.millis());
      };
    } catch (BusyException e) {
      return Refusals.busy(e.retryAfterMillis());
    } catch (DatabaseException e) {
      complain(e);
      return Refusals.unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Refusals.unavailable();
    }
  }

  private RegistryReply register(Register it)
      throws BusyException, DatabaseException, InterruptedException {
    Optional<ErrorReply> wrong = ProfileRules.check(it);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    if (it.shownAs().isPresent() && accounts.isSomebodyElses(it.shownAs().get(), it.alias())) {
      return Refusals.nameOfAnother();
    }
    // Asked first to save the hash; who takes the username meanwhile is seen by add.
    boolean added =
        accounts.find(it.alias()).isEmpty()
            && accounts.add(
                it.alias(),
                Normal.composed(it.name()),
                it.email(),
                passwords.hash(it.password()),
                it.shownAs(),
                clock.millis());
    return added
        ? new Done()
        : Refused.of(
            RegistryError.ALIAS_TAKEN, "somebody has this username already; choose another");
  }

  /**
   * Compares the password and opens a session.
   *
   * @param again whether to do so once more when the account's hash is another by then: another
   *     login may have renewed the hash of the same password
   */
  private RegistryReply login(Login it, InetAddress from, boolean again)
      throws BusyException, DatabaseException, InterruptedException {
    // A blank at the end comes with what is pasted.
    String alias = it.alias().strip();
    Optional<Account> account = Alias.isValid(alias) ? accounts.find(alias) : Optional.empty();
    Optional<Refused> refused =
        check.refuse(
            alias,
            from,
            it.password(),
            account.map(Account::passwordHash),
            Refusals.wrongCredentials());
    if (refused.isPresent()) {
      return refused.get();
    }
    OptionalLong issuedAt =
        accounts
            .sessions()
            .open(account.orElseThrow(), from, clock.millis(), tickets.oldestIssuedAt());
    if (issuedAt.isEmpty()) {
      return again ? login(it, from, false) : Refusals.wrongCredentials();
    }
    check.succeeded(alias, from);
    rehash(account.orElseThrow(), it.password());
    return tickets.issue(
        account.orElseThrow().alias(),
        account.orElseThrow().shownAs(),
        account.orElseThrow().role(),
        issuedAt.getAsLong());
  }

  /** Only now is the password known whose hash is to cost what hashes cost today. */
  private void rehash(Account account, Secret password) {
    try {
      if (passwords.isOutdated(account.passwordHash())) {
        accounts.rehash(account, passwords.hash(password));
      }
    } catch (BusyException e) {
      LOG.debug("a password keeps its older hash until the next login: {}", e.getMessage());
    } catch (DatabaseException e) {
      complain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void complain(DatabaseException e) {
    if (complaints.isDue(clock.millis())) {
      LOG.error(
          "{}; requests that need it are answered with UNAVAILABLE meanwhile", e.getMessage());
    }
  }

  private static String type(RegistryRequest request) {
    return switch (request) {
      case Register _ -> "register";
      case Login _ -> "login";
      case Profile _ -> "profile";
      case Update _ -> "update";
      case ListSessions _ -> "sessions";
      case EndSession _ -> "end_session";
      case Export _ -> "export";
      case Delete _ -> "delete";
      case Logout _ -> "logout";
      case ReadAudit _ -> "audit";
      case AskEngines _ -> "engines";
    };
  }

  private static String outcome(RegistryReply reply) {
    return reply instanceof Refused(ErrorReply error) ? outcome(error.code()) : "done";
  }

  private static String outcome(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
