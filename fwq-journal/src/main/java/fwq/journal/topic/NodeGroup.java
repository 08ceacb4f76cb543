package fwq.journal.topic;

import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.NodeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The nodes' group as Kafka sees it: who is silent is no member, whatever its machine says to a
 * ping. A member's client id is {@code node-} and the node's name.
 */
public final class NodeGroup {
  private static final String CLIENT = "node-";

  private NodeGroup() {}

  /** The client id of a node in the group. */
  public static String clientId(NodeName name) {
    return CLIENT + name;
  }

  /**
   * Who is a member.
   *
   * @param memberId Kafka's own name of a member, another at each joining
   */
  public record Member(NodeName name, String memberId, int partitions) {}

  /**
   * The group at one time.
   *
   * @param isStable whether partitions are not just being shared out; meanwhile no session ends
   */
  public record Look(boolean isStable, List<Member> members) {
    /** The members' shares. */
    public Map<NodeName, Integer> shares() {
      Map<NodeName, Integer> shares = new HashMap<>();
      members.forEach(it -> shares.merge(it.name(), it.partitions(), Integer::sum));
      return shares;
    }
  }

  /**
   * Asks the broker.
   *
   * @throws org.apache.kafka.common.KafkaException when it does not answer
   */
  public static Look look(Admin admin) throws InterruptedException {
    try {
      ConsumerGroupDescription group =
          Answers.of(
              admin
                  .describeConsumerGroups(List.of(JournalTopics.GROUP))
                  .describedGroups()
                  .get(JournalTopics.GROUP));
      return new Look(
          group.groupState() == GroupState.STABLE,
          group.members().stream().flatMap(it -> member(it).stream()).toList());
    } catch (GroupIdNotFoundException e) {
      return new Look(true, List.of());
    }
  }

  private static Optional<Member> member(MemberDescription it) {
    if (!it.clientId().startsWith(CLIENT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Member(
              new NodeName(it.clientId().substring(CLIENT.length())),
              it.consumerId(),
              it.assignment().topicPartitions().size()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Below which offset all has been stored and receipted.
   *
   * @param topic the id of the topic as it is now: what was committed of another is void
   */
  public static long committed(Admin admin, String topic, int partition)
      throws InterruptedException {
    TopicPartition its = new TopicPartition(JournalTopics.JOURNAL.name(), partition);
    OffsetAndMetadata offset =
        Answers.of(
                admin
                    .listConsumerGroupOffsets(JournalTopics.GROUP)
                    .partitionsToOffsetAndMetadata(JournalTopics.GROUP))
            .get(its);
    return offset == null || !offset.metadata().equals(topic) ? 0 : offset.offset();
  }
}
