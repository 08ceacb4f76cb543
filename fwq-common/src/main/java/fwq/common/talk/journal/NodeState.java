package fwq.common.talk.journal;

import java.util.Optional;

/**
 * What a head knows of a node.
 *
 * @param address where it answers, once it has said so
 * @param available whether Kafka counts it as a member of the group
 * @param partitions its share; 0 for a spare one
 * @param records how many offsets it has, at least
 * @param freeBytes on its disk
 */
public record NodeState(
    NodeName name,
    Optional<NodeAddress> address,
    boolean available,
    int partitions,
    long records,
    long freeBytes) {
  /** Refuses negative numbers. */
  public NodeState {
    if (partitions < 0 || records < 0 || freeBytes < 0) {
      throw new IllegalArgumentException("a count is not negative");
    }
  }
}
