package fwq.common.talk.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a head is asked. */
public sealed interface JournalRequest extends Signable {
  /** Which secret it is signed with. */
  enum Right {
    /** The append secret, or the journal's. */
    APPEND,
    /** The journal's. */
    JOURNAL
  }

  /** What one must have to ask it. */
  Right right();

  /**
   * The first word, by which a client finds out whether it is let in.
   *
   * @param client who it is, for the head's log
   */
  record Hello(String client) implements JournalRequest {
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    /** Refuses what would not do in a line of a log. */
    public Hello {
      if (!CLIENT.matcher(client).matches()) {
        throw new IllegalArgumentException(
            "field 'client' must have 1 to 64 letters, digits, '.', '_', ':' or '-', such as"
                + " turnstile-3");
      }
    }

    @Override
    public Right right() {
      return Right.APPEND;
    }

    @Override
    public List<Object> signed() {
      return List.of("hello", client);
    }
  }

  /**
   * Store this.
   *
   * @param key random, the client's own: said again with the same key it is the same record
   */
  record Append(UUID key, JournalEntry entry) implements JournalRequest {
    @Override
    public Right right() {
      return Right.APPEND;
    }

    @Override
    public List<Object> signed() {
      return List.of("append", key, entry.kind(), entry.body());
    }
  }

  /** Is there a receipt for this key? */
  record AskReceipt(UUID key) implements JournalRequest {
    @Override
    public Right right() {
      return Right.APPEND;
    }

    @Override
    public List<Object> signed() {
      return List.of("receipt", key);
    }
  }

  /** What is this record, and which nodes have it? */
  record Where(RecordName record) implements JournalRequest {
    @Override
    public Right right() {
      return Right.JOURNAL;
    }

    @Override
    public List<Object> signed() {
      return List.of("where", record);
    }
  }

  /** Which nodes are there? */
  record ListNodes() implements JournalRequest {
    @Override
    public Right right() {
      return Right.JOURNAL;
    }

    @Override
    public List<Object> signed() {
      return List.of("nodes");
    }
  }

  /**
   * The next records in order.
   *
   * @param after the last that is known already
   * @param kind only these
   */
  record Read(Optional<LogPlace> after, Optional<String> kind) implements JournalRequest {
    @Override
    public Right right() {
      return Right.JOURNAL;
    }

    @Override
    public List<Object> signed() {
      return List.of("read", after.map(LogPlace::toString).orElse(""), kind.orElse(""));
    }
  }

  /** Does Kafka, do receipts and nodes agree about one partition? */
  record CheckPartition(int partition) implements JournalRequest {
    /** Refuses a partition that there is not. */
    public CheckPartition {
      if (partition < 0 || partition >= JournalPartitions.COUNT) {
        throw new IllegalArgumentException(
            "a partition is from 0 to " + (JournalPartitions.COUNT - 1));
      }
    }

    @Override
    public Right right() {
      return Right.JOURNAL;
    }

    @Override
    public List<Object> signed() {
      return List.of("checkPartition", partition);
    }
  }

  /** Is a node's chain whole, from this row on? */
  record CheckChain(NodeName node, long from) implements JournalRequest {
    /** Refuses a row that there cannot be. */
    public CheckChain {
      if (from < 1) {
        throw new IllegalArgumentException("a chain is followed from row 1 or later");
      }
    }

    @Override
    public Right right() {
      return Right.JOURNAL;
    }

    @Override
    public List<Object> signed() {
      return List.of("checkChain", node, from);
    }
  }
}
