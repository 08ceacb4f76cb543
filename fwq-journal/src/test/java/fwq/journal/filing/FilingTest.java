package fwq.journal.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept, what is a key said again, and what is receipted. */
final class FilingTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEA = new UUID(0, 2);

  private final Offsets held = new Offsets();
  private final Map<UUID, LogPlace> firsts = new HashMap<>();

  @Test
  void newRecordIsKeptAndReceiptedUnderItsOwnId() {
    Filing filing = file(record(4, ANA), record(5, BEA));
    assertEquals(List.of(place(4), place(5)), filing.rows().stream().map(Row::place).toList());
    assertEquals(List.of(new Receipt(ANA, id(4)), new Receipt(BEA, id(5))), filing.receipts());
    assertEquals(List.of(), filing.repeats());
  }

  @Test
  void keySaidAgainIsReceiptedWithItsFirstIdAndNotKept() {
    firsts.put(ANA, place(4));
    Filing filing = file(record(9, ANA));
    assertEquals(List.of(), filing.rows());
    assertEquals(List.of(new Repeat(id(9), ANA)), filing.repeats());
    assertEquals(List.of(new Receipt(ANA, id(4))), filing.receipts());
  }

  @Test
  void keySaidTwiceInOneBatchIsKeptOnce() {
    Filing filing = file(record(4, ANA), record(5, ANA));
    assertEquals(1, filing.rows().size());
    assertEquals(List.of(new Repeat(id(5), ANA)), filing.repeats());
    assertEquals(List.of(new Receipt(ANA, id(4)), new Receipt(ANA, id(4))), filing.receipts());
  }

  @Test
  void firstThatIsLearntLaterIsReadAndTheOtherIsTheRepeat() {
    firsts.put(ANA, place(9));
    held.add(new Span(3, 9, 10));
    Filing filing = file(record(4, ANA));
    assertEquals(List.of(place(4)), filing.rows().stream().map(Row::place).toList());
    assertEquals(List.of(new Repeat(id(9), ANA)), filing.repeats());
  }

  @Test
  void whatIsOnTheDiskAlreadyIsReceiptedAgainAndNotKeptAgain() {
    held.add(new Span(3, 0, 10));
    firsts.put(ANA, place(4));
    Filing filing = file(record(4, ANA));
    assertEquals(List.of(), filing.rows());
    assertEquals(List.of(), filing.repeats());
    assertEquals(List.of(new Receipt(ANA, id(4))), filing.receipts());
  }

  @Test
  void whatWasHereAndHasGoneIsNotReceipted() {
    held.add(new Span(3, 0, 10));
    assertEquals(List.of(), file(record(4, ANA)).receipts());
  }

  @Test
  void keyOfTheTopicBeforeKeepsItsFirstId() {
    LogPlace before = new LogPlace(1, new RecordId("z".repeat(22), 3, 700));
    firsts.put(ANA, before);
    assertEquals(List.of(new Receipt(ANA, before.id())), file(record(4, ANA)).receipts());
  }

  @Test
  void unreadableRecordGetsARowAndNoReceipt() {
    Filing filing = file(new Arrival.Unreadable(place(4), "no head has signed it"));
    assertEquals(Row.UNREADABLE, filing.rows().getFirst().kind());
    assertEquals(Optional.empty(), filing.rows().getFirst().key());
    assertEquals(List.of(), filing.receipts());
  }

  private Filing file(Arrival... arrivals) {
    return Filing.of(List.of(arrivals), List.of(new Span(3, 4, 10)), held, firsts);
  }

  private static Arrival record(long offset, UUID key) {
    return new Arrival.Signed(place(offset), key, new JournalEntry("count", "1"));
  }

  private static LogPlace place(long offset) {
    return new LogPlace(1_000 + offset, id(offset));
  }

  private static RecordId id(long offset) {
    return new RecordId(TOPIC, 3, offset);
  }
}
