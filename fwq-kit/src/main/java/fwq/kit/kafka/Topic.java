package fwq.kit.kafka;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A topic as it is to be: each conversation declares its own, beside its records.
 *
 * @param name on the broker
 * @param perPark partitions for each park; 0 where the number does not depend on parks
 * @param fixed partitions where it does not
 * @param settings what differs from the broker's own defaults
 */
public record Topic(String name, int perPark, int fixed, Map<String, String> settings) {
  /** Takes a copy, and refuses a topic without partitions. */
  public Topic {
    settings = Map.copyOf(settings);
    if (perPark < 0 || fixed < 0 || (perPark == 0) == (fixed == 0)) {
      throw new IllegalArgumentException("a topic has partitions for each park, or so many");
    }
  }

  /** A topic whose partitions belong to parks. */
  public static Topic ofParks(String name, int perPark, Map<String, String> settings) {
    return new Topic(name, perPark, 0, settings);
  }

  /** A topic that parks share. */
  public static Topic shared(String name, int partitions, Map<String, String> settings) {
    return new Topic(name, 0, partitions, settings);
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
}
