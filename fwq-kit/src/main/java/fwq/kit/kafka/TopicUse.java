package fwq.kit.kafka;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What a program does with a topic, and so must be allowed to: {@code SensorTopics.SD.read()}.
 *
 * @param operations {@code READ}, {@code WRITE} or both
 */
public record TopicUse(Topic topic, Set<AclOperation> operations) {
  /** Takes a copy. */
  public TopicUse {
    operations = Set.copyOf(operations);
  }
}
