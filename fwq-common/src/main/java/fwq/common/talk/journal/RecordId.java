package fwq.common.talk.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Kafka has a record, and so its name for good. A topic that is deleted and made anew has
 * another topic id: its records are others, though their partitions and offsets are the same.
 *
 * @param topic Kafka's id of the topic, as Kafka writes it: 22 characters
 * @param partition 0..59
 * @param offset from 0
 */
public record RecordId(String topic, int partition, long offset) {
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final Pattern SHAPE = Pattern.compile("([^/]+)/([0-9]{1,2})/([0-9]{1,18})");

  /** Refuses what Kafka could not have given. */
  public RecordId {
    if (!isTopic(topic)) {
      throw new IllegalArgumentException("a topic's id is 22 characters of base64");
    }
    if (partition < 0 || partition >= JournalPartitions.COUNT || offset < 0) {
      throw new IllegalArgumentException(
          "a record is in a partition from 0 to "
              + (JournalPartitions.COUNT - 1)
              + ", at an offset from 0");
    }
  }

  /** Whether Kafka writes the id of a topic so. */
  public static boolean isTopic(String text) {
    return TOPIC.matcher(text).matches();
  }

  /** Reads {@code TOPIC/PARTITION/OFFSET}. */
  public static RecordId parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a record's id is a topic's id, a partition and an offset, such as"
              + " AbCdEfGhIjKlMnOpQrStUw/17/1042");
    }
    return new RecordId(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
