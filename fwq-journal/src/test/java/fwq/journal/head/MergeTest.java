package fwq.journal.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several sources in one order. */
final class MergeTest {
  private final Merge merge = new Merge();

  @Test
  void copiesOfOneRecordAreOne() {
    merge.add(List.of(record(1), record(3)), Optional.empty());
    merge.add(List.of(record(1), record(2)), Optional.empty());
    assertEquals(List.of(record(1), record(2), record(3)), merge.records());
    assertEquals(Optional.empty(), merge.next());
  }

  @Test
  void nothingCountsBeyondWhereASourceMayHaveMore() {
    merge.add(List.of(record(1), record(9)), Optional.empty());
    merge.add(List.of(record(2)), Optional.of(place(4)));
    assertEquals(List.of(record(1), record(2)), merge.records());
    assertEquals(Optional.of(place(4)), merge.next());
  }

  @Test
  void sourceThatLookedAndFoundNothingHoldsTheOthersBackToo() {
    merge.add(List.of(record(9)), Optional.empty());
    merge.add(List.of(), Optional.of(place(4)));
    assertEquals(List.of(), merge.records());
    assertEquals(Optional.of(place(4)), merge.next());
  }

  private static JournalRecord record(long offset) {
    return new JournalRecord(
        place(offset), new UUID(0, offset), new JournalEntry("count", "" + offset));
  }

  private static LogPlace place(long offset) {
    return new LogPlace(offset, new RecordId("AbCdEfGhIjKlMnOpQrStUw", 3, offset));
  }
}
