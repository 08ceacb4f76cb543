package fwq.operator.judge;

/**
 * An owner's time with the park, as far as its frames tell.
 *
 * @param firstAt when its first frame was made, epoch milliseconds
 * @param lastAt when its last frame was made, epoch milliseconds
 */
public record Ownership(long epoch, long firstAt, long lastAt, long frames) {
  Ownership with(EngineRecord.Frame frame) {
    return new Ownership(epoch, firstAt, frame.time(), frames + 1);
  }
}
