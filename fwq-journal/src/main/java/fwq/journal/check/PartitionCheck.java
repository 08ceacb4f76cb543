package fwq.journal.check;

import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.RowDigest;
import fwq.journal.filing.Offsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds what Kafka, the receipts and the nodes have of one partition against one another, offset by
 * offset.
 */
public final class PartitionCheck {
  private final int partition;
  private final Known known;
  private final List<String> examples = new ArrayList<>();
  private final Keys keys = new Keys();
  private final List<Keys> keysByNode = new ArrayList<>();
  private long said;
  private long unreadable;
  private long waiting;
  private long awayOnly;
  private long oneCopy;
  private long missing;
  private long changed;

  /**
   * What is known beside the rows.
   *
   * @param kafkaBegin the first offset that Kafka still has
   * @param committed below this offset all has been stored and receipted
   * @param receipted what has been receipted
   * @param away what nodes have said to have that are not available now
   */
  public record Known(long kafkaBegin, long committed, Offsets receipted, Offsets away) {}

  /**
   * What a node has.
   *
   * @param rows by rising offset
   * @param gone below this offset rows went because of their age, or for want of room
   */
  public record Copy(NodeName node, Rows rows, long gone) {}

  private PartitionCheck(int partition, Known known) {
    this.partition = partition;
    this.known = known;
  }

  /**
   * Checks.
   *
   * @param kafka what Kafka has, by rising offset
   */
  public static CheckResult of(int partition, Rows kafka, List<Copy> copies, Known known)
      throws RowsException {
    PartitionCheck check = new PartitionCheck(partition, known);
    copies.forEach(_ -> check.keysByNode.add(new Keys()));
    ReceiptedOffsets receipted = new ReceiptedOffsets(known.receipted().spans(partition));
    while (true) {
      long offset = Math.min(kafka.offset(), receipted.offset());
      for (Copy copy : copies) {
        offset = Math.min(offset, copy.rows().offset());
      }
      if (offset == Rows.END) {
        return check.result(copies);
      }
      check.look(offset, kafka.take(offset), receipted.take(offset), copies);
    }
  }

  private void look(long offset, Optional<RowDigest> kafka, boolean isReceipted, List<Copy> copies)
      throws RowsException {
    Optional<RowDigest> first = kafka;
    int nodes = 0;
    boolean differs = false;
    for (int i = 0; i < copies.size(); i++) {
      Optional<RowDigest> row = copies.get(i).rows().take(offset);
      if (row.isEmpty()) {
        continue;
      }
      nodes++;
      differs |= first.isPresent() && !isSame(first.get(), row.get());
      if (row.get() instanceof RowDigest.Whole it) {
        keysByNode.get(i).add(it.key());
      }
      // A readable row tells more than a repeat.
      if (first.isEmpty() || first.get() instanceof RowDigest.Repeat) {
        first = row;
      }
    }
    count(first, nodes);
    if (differs) {
      changed++;
      example("at offset " + offset + " copies differ");
    }
    if (nodes == 0) {
      onNoNode(offset, kafka.isPresent(), isReceipted, copies);
    } else if (nodes == 1 && offset < known.kafkaBegin()) {
      oneCopy++;
    }
  }

  private void count(Optional<RowDigest> row, int nodes) {
    if (row.isEmpty() || nodes == 0) {
      return;
    }
    switch (row.get()) {
      case RowDigest.Whole it -> {
        said++;
        keys.add(it.key());
      }
      case RowDigest.Repeat it -> {
        said++;
        keys.add(it.key());
      }
      case RowDigest.Unreadable _ -> unreadable++;
    }
  }

  private void onNoNode(long offset, boolean inKafka, boolean isReceipted, List<Copy> copies) {
    boolean isAway = known.away().contains(partition, offset);
    if (isAway) {
      awayOnly++;
    } else if (copies.stream().anyMatch(copy -> offset < copy.gone())) {
      // Let go on purpose.
      return;
    } else if (inKafka && offset >= known.committed() && !isReceipted) {
      waiting++;
    } else {
      missing++;
      example(
          "offset "
              + offset
              + (isReceipted ? " was receipted" : " is in Kafka")
              + " and is on no node");
    }
  }

  private static boolean isSame(RowDigest one, RowDigest other) {
    return switch (one) {
      case RowDigest.Whole a ->
          switch (other) {
            case RowDigest.Whole b -> a.key().equals(b.key()) && a.digest().equals(b.digest());
            case RowDigest.Repeat b -> a.key().equals(b.key());
            case RowDigest.Unreadable _ -> false;
          };
      case RowDigest.Repeat a ->
          switch (other) {
            case RowDigest.Whole b -> a.key().equals(b.key());
            case RowDigest.Repeat b -> a.key().equals(b.key());
            case RowDigest.Unreadable _ -> false;
          };
      case RowDigest.Unreadable _ -> other instanceof RowDigest.Unreadable;
    };
  }

  private CheckResult result(List<Copy> copies) {
    long repeated = 0;
    for (int i = 0; i < copies.size(); i++) {
      long twice = keysByNode.get(i).count() - keysByNode.get(i).distinct();
      repeated += twice;
      if (twice > 0) {
        example("node " + copies.get(i).node() + " has " + twice + " keys stored twice");
      }
    }
    long records = keys.distinct();
    return new CheckResult(
        new CheckResult.Counts(records, said - records, unreadable, waiting, awayOnly, oneCopy, 0),
        new CheckResult.Wrong(missing, repeated, changed),
        examples);
  }

  private void example(String what) {
    if (examples.size() < CheckResult.EXAMPLES_MAX) {
      examples.add("partition " + partition + ": " + what);
    }
  }

  /** Keys as half of their bits, which is enough to tell millions apart. */
  private static final class Keys {
    private long[] halves = new long[64];
    private int count;

    void add(UUID key) {
      if (count == halves.length) {
        halves = Arrays.copyOf(halves, 2 * count);
      }
      halves[count++] = key.getMostSignificantBits() ^ 31 * key.getLeastSignificantBits();
    }

    int count() {
      return count;
    }

    long distinct() {
      return Arrays.stream(halves, 0, count).distinct().count();
    }
  }
}
