package fwq.web.stream;

/**
 * What waits for a browser, in the order in which it is sent. Of each there is one: the newest. An
 * old map is of no use to anybody.
 */
public enum Slot {
  /** The first event of a stream. */
  HELLO,
  /** The broker is away, or back. */
  BROKER,
  /** The engine is away, or back. */
  ENGINE,
  /** The registry is away, or back. */
  REGISTRY,
  /** A wish to be told that came true; no newer state of the guest may replace it. */
  ALERT,
  /** The guest's own state. */
  ME,
  /** The park. */
  FRAME,
  /** Says nothing but that the stream lives. */
  COMMENT,
  /** The last event; nothing follows. */
  END
}
