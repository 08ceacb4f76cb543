package fwq.journal.filing;

/** How much may be read when, so that it is so many bytes a second at most. For one thread. */
public final class Pace {
  private final long bytesPerSecond;
  private long freeAtMillis;

  /** Nothing has been read yet. */
  public Pace(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Whether what has been read before is paid for with time. */
  public boolean allows(long nowMillis) {
    return nowMillis >= freeAtMillis;
  }

  /** So many bytes were read. */
  public void took(long bytes, long nowMillis) {
    freeAtMillis = Math.max(freeAtMillis, nowMillis) + bytes * 1_000 / bytesPerSecond;
  }
}
