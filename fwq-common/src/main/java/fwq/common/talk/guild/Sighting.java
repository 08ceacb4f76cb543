package fwq.common.talk.guild;

import fwq.common.park.Position;
import java.util.Objects;

/**
 * A cart that guests saw and that is no member's.
 *
 * @param position where last
 * @param count how often
 * @param firstAt when first, epoch milliseconds
 * @param lastAt when last, epoch milliseconds
 */
public record Sighting(Position position, int count, long firstAt, long lastAt) {
  public Sighting {
    Objects.requireNonNull(position, "position");
    if (count < 1 || firstAt < 0 || lastAt < firstAt) {
      throw new IllegalArgumentException("a fugitive was seen at least once, first and then last");
    }
  }
}
