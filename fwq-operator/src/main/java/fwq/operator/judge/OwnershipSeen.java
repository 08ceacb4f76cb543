package fwq.operator.judge;

/**
 * An owner's time with the park, as far as its frames tell.
 *
 * @param firstAt when its first frame was made, epoch milliseconds
 * @param lastAt when its last frame was made, epoch milliseconds
 */
public record OwnershipSeen(long epoch, long firstAt, long lastAt, long frames) {
  OwnershipSeen with(EngineRecord.Frame frame) {
    return new OwnershipSeen(epoch, firstAt, frame.time(), frames + 1);
  }
}
