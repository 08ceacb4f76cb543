package fwq.operator.judge;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import java.util.Optional;

/** A record of the topic {@code Engine}: its offset, and its time in epoch milliseconds. */
public sealed interface EngineRecord {
  long offset();

  /** When its writer made it, epoch milliseconds. */
  long time();

  /** It cannot be read, which no engine should write. */
  record Unreadable(long offset, long time, String why) implements EngineRecord {}

  /** What operators said last, which changes nothing. */
  record Told(long offset, long time) implements EngineRecord {}

  /**
   * A picture.
   *
   * @param until the first offset of {@code Visitor} that it does not include
   */
  record Frame(long offset, long time, int park, long epoch, long seq, long until, ParkMap map)
      implements EngineRecord {}

  /**
   * An answer to one guest.
   *
   * @param epoch the ownership that gives it
   * @param position where the guest is, for answers that say so
   */
  record Said(
      long offset, long time, long epoch, String alias, Answer answer, Optional<Position> position)
      implements EngineRecord {}
}
