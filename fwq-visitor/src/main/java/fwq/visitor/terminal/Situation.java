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
  ENGINE_AWAY
}
