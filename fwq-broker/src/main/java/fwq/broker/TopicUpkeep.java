package fwq.broker;

import fwq.broker.StoredRecords.Largest;
import fwq.common.programs.Topics;
import fwq.kit.kafka.Topic;
import fwq.kit.kafka.TopicSettings;
import fwq.kit.kafka.TopicSettings.Found;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets topics that are there as they are to be today, where nobody has chosen otherwise. A limit is
 * lowered only when nothing that is stored exceeds it: else look-ups by time would fail, and
 * compaction stand still, without a word.
 */
final class TopicUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(TopicUpkeep.class);
  private static final List<String> LIMITS =
      List.of(
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG);

  private final Admin admin;
  private final StoredRecords stored;

  TopicUpkeep(Admin admin, StoredRecords stored) {
    this.admin = admin;
    this.stored = stored;
  }

  /** Looks at all topics that are there. */
  void run() throws InterruptedException {
    for (Topic topic : Stream.of(Topics.ALL, Topics.ON_DEMAND).flatMap(List::stream).toList()) {
      Optional<Found> found = TopicSettings.of(admin, topic);
      if (found.isPresent()) {
        try {
          set(topic, changes(topic, found.get()));
        } catch (IOException | ExecutionException e) {
          LOG.warn("the topic {} stays as it is set: {}", topic.name(), e.getMessage());
        }
      }
    }
  }

  /** What is to be set anew. */
  private Map<String, String> changes(Topic topic, Found found) throws IOException {
    Map<String, String> changes = new TreeMap<>(topic.settings());
    changes
        .entrySet()
        .removeIf(
            it ->
                !found.values().containsKey(it.getKey())
                    || found.chosen().containsKey(it.getKey())
                    || it.getValue().equals(found.values().get(it.getKey())));
    if (LIMITS.stream().anyMatch(changes::containsKey)) {
      Largest largest = stored.largest(topic.name());
      if (largest.bytes() > topic.recordBytesMax()) {
        LIMITS.forEach(changes::remove);
        LOG.warn("{}", sentence(topic, largest));
      }
    }
    return changes;
  }

  static String sentence(Topic topic, Largest largest) {
    boolean compacted =
        TopicConfig.CLEANUP_POLICY_COMPACT.equals(
            topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG));
    return "the topic "
        + topic.name()
        + " holds "
        + largest.bytes()
        + " bytes at "
        + largest.where()
        + " and is to hold no more than "
        + topic.recordBytesMax()
        + " in a record: its limits are not lowered, for then look-ups by time would fail and"
        + " compaction stand still. Have that record go ("
        + (compacted
            ? "write an empty one with its key, and wait for the compaction"
            : "kafka-delete-records.sh, or wait until it is too old")
        + ") and start the broker again";
  }

  private void set(Topic topic, Map<String, String> changes)
      throws ExecutionException, InterruptedException {
    if (changes.isEmpty()) {
      return;
    }
    List<AlterConfigOp> all =
        changes.entrySet().stream()
            .map(
                it ->
                    new AlterConfigOp(
                        new ConfigEntry(it.getKey(), it.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    admin.incrementalAlterConfigs(Map.of(TopicSettings.resource(topic), all)).all().get();
    LOG.info("the topic {} is older, and is set as topics are today: {}", topic.name(), changes);
  }
}
