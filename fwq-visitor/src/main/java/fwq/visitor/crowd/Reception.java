package fwq.visitor.crowd;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.guest.PeerAwayException;
import fwq.guest.RegistryClient;
import fwq.kit.program.Backoff;
import fwq.kit.program.Stop;
import fwq.kit.tls.UntrustedPeerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers guests if need be and logs them in, a few at a time, and patiently: a registry that is
 * away or busy is asked again, when it says so or with growing pauses.
 */
public final class Reception implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** Requests under way at once. More would only wait for the registry's cores. */
  private static final int DESKS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final RegistryClient registry;
  private final PasswordFile password;
  private final BlockingQueue<String> line = new LinkedBlockingQueue<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final Stop closing = new Stop();
  private final List<Thread> desks = new ArrayList<>();

  /** Who waits for the guests. Called by several threads at once. */
  public interface Host {
    void arrived(Session session, SessionKey key);

    /** The guest cannot be logged in, and trying again would not help. */
    void turnedAway(String alias, String why);
  }

  public Reception(RegistryClient registry, PasswordFile password) {
    this.registry = registry;
    this.password = password;
  }

  void open(Host host) {
    for (int desk = 0; desk < DESKS; desk++) {
      desks.add(Thread.ofVirtual().name("reception-" + desk).start(() -> serve(host)));
    }
  }

  void admit(String alias) {
    line.add(alias);
  }

  private void serve(Host host) {
    try {
      while (!closing.requested()) {
        letIn(line.take(), host);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void letIn(String alias, Host host) throws InterruptedException {
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
    boolean registering = password.fresh();
    boolean registered = false;
    while (!closing.requested()) {
      switch (ask(alias, registering, registered)) {
        case Next.Arrived(Session session, SessionKey key) -> {
          host.arrived(session, key);
          return;
        }
        case Next.TurnedAway(String why) -> {
          host.turnedAway(alias, why);
          return;
        }
        case Next.Register _ -> registering = true;
        case Next.LogIn _ -> {
          registering = false;
          registered = true;
        }
        case Next.Again(OptionalLong millis) ->
            closing.await(
                millis.isPresent() ? Duration.ofMillis(millis.getAsLong()) : backoff.next());
      }
    }
  }

  private Next ask(String alias, boolean registering, boolean registered) {
    try {
      RegistryReply reply =
          registering
              ? registry.register(
                  new RegistryRequest.Register(
                      alias, alias, alias + "@fwq.example", password.password(), Optional.empty()))
              : registry.login(alias, password.password());
      if (away.compareAndSet(true, false)) {
        LOG.info("the registry answers");
      }
      return Next.after(reply, registered);
    } catch (UntrustedPeerException e) {
      return new Next.TurnedAway(e.getMessage());
    } catch (PeerAwayException e) {
      if (!closing.requested() && away.compareAndSet(false, true)) {
        LOG.info("{} Trying until it does.", e.getMessage());
      }
      return new Next.Again(OptionalLong.empty());
    }
  }

  /** Serves no more; whoever waits is not told. */
  @Override
  public void close() {
    closing.request();
    desks.forEach(Thread::interrupt);
  }
}
