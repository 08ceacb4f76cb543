package fwq.web.guest;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.guest.PeerAwayException;
import fwq.kit.json.ErrorReply;
import fwq.kit.tls.UntrustedPeerException;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registry, and puts its refusals into HTTP's words. For any number of threads. */
public final class Registry {
  private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
  private static final long AGAIN_SECONDS = 2;
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final RegistryLine line;
  private final Consumer<Boolean> away;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * Asks over this line.
   *
   * @param away is told after each question whether nobody answered
   */
  public Registry(RegistryLine line, Consumer<Boolean> away) {
    this.line = line;
    this.away = away;
  }

  /**
   * The answer that was hoped for, of this type.
   *
   * @param from the guest's address
   */
  <T extends RegistryReply> T ask(Class<T> hoped, RegistryRequest request, String from)
      throws ProblemException {
    RegistryReply reply;
    try {
      reply = line.ask(request, from);
    } catch (PeerAwayException e) {
      wentAway();
      throw away(e.getMessage());
    } catch (UntrustedPeerException e) {
      LOG.warn("{}", e.getMessage());
      wentAway();
      throw away("the registry is not the one that is trusted");
    }
    away.accept(false);
    if (reply instanceof RegistryReply.Refused(ErrorReply error)) {
      throw new ProblemException(problem(error));
    }
    if (!hoped.isInstance(reply)) {
      throw away("what answers is not a registry");
    }
    return hoped.cast(reply);
  }

  /** Looks for it until it is back, for perhaps nobody asks again. */
  private void wentAway() {
    away.accept(true);
    if (looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("registry-look").start(this::look);
    }
  }

  private void look() {
    do {
      LockSupport.parkNanos(LOOK_NANOS);
    } while (!line.isThere());
    looking.set(false);
    away.accept(false);
  }

  private static ProblemException away(String why) {
    return new ProblemException(Problem.later(503, "REGISTRY_AWAY", why, AGAIN_SECONDS));
  }

  private static Problem problem(ErrorReply error) {
    OptionalLong seconds =
        error.retryAfterMillis().isPresent()
            ? OptionalLong.of(Math.ceilDiv(error.retryAfterMillis().getAsLong(), 1_000))
            : OptionalLong.empty();
    return switch (error.code()) {
      case "ALIAS_TAKEN" -> Problem.of(409, error.code(), error.message());
      case "WRONG_CREDENTIALS" -> Problem.of(401, error.code(), error.message());
      case "INVALID_FIELD" -> Problem.invalid(error.field().orElse(""), error.message());
      case "EXPIRED" -> loggedOut();
      case "BUSY" -> new Problem(503, "BUSY", error.message(), Optional.empty(), seconds);
      case "TOO_MANY_ATTEMPTS" ->
          new Problem(429, "TOO_MANY", error.message(), Optional.empty(), seconds);
      default -> Problem.later(503, "REGISTRY_AWAY", error.message(), AGAIN_SECONDS);
    };
  }

  /** There is no login, or no longer. */
  static Problem loggedOut() {
    return Problem.of(401, "LOGGED_OUT", "log in first");
  }
}
