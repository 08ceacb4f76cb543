package fwq.kit.kafka;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it is to be: each conversation declares its own, beside its records.
 *
 * <p>What is stored is not compressed, whoever sends it, and no larger than it may be: a small
 * record can be gigabytes when it is unpacked, and each reader unpacks it.
 *
 * @param name on the broker
 * @param perPark partitions for each park; 0 where the number does not depend on parks
 * @param fixed partitions where it does not
 * @param recordBytesMax the most that a record can have, and a batch of them
 * @param settings what differs from the broker's own defaults
 */
public record Topic(
    String name, int perPark, int fixed, int recordBytesMax, Map<String, String> settings) {
  /** Takes a copy, and refuses a topic without partitions. */
  public Topic {
    Map<String, String> all = new HashMap<>(settings);
    all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytesMax));
    all.put(TopicConfig.MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytesMax));
    all.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
    settings = Map.copyOf(all);
    if (perPark < 0 || fixed < 0 || (perPark == 0) == (fixed == 0)) {
      throw new IllegalArgumentException("a topic has partitions for each park, or so many");
    }
  }

  /** A topic whose partitions belong to parks. */
  public static Topic ofParks(
      String name, int perPark, int recordBytesMax, Map<String, String> settings) {
    return new Topic(name, perPark, 0, recordBytesMax, settings);
  }

  /** A topic that parks share. */
  public static Topic shared(
      String name, int partitions, int recordBytesMax, Map<String, String> settings) {
    return new Topic(name, 0, partitions, recordBytesMax, settings);
  }

  /** How many partitions it needs. */
  public int partitions(int parks) {
    return perPark * parks + fixed;
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

  /** How to create it, with the broker's own replication. */
  public NewTopic creation(int parks) {
    return new NewTopic(name, Optional.of(partitions(parks)), Optional.empty()).configs(settings);
  }

  /** How to create it on a broker before Kafka 4.4, which does not know all of the settings. */
  NewTopic olderCreation(int parks) {
    Map<String, String> known = new HashMap<>(settings);
    known.remove(TopicConfig.MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG);
    return creation(parks).configs(known);
  }
}
