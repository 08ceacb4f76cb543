package fwq.common.talk.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a head asks a node. All of it is signed with the journal's secret. */
public sealed interface NodeRequest extends Signable {
  /**
   * The next records in order: each key once, its first as far as the node knows.
   *
   * @param after the last that is known already
   * @param kind only these
   */
  record NextPage(Optional<LogPlace> after, Optional<String> kind) implements NodeRequest {
    @Override
    public List<Object> signed() {
      return List.of("page", after.map(LogPlace::toString).orElse(""), kind.orElse(""));
    }
  }

  /** The first records of these keys. */
  record Firsts(List<UUID> keys) implements NodeRequest {
    /** So many fit into a frame, and so do the answers. */
    public static final int KEYS_MAX = 500;

    /** Takes a copy. */
    public Firsts {
      keys = List.copyOf(keys);
      if (keys.size() > KEYS_MAX) {
        throw new IllegalArgumentException("at most " + KEYS_MAX + " keys are asked for at once");
      }
    }

    @Override
    public List<Object> signed() {
      return List.of("firsts", keys);
    }
  }

  /** This record, if the node has it; of a key its first. */
  record Find(RecordName record) implements NodeRequest {
    @Override
    public List<Object> signed() {
      return List.of("find", record);
    }
  }

  /**
   * What the node has of a partition, for the check.
   *
   * @param from the first offset
   */
  record Rows(String topic, int partition, long from) implements NodeRequest {
    /** Refuses what cannot be. */
    public Rows {
      var _ = new RecordId(topic, partition, from);
    }

    @Override
    public List<Object> signed() {
      return List.of("rows", topic, partition, from);
    }
  }

  /**
   * Follows the chain.
   *
   * @param from the first row
   * @param said links that the node has said on {@code Stored}, by rising row, none before the
   *     first row: each must still be there
   */
  record Follow(long from, List<ChainLink> said) implements NodeRequest {
    /** So many fit into a frame. */
    public static final int SAID_MAX = 400;

    /** Takes a copy. */
    public Follow {
      said = List.copyOf(said);
      if (from < 1 || said.size() > SAID_MAX) {
        throw new IllegalArgumentException(
            "a chain is followed from row 1 or later, with at most " + SAID_MAX + " links");
      }
    }

    @Override
    public List<Object> signed() {
      return List.of("follow", from, said);
    }
  }
}
