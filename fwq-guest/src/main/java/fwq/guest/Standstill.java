package fwq.guest;

/**
 * Whether the park has stopped though its frames still come: then what guests say is on the
 * broker's disk, and no frame includes it. Moments are epoch milliseconds by the guest's clock. For
 * any thread.
 */
public final class Standstill {
  /** What takes no longer than this is no standstill. */
  public static final long MILLIS = 3_000;

  private long shown;
  private long waiting = -1;
  private long since;

  /** The broker has something that a guest said, at this offset. */
  public synchronized void taken(long offset, long now) {
    // A lower one than that which waits: the log has lost its end.
    if (offset >= shown && (waiting < 0 || offset < waiting)) {
      waiting = offset;
      since = now;
    }
  }

  /**
   * A frame came.
   *
   * @param offset the first that it does not include
   */
  public synchronized void shown(long offset, long now) {
    if (offset > shown) {
      // Whoever catches up moves.
      since = now;
    }
    shown = offset;
    if (offset > waiting) {
      waiting = -1;
    }
  }

  /** For how long the park has not moved; 0 while it does. */
  public synchronized long millis(long now) {
    since = Math.min(since, now);
    return waiting >= 0 && now - since >= MILLIS ? now - since : 0;
  }
}
