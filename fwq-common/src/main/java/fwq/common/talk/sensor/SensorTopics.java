package fwq.common.talk.sensor;

import fwq.kit.kafka.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Where readings are. */
public final class SensorTopics {
  /**
   * Sensors write {@code [ride, people]} or {@code [ride, people, park]}, the waiting time server
   * reads; only the newest matter. A sensor that is not ours may use any partition, because its
   * readings name their park. Times are the broker's: sensors' clocks cannot be trusted.
   */
  public static final Topic SD =
      Topic.ofParks(
          "SD",
          1,
          16 << 10,
          Map.of(
              TopicConfig.RETENTION_MS_CONFIG, "3600000",
              TopicConfig.RETENTION_BYTES_CONFIG, "268435456",
              TopicConfig.SEGMENT_MS_CONFIG, "600000",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  private SensorTopics() {}
}
