package fwq.guest;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineTrust;
import fwq.kit.tls.UntrustedPeerException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes the engines whose keys the registry tells: it is asked when something is signed with a
 * key that is not known, or at another time than now, and then for 5 s to 60 s no more, whatever is
 * on the topic.
 */
public final class RegistryTrust implements EngineTrust {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryTrust.class);

  private static final long PAUSE_MILLIS = 5_000;

  /** Somebody signs again and again with a key that nobody knows. */
  private static final long PAUSE_MILLIS_MAX = 60_000;

  private final RegistryClient registry;
  private final InstantSource clock;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Known known = EngineTrust.WHOEVER.now();
  private volatile long notBefore;
  private volatile long pauseMillis = PAUSE_MILLIS;

  /**
   * Nobody has been asked.
   *
   * @param clock the time of day
   */
  public RegistryTrust(RegistryClient registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** Asks now, if the registry is there, so that nobody else is believed even for a moment. */
  public RegistryTrust learn() {
    if (asking.compareAndSet(false, true)) {
      ask();
    }
    return this;
  }

  @Override
  public Known now() {
    return known;
  }

  @Override
  public void doubted() {
    long now = clock.millis();
    // However far ahead: a clock can be set back.
    boolean isDue = now >= notBefore || notBefore - now > PAUSE_MILLIS_MAX;
    if (isDue && asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("engine-keys").start(this::ask);
    }
  }

  private void ask() {
    try {
      switch (registry.ask(new RegistryRequest.AskEngines())) {
        case RegistryReply.Engines(var keys, long at) -> {
          // Keys that were known once are not forgotten: nobody is to be believed again.
          boolean isNews = !keys.isEmpty() && !keys.equals(known.keys());
          pauseMillis = isNews ? PAUSE_MILLIS : Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
          if (!keys.isEmpty()) {
            known = new Known(keys, at - clock.millis());
          }
          if (isNews) {
            LOG.info("engines are known by the keys {}", keys);
          }
        }
        case RegistryReply reply -> {
          pauseMillis = PAUSE_MILLIS_MAX;
          LOG.info("the registry does not know by which keys engines are known: {}", reply);
        }
      }
    } catch (PeerAwayException | UntrustedPeerException e) {
      LOG.debug("the engines' keys cannot be had just now", e);
    } finally {
      notBefore = clock.millis() + pauseMillis;
      asking.set(false);
    }
  }
}
