package fwq.common.talk.journal;

import java.util.Comparator;

/**
 * A record's place in the order in which the journal is read: by Kafka's time, then by id. Written
 * {@code AT@ID}.
 *
 * @param at when Kafka took it, epoch milliseconds
 */
public record LogPlace(long at, RecordId id) implements Comparable<LogPlace> {
  private static final long OFFSET_MAX = 999_999_999_999_999_999L;

  private static final Comparator<LogPlace> ORDER =
      Comparator.comparingLong(LogPlace::at)
          .thenComparing(place -> place.id().topic())
          .thenComparingInt(place -> place.id().partition())
          .thenComparingLong(place -> place.id().offset());

  /** Refuses a time before there was any. */
  public LogPlace {
    if (at < 0) {
      throw new IllegalArgumentException("field 'at' must be a time from 1970 on");
    }
  }

  /** Before all records of this time. */
  public static LogPlace before(long at) {
    return new LogPlace(Math.max(0, at - 1), new RecordId("z".repeat(22), 59, OFFSET_MAX));
  }

  /** Reads {@code AT@ID}. */
  public static LogPlace parse(String text) {
    int at = text.indexOf('@');
    try {
      return new LogPlace(
          Long.parseLong(text.substring(0, Math.max(0, at))),
          RecordId.parse(text.substring(at + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a place is a time, '@' and a record's id", e);
    }
  }

  /**
   * Whether this is the first record of a key, and the other said it again. Within a partition
   * offsets tell, for a broker's clock may be set back; a topic made anew is told by its times.
   */
  public boolean isFirst(LogPlace other) {
    return id.topic().equals(other.id.topic())
        ? id.offset() < other.id.offset()
        : compareTo(other) < 0;
  }

  @Override
  public int compareTo(LogPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return at + "@" + id;
  }
}
