package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;

/**
 * Looks whether the registry is there, by asking for the guest's own profile now and then. Nobody
 * in the park depends on it; it is there to be seen.
 */
final class RegistryWatch {
  /** So a guest knows within 3 s. */
  private static final long PAUSE_MILLIS = 2_500;

  private static final long NONE = -1;

  private final World world;
  private final Secret ticket;
  private long number = NONE;
  private long askedAt;
  private Links.Link link = Links.Link.UNKNOWN;

  /** Looks with this ticket. */
  RegistryWatch(World world, Secret ticket) {
    this.world = world;
    this.ticket = ticket;
  }

  /** What was found out last. */
  Links.Link link() {
    return link;
  }

  /** Looks at an event, which may be the answer. */
  void on(Event event) {
    switch (event) {
      case Event.Answered(long answered, _) when answered == number -> found(Links.Link.THERE);
      case Event.Unanswered(long unanswered, _) when unanswered == number -> found(Links.Link.AWAY);
      case Event.Untrusted(long untrusted, _) when untrusted == number -> found(Links.Link.AWAY);
      default -> {}
    }
  }

  /** Asks, when it is time. */
  void tick(long now) {
    if (number == NONE && (now - askedAt >= PAUSE_MILLIS || now < askedAt)) {
      askedAt = now;
      number = world.errands().ask(world.registry(), new RegistryRequest.Profile(ticket));
    } else if (number != NONE && now - askedAt >= PAUSE_MILLIS) {
      // A silent one is no better than none.
      link = Links.Link.AWAY;
    }
  }

  private void found(Links.Link what) {
    number = NONE;
    link = what;
  }
}
