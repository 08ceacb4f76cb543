package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.tui.Event;

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
  private ParkScene.Link link = ParkScene.Link.UNKNOWN;

  RegistryWatch(World world, Secret ticket) {
    this.world = world;
    this.ticket = ticket;
  }

  ParkScene.Link link() {
    return link;
  }

  /** Looks at an event, which may be the answer. */
  void on(Event event) {
    switch (event) {
      case ParkEvent.Replied(long answered, _) when answered == number ->
          found(ParkScene.Link.THERE);
      case ParkEvent.Unanswered(long unanswered, _) when unanswered == number ->
          found(ParkScene.Link.AWAY);
      case ParkEvent.Untrusted(long untrusted, _) when untrusted == number ->
          found(ParkScene.Link.AWAY);
      default -> {}
    }
  }

  void tick(long now) {
    if (number == NONE && (now - askedAt >= PAUSE_MILLIS || now < askedAt)) {
      askedAt = now;
      number = world.errands().ask(world.registry(), new RegistryRequest.Profile(ticket));
    } else if (number != NONE && now - askedAt >= PAUSE_MILLIS) {
      // A silent one is no better than none.
      link = ParkScene.Link.AWAY;
    }
  }

  private void found(ParkScene.Link what) {
    number = NONE;
    link = what;
  }
}
