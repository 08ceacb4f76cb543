package fwq.common.kafka;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics: names, partitions, retention, and who writes what.
 *
 * <p>A park is a partition, in all four: what sensors, guests and the engine say of park 3 is on
 * partition 3. A sensor that is not ours may use any partition of {@code SD}, because its readings
 * name their park; the waiting time server reads them all. Times are the broker's ({@code
 * LogAppendTime}) where someone's silence is measured by them, because guests' and sensors' clocks
 * cannot be trusted.
 */
public enum Topics {
  /**
   * Sensors write {@code [ride, people]} or {@code [ride, people, park]}, the waiting time server
   * reads; only the newest matter.
   */
  SD(
      "SD",
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "3600000",
          TopicConfig.SEGMENT_MS_CONFIG, "600000",
          TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")),
  /** Guests write what they do, the registry whose sessions are over; the engine reads. */
  VISITOR(
      "Visitor",
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "86400000",
          TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")),
  /** The engine writes maps and answers, everybody reads from the end; nobody needs old ones. */
  ENGINE(
      "Engine",
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "600000",
          TopicConfig.SEGMENT_MS_CONFIG, "300000",
          TopicConfig.RETENTION_BYTES_CONFIG, "536870912")),
  /**
   * The engine writes who is inside and where, its successor reads; the newest of each guest. The
   * segment being written is never compacted, and a successor has to read it whole: so it is small.
   */
  PARK(
      "Park",
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.SEGMENT_MS_CONFIG, "60000",
          TopicConfig.SEGMENT_BYTES_CONFIG, "8388608",
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
          TopicConfig.DELETE_RETENTION_MS_CONFIG, "600000"));

  private final String topic;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of gives one that cannot change.
  private final Map<String, String> settings;

  Topics(String topic, Map<String, String> settings) {
    this.topic = topic;
    this.settings = settings;
  }

  /** The topic's name on the broker. */
  public String topic() {
    return topic;
  }

  /** For a program that reads it. */
  public TopicUse read() {
    return new TopicUse(this, EnumSet.of(AclOperation.READ));
  }

  /** For a program that writes to it. */
  public TopicUse write() {
    return new TopicUse(this, EnumSet.of(AclOperation.WRITE));
  }

  /** For a program that does both. */
  public TopicUse readAndWrite() {
    return new TopicUse(this, EnumSet.of(AclOperation.READ, AclOperation.WRITE));
  }

  /** For one who sees to it that all of them are there. */
  public static TopicUse[] readAll() {
    return Arrays.stream(values()).map(Topics::read).toArray(TopicUse[]::new);
  }

  /** How to create it: a partition for each park, and the broker's replication. */
  NewTopic creation(int partitions) {
    return new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings);
  }
}
