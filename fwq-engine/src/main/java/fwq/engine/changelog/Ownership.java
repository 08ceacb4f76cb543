package fwq.engine.changelog;

/**
 * What the engine notes of a park itself on the topic {@code Park}, beside its guests: together
 * they are the park as it was at one offset.
 *
 * @param epoch of the owner: higher than that of every owner before
 * @param offset the first offset of the park's events that is not included
 * @param time the park's time: when the newest included record was written, or 0 before the first
 */
public record Ownership(long epoch, long offset, long time) {
  /** Before anyone noted anything. */
  public static final Ownership NONE = new Ownership(0, 0, 0);

  /** Refuses negative numbers. */
  public Ownership {
    if (epoch < 0 || offset < 0 || time < 0) {
      throw new IllegalArgumentException("epoch, offset and time count from 0");
    }
  }
}
