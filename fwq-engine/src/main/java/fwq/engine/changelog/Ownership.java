package fwq.engine.changelog;

import java.util.Objects;

/**
 * What the engine notes of a park itself on the topic {@code Park}, beside its guests: together
 * they are the park as it was at one offset.
 *
 * @param epoch of the owner: higher than that of every owner before
 * @param offset the first offset of the park's events that is not included
 * @param time the park's time: when the newest included record was written, or 0 before the first
 * @param log the id of the topic of events that the offset is of; empty where it is not known, as
 *     in the notes of former versions
 * @param formerPace how far answers to former sessions are paid for, by the broker's clock; 0 where
 *     none is
 */
public record Ownership(long epoch, long offset, long time, String log, long formerPace) {
  /** Before anyone noted anything. */
  public static final Ownership NONE = new Ownership(0, 0, 0);

  /** Refuses negative numbers. */
  public Ownership {
    Objects.requireNonNull(log, "log");
    if (epoch < 0 || offset < 0 || time < 0 || formerPace < 0) {
      throw new IllegalArgumentException("epoch, offset, time and pace count from 0");
    }
  }

  /** Of a log that is not known. */
  public Ownership(long epoch, long offset, long time) {
    this(epoch, offset, time, "", 0);
  }

  /** The same, of this log. */
  public Ownership of(String id) {
    return new Ownership(epoch, offset, time, id, formerPace);
  }

  /** Whether the offset is of another log than the one with this id, as far as both are known. */
  public boolean isOfAnotherThan(String id) {
    return !log.isEmpty() && !id.isEmpty() && !log.equals(id);
  }
}
