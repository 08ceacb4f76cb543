package fwq.visitor.terminal;

/** What can be known of the park. */
enum Situation {
  /** A live map. */
  LIVE,
  /** Just arriving: nothing is wrong yet. */
  GOING,
  /** The broker has not answered yet. */
  NO_BROKER_YET,
  /** The broker was there and is not any more. */
  BROKER_AWAY,
  /** The engine has not answered yet. */
  NO_ENGINE_YET,
  /** The engine let the guest in, and has fallen silent. */
  ENGINE_AWAY;

  /** Which programs are there, as far as this tells. */
  Links links(Links.Link registry) {
    return switch (this) {
      case LIVE -> new Links(registry, Links.Link.THERE, Links.Link.THERE);
      case GOING -> new Links(registry, Links.Link.UNKNOWN, Links.Link.UNKNOWN);
      case NO_BROKER_YET, BROKER_AWAY -> new Links(registry, Links.Link.AWAY, Links.Link.UNKNOWN);
      case NO_ENGINE_YET, ENGINE_AWAY -> new Links(registry, Links.Link.THERE, Links.Link.AWAY);
    };
  }
}
