package fwq.common.talk.visit;

import fwq.kit.kafka.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Where guests and engine talk. A park is a partition, in all three: what guests and the engine say
 * of park 3 is on partition 3.
 */
public final class VisitTopics {
  /**
   * Guests write what they do, the registry whose sessions are over; the engine reads. Times are
   * the broker's: someone's silence is measured by them, and guests' clocks cannot be trusted. Kept
   * for a day or so many bytes; an engine needs no more than since it last noted its parks.
   */
  public static final Topic VISITOR =
      Topic.ofParks(
          "Visitor",
          1,
          16 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "86400000",
              TopicConfig.RETENTION_BYTES_CONFIG, "8589934592",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /** The engine writes maps and answers, everybody reads from the end; nobody needs old ones. */
  public static final Topic ENGINE =
      Topic.ofParks(
          "Engine",
          1,
          64 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "600000",
              TopicConfig.SEGMENT_MS_CONFIG, "300000",
              TopicConfig.RETENTION_BYTES_CONFIG, "536870912"));

  /**
   * The engine writes who is inside and where, its successor reads; the newest of each guest. The
   * segment being written is never compacted, and a successor has to read it whole: so it is small.
   */
  public static final Topic PARK =
      Topic.ofParks(
          "Park",
          1,
          16 << 10,
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
              TopicConfig.SEGMENT_MS_CONFIG, "60000",
              TopicConfig.SEGMENT_BYTES_CONFIG, "8388608",
              TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
              TopicConfig.DELETE_RETENTION_MS_CONFIG, "600000"));

  /**
   * The registry writes whose sessions are over, a broker that lets guests in by their passes
   * reads; the newest of each guest. That broker makes it, and it is on no other.
   */
  public static final Topic ENDED =
      Topic.shared(
          "Ended",
          1,
          16 << 10,
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG,
                  TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG, "86400000",
              TopicConfig.SEGMENT_MS_CONFIG, "3600000",
              TopicConfig.SEGMENT_BYTES_CONFIG, "8388608",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  private VisitTopics() {}
}
