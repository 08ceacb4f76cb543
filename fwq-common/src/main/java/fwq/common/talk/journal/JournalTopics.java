package fwq.common.talk.journal;

import fwq.kit.kafka.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Where records and receipts are. */
public final class JournalTopics {
  /** Heads write what they are given; nodes read, as one group. Times are the broker's. */
  public static final Topic JOURNAL =
      Topic.shared(
          "Journal",
          JournalPartitions.COUNT,
          128 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "2592000000",
              TopicConfig.RETENTION_BYTES_CONFIG, "1073741824",
              TopicConfig.SEGMENT_BYTES_CONFIG, "134217728",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /**
   * Nodes write receipts and where they are; every head reads all of it. One partition, so that all
   * heads hear the same receipt of a key first.
   */
  public static final Topic STORED =
      Topic.shared(
          "Stored",
          1,
          128 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "2592000000",
              TopicConfig.RETENTION_BYTES_CONFIG, "4294967296",
              TopicConfig.SEGMENT_BYTES_CONFIG, "134217728",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /** The nodes' group. */
  public static final String GROUP = "fwq-journal";

  private JournalTopics() {}
}
