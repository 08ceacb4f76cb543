package fwq.common.talk.journal;

import fwq.kit.json.ErrorReply;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a node answers. */
public sealed interface NodeReply {
  /** The request was not carried out. */
  record Refused(ErrorReply error) implements NodeReply {}

  /**
   * Records in order.
   *
   * @param next how far was looked, and there may be more; nothing after the last
   */
  record Page(List<JournalRecord> records, Optional<LogPlace> next) implements NodeReply {
    /** Takes a copy. */
    public Page {
      records = List.copyOf(records);
    }
  }

  /** Where the keys that were asked for are first, in the same order; nothing for unknown ones. */
  record FirstPlaces(List<Optional<LogPlace>> places) implements NodeReply {
    /** Takes a copy. */
    public FirstPlaces {
      places = List.copyOf(places);
    }
  }

  /** The record, if the node has it. */
  record Found(Optional<JournalRecord> record) implements NodeReply {}

  /**
   * What the node has of a partition.
   *
   * @param gone how far rows of this partition went because of their age, or for want of room: an
   *     offset; what was below it is not there any more
   * @param next the offset to go on with; 0 after the last
   */
  record RowList(List<RowDigest> rows, long gone, long next) implements NodeReply {
    /** So many fit into a frame. */
    public static final int ROWS_MAX = 300;

    /** Takes a copy. */
    public RowList {
      checkNumbers(gone, next);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What following the chain showed.
   *
   * @param rows how many were followed
   * @param broken the first row that does not fit, or that was said and is not there; 0 for none
   * @param next the row to go on with; 0 after the last
   */
  record Followed(long rows, long broken, long next) implements NodeReply {
    /** Refuses negative numbers. */
    public Followed {
      checkNumbers(rows, broken, next);
    }
  }

  private static void checkNumbers(long... numbers) {
    if (LongStream.of(numbers).anyMatch(number -> number < 0)) {
      throw new IllegalArgumentException("a count or an offset is not negative");
    }
  }
}
