package fwq.operator.judge;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A first look at the topic {@code Engine}: which offsets of {@code Visitor} its frames speak of.
 */
public final class Survey {
  private long[] offsets = new long[1_024];
  private int count;
  private OptionalInt capacity = OptionalInt.empty();

  public void add(EngineRecord record) {
    if (record instanceof EngineRecord.Frame frame) {
      if (capacity.isEmpty()) {
        capacity = OptionalInt.of(frame.map().capacity());
      }
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * count);
      }
      offsets[count++] = frame.until();
    }
  }

  /** Guests that the park holds, by its first frame; nothing where there is none. */
  public OptionalInt capacity() {
    return capacity;
  }

  /** The offsets at which the truth is needed, rising, each once. */
  long[] offsets() {
    return Arrays.stream(offsets, 0, count).sorted().distinct().toArray();
  }
}
