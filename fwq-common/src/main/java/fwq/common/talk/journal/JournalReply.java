package fwq.common.talk.journal;

import fwq.kit.json.ErrorReply;
import java.util.List;
import java.util.Optional;

/** What a head answers: one reply to each request. */
public sealed interface JournalReply {
  /** The request was not carried out. */
  record Refused(ErrorReply error) implements JournalReply {}

  /**
   * The client may append.
   *
   * @param nodes those that are available
   */
  record Welcome(List<NodeName> nodes) implements JournalReply {
    /** Takes a copy. */
    public Welcome {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * It is on this node's disk.
   *
   * @param host the node's machine
   */
  record Stored(RecordId id, NodeName node, String host) implements JournalReply {}

  /** Kafka keeps it, and it will be stored; ask for its receipt. */
  record Waiting(RecordId id, WaitReason reason) implements JournalReply {}

  /** Kafka did not confirm the record: it is not known to be kept. */
  static JournalReply brokerAway() {
    return new Refused(
        ErrorReply.later(
            JournalError.BROKER_AWAY,
            "the broker is away, and this is not known to be kept: say it again with the same key",
            1_000));
  }

  /** Nothing is known of this key, or not yet. */
  record Unknown() implements JournalReply {}

  /**
   * A record, if any node or Kafka has it.
   *
   * @param nodes those available nodes that have it
   * @param away nodes that have it, but are not available
   */
  record Found(Optional<JournalRecord> record, List<NodeName> nodes, List<NodeName> away)
      implements JournalReply {
    /** Takes copies. */
    public Found {
      nodes = List.copyOf(nodes);
      away = List.copyOf(away);
    }
  }

  /** Every node that is available or has been heard of. */
  record NodeList(List<NodeState> nodes) implements JournalReply {
    /** Takes a copy. */
    public NodeList {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Records in order.
   *
   * @param next where to go on; nothing after the last
   */
  record Page(List<JournalRecord> records, Optional<LogPlace> next) implements JournalReply {
    /** Takes a copy. */
    public Page {
      records = List.copyOf(records);
    }
  }

  /** What the check of a partition found. */
  record PartitionChecked(CheckResult result) implements JournalReply {}

  /**
   * What the check of a part of a chain found.
   *
   * @param next the row to go on with; 0 after the last
   */
  record ChainChecked(CheckResult result, long next) implements JournalReply {
    /** Refuses a row that there cannot be. */
    public ChainChecked {
      if (next < 0) {
        throw new IllegalArgumentException("field 'next' must be a row or 0");
      }
    }
  }
}
