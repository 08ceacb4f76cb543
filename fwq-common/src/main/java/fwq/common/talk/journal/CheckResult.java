package fwq.common.talk.journal;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a check found, as counts and as sentences about the first of what is wrong.
 *
 * @param counts of what is as it should be, or is only to be known
 * @param wrong of what must not be
 * @param examples at most {@link #EXAMPLES_MAX}
 */
public record CheckResult(Counts counts, Wrong wrong, List<String> examples) {
  /** So many sentences about what is wrong. */
  public static final int EXAMPLES_MAX = 20;

  /** Nothing looked at, nothing found. */
  public static final CheckResult NONE =
      new CheckResult(new Counts(0, 0, 0, 0, 0, 0, 0), new Wrong(0, 0, 0), List.of());

  /** Keeps the first sentences. */
  public CheckResult {
    examples = examples.stream().limit(EXAMPLES_MAX).toList();
  }

  /**
   * What need not worry.
   *
   * @param records that can be read
   * @param saidAgain offsets that repeat a key which is stored under a lower one
   * @param unreadable records that nobody signed
   * @param waiting in Kafka, and not yet stored
   * @param awayOnly in Kafka and on a node that is not available: being copied
   * @param oneCopy on one node only, and past Kafka's retention
   * @param links rows whose chain was followed
   */
  public record Counts(
      long records,
      long saidAgain,
      long unreadable,
      long waiting,
      long awayOnly,
      long oneCopy,
      long links) {
    /** Refuses negative counts. */
    public Counts {
      checkCounts(records, saidAgain, unreadable, waiting, awayOnly, oneCopy, links);
    }

    Counts plus(Counts other) {
      return new Counts(
          records + other.records,
          saidAgain + other.saidAgain,
          unreadable + other.unreadable,
          waiting + other.waiting,
          awayOnly + other.awayOnly,
          oneCopy + other.oneCopy,
          links + other.links);
    }
  }

  /**
   * What must not be.
   *
   * @param missing in Kafka or receipted, and on no node
   * @param repeated keys that are stored twice
   * @param changed rows whose content differs from another copy, or whose chain is broken
   */
  public record Wrong(long missing, long repeated, long changed) {
    /** Refuses negative counts. */
    public Wrong {
      checkCounts(missing, repeated, changed);
    }

    /** Whether nothing is. */
    public boolean isNone() {
      return missing == 0 && repeated == 0 && changed == 0;
    }

    Wrong plus(Wrong other) {
      return new Wrong(missing + other.missing, repeated + other.repeated, changed + other.changed);
    }
  }

  private static void checkCounts(long... counts) {
    if (LongStream.of(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is not negative");
    }
  }

  /** Both together. */
  public CheckResult plus(CheckResult other) {
    return new CheckResult(
        counts.plus(other.counts),
        wrong.plus(other.wrong),
        Stream.concat(examples.stream(), other.examples.stream()).toList());
  }
}
