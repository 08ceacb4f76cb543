package fwq.common.talk.journal;

/**
 * Offsets of one partition that follow one another. Kafka may have none for some of them.
 *
 * @param from the first
 * @param to the one after the last
 */
public record Span(int partition, long from, long to) {
  /** Refuses what is empty or elsewhere. */
  public Span {
    if (partition < 0 || partition >= JournalPartitions.COUNT || from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "a span is a partition, a first offset, and a higher one that it ends before");
    }
  }
}
