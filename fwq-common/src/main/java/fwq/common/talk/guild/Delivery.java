package fwq.common.talk.guild;

import fwq.common.park.Plate;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Pieces that are brought to a cart. Batch and plate together are its id.
 *
 * @param batch the number of the batch, from 1
 * @param orderedAt log time
 * @param dueAt log time
 * @param deliveredAt log time; absent while it is under way
 */
public record Delivery(
    long batch, Plate plate, int pieces, long orderedAt, long dueAt, OptionalLong deliveredAt) {
  public Delivery {
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(deliveredAt, "deliveredAt");
    if (batch < 1
        || pieces < 1
        || orderedAt < 0
        || dueAt < orderedAt
        || deliveredAt.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "a delivery has a batch from 1, pieces, and times in order");
    }
  }

  /** Whether it has yet to arrive. */
  public boolean isUnderWay() {
    return deliveredAt.isEmpty();
  }
}
