package fwq.kit.kafka;

/**
 * What Kafka's clients may take of a program's heap. The broker's records are no larger than their
 * topic allows, and not compressed, so what is fetched is what it takes. Pure.
 */
public final class ClientBounds {
  /** The most that a record of any topic of parks can have. */
  public static final int RECORD_BYTES_MAX = 64 << 10;

  /** As Kafka has it by itself. */
  private static final long FETCH_BYTES_MAX = 50L << 20;

  private static final long BUFFER_BYTES_MAX = 16L << 20;
  private static final long BYTES_MIN = 256L << 10;

  private ClientBounds() {}

  /** How many records a step has, so that they take a quarter of the heap at most. */
  public static int step(int wanted, int recordBytesMax, long heapBytes) {
    return Math.clamp(heapBytes / 4 / recordBytesMax, 1, wanted);
  }

  /** What a fetch brings at most: a sixteenth of the heap. */
  public static int fetchBytes(long heapBytes) {
    return (int) Math.clamp(heapBytes / 16, BYTES_MIN, FETCH_BYTES_MAX);
  }

  /**
   * What a consumer takes at most: what was fetched last, what is on its way, and a step's records,
   * which are out of what was fetched.
   */
  public static long consumerBytes(int recordBytesMax, long heapBytes) {
    long step = (long) step(Integer.MAX_VALUE, recordBytesMax, heapBytes) * recordBytesMax;
    return 2L * fetchBytes(heapBytes) + Math.min(step, fetchBytes(heapBytes));
  }

  /**
   * What waits to be sent at most, by each of so many producers: together an eighth of the heap.
   */
  public static long bufferBytes(int producers, long heapBytes) {
    return Math.clamp(heapBytes / 8 / producers, BYTES_MIN, BUFFER_BYTES_MAX);
  }
}
