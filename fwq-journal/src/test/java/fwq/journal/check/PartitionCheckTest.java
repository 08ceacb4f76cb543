package fwq.journal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.RowDigest;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Offsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Is anything missing, stored twice or changed? */
final class PartitionCheckTest {
  private final List<PartitionCheck.Copy> copies = new ArrayList<>();
  private long kafkaBegin;
  private long committed = 100;
  private final Offsets receipted = new Offsets();
  private final Offsets away = new Offsets();

  @Test
  void copiesThatAgreeAreAsTheyShouldBe() throws RowsException {
    copy("north", 0, whole(1, "a"), whole(2, "b"));
    copy("south", 0, whole(1, "a"));
    CheckResult result = check(whole(1, "a"), whole(2, "b"));
    assertTrue(result.wrong().isNone(), result::toString);
    assertEquals(2, result.counts().records());
  }

  @Test
  void whatIsInKafkaAndOnNoNodeIsMissing() throws RowsException {
    copy("north", 0, whole(1, "a"));
    CheckResult result = check(whole(1, "a"), whole(2, "b"));
    assertEquals(1, result.wrong().missing());
    assertEquals(List.of("partition 3: offset 2 is in Kafka and is on no node"), result.examples());
  }

  @Test
  void whatIsAboveTheCommittedOffsetWaits() throws RowsException {
    committed = 2;
    CheckResult result = check(whole(2, "b"));
    assertTrue(result.wrong().isNone());
    assertEquals(1, result.counts().waiting());
  }

  @Test
  void whatWasReceiptedAndIsGoneEverywhereIsMissing() throws RowsException {
    kafkaBegin = 50;
    receipted.add(new Span(3, 7, 8));
    assertEquals(1, check().wrong().missing());
  }

  @Test
  void whatOnlyADeadNodeHasIsNotMissing() throws RowsException {
    away.add(new Span(3, 1, 3));
    receipted.add(new Span(3, 1, 3));
    CheckResult result = check(whole(1, "a"), whole(2, "b"));
    assertTrue(result.wrong().isNone());
    assertEquals(2, result.counts().awayOnly());
  }

  @Test
  void whatWentBecauseOfItsAgeIsNotMissing() throws RowsException {
    receipted.add(new Span(3, 1, 2));
    copy("north", 5);
    assertTrue(check(whole(1, "a")).wrong().isNone());
  }

  @Test
  void offsetsThatKafkaLacksAreNoLoss() throws RowsException {
    copy("north", 0, whole(1, "a"), whole(9, "b"));
    assertTrue(check(whole(1, "a"), whole(9, "b")).wrong().isNone());
  }

  @Test
  void bodiesThatDifferAreChanged() throws RowsException {
    copy("north", 0, whole(1, "a"));
    copy("south", 0, new RowDigest.Whole(1, key("a"), "ee".repeat(16)));
    assertEquals(1, check(whole(1, "a")).wrong().changed());
    copies.clear();
    copy("north", 0, new RowDigest.Unreadable(1));
    assertEquals(1, check(whole(1, "a")).wrong().changed());
  }

  @Test
  void keySaidAgainIsCountedAndIsNotStoredTwice() throws RowsException {
    copy("north", 0, whole(1, "a"), new RowDigest.Repeat(2, key("a")));
    CheckResult result = check(whole(1, "a"), whole(2, "a"));
    assertTrue(result.wrong().isNone(), result::toString);
    assertEquals(1, result.counts().saidAgain());
    assertEquals(1, result.counts().records());
  }

  @Test
  void keyThatOneNodeWouldGiveTwiceIsRepeated() throws RowsException {
    copy("north", 0, whole(1, "a"), whole(2, "a"));
    CheckResult result = check(whole(1, "a"), whole(2, "a"));
    assertEquals(1, result.wrong().repeated());
    assertTrue(result.examples().getFirst().contains("north"));
  }

  @Test
  void oneCopyBelowWhatKafkaHasIsCounted() throws RowsException {
    kafkaBegin = 5;
    copy("north", 0, whole(1, "a"), whole(2, "b"), whole(5, "c"));
    copy("south", 0, whole(2, "b"));
    assertEquals(1, check(whole(5, "c")).counts().oneCopy());
  }

  @Test
  void unreadableRecordsAreCounted() throws RowsException {
    copy("north", 0, new RowDigest.Unreadable(1));
    CheckResult result = check(new RowDigest.Unreadable(1));
    assertTrue(result.wrong().isNone());
    assertEquals(1, result.counts().unreadable());
  }

  private CheckResult check(RowDigest... kafka) throws RowsException {
    return PartitionCheck.of(
        3,
        Rows.of(List.of(kafka)),
        copies,
        new PartitionCheck.Known(kafkaBegin, committed, receipted, away));
  }

  private void copy(String node, long gone, RowDigest... rows) throws RowsException {
    copies.add(new PartitionCheck.Copy(new NodeName(node), Rows.of(List.of(rows)), gone));
  }

  private static RowDigest whole(long offset, String text) {
    return new RowDigest.Whole(offset, key(text), "ab".repeat(16));
  }

  private static UUID key(String text) {
    return new UUID(0, text.hashCode());
  }
}
