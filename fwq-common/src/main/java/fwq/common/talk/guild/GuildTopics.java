package fwq.common.talk.guild;

import fwq.kit.kafka.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Where carts and guild talk: two partitions for each park, so that park 0 is just partitions 0 and
 * 1, and parks that are added renumber nothing. Times are the broker's: days, silence and sittings
 * go by them.
 */
public final class GuildTopics {
  /**
   * Carts write where they are and what they sell to {@link #carts}, the guild that time passes; to
   * {@link #reports} anybody writes where a cart stands.
   */
  public static final Topic CARTS =
      Topic.ofParks(
          "Carts",
          2,
          64 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "604800000",
              TopicConfig.RETENTION_BYTES_CONFIG, "4294967296",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /**
   * The guild writes who applies, to {@link #ordinary} or {@link #premium}, and who leaves. Not
   * compacted, for that would drop an application that waits behind a newer one.
   */
  public static final Topic MEMBERS =
      Topic.ofParks(
          "Members",
          2,
          64 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "2592000000",
              TopicConfig.RETENTION_BYTES_CONFIG, "4294967296",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /** Name of the header that the guild's tick is in; the record itself is empty. */
  public static final String TICK_HEADER = "tick";

  private GuildTopics() {}

  /** The partition of {@link #CARTS} that a park's carts write to. */
  public static int carts(int park) {
    return 2 * park;
  }

  /** The partition of {@link #CARTS} that a park's guests write to. */
  public static int reports(int park) {
    return 2 * park + 1;
  }

  /** The partition of {@link #MEMBERS} with a park's ordinary applications. */
  public static int ordinary(int park) {
    return 2 * park;
  }

  /** The partition of {@link #MEMBERS} with a park's premium applications. */
  public static int premium(int park) {
    return 2 * park + 1;
  }
}
