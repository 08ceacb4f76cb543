package fwq.journal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.StoredWord;
import fwq.common.talk.journal.WaitReason;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who waits at a head, and the one answer that each gets. */
final class DeskTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEA = new UUID(0, 2);
  private static final RecordId ID = new RecordId(TOPIC, 3, 7);

  private final Desk desk = new Desk(new HashMap<>());

  @Test
  void receiptGoesToWhoAppendedItAndToNobodyElse() {
    append(ANA, 1, 0);
    append(BEA, 2, 0);
    desk.acknowledged(ANA, ID);
    assertEquals(List.of(new Answer(1, ANA, stored("north"))), hear("north", ANA));
    assertEquals(1, desk.waiting());
    assertEquals(List.of(), hear("north", ANA), "one answer each");
  }

  @Test
  void receiptMayOvertakeKafkasAcknowledgement() {
    append(ANA, 1, 0);
    assertEquals(List.of(new Answer(1, ANA, stored("north"))), hear("north", ANA));
    desk.acknowledged(ANA, ID);
    assertEquals(List.of(), desk.tick(60_000));
  }

  @Test
  void ofTwoReceiptsTheFirstThatIsHeardStands() {
    append(ANA, 1, 0);
    var _ = hear("north", ANA);
    var _ = hear("south", ANA);
    assertEquals(Optional.of(stored("north")), desk.receipt(ANA));
  }

  @Test
  void keySaidAgainIsAnsweredAtOnceAndNotSent() {
    append(ANA, 1, 0);
    var _ = hear("north", ANA);
    Desk.Taken taken = desk.append(ANA, 2, 10);
    assertEquals(Optional.of(new Answer(2, ANA, stored("north"))), taken.answer());
    assertFalse(taken.send());
  }

  @Test
  void twoWhoWaitForOneKeyAreAnsweredBothAndItIsSentOnce() {
    assertTrue(append(ANA, 1, 0).send());
    assertFalse(append(ANA, 2, 5).send());
    assertEquals(
        List.of(new Answer(1, ANA, stored("north")), new Answer(2, ANA, stored("north"))),
        hear("north", ANA));
  }

  @Test
  void brokerIsAwayAfterThreeSecondsWithoutItsAcknowledgement() {
    append(ANA, 1, 0);
    assertEquals(List.of(), desk.tick(2_999));
    assertEquals(List.of(new Answer(1, ANA, JournalReply.brokerAway())), desk.tick(3_000));
    assertEquals(0, desk.waiting());
  }

  @Test
  void whatKafkaRefusesIsNotKept() {
    append(ANA, 1, 0);
    assertEquals(List.of(new Answer(1, ANA, JournalReply.brokerAway())), desk.lost(ANA));
  }

  @Test
  void slowAfterTenSeconds() {
    append(ANA, 1, 0);
    desk.acknowledged(ANA, ID);
    assertEquals(List.of(), desk.tick(9_999));
    assertEquals(List.of(waiting(1, WaitReason.SLOW)), desk.tick(10_000));
    assertEquals(List.of(), hear("north", ANA), "one answer each");
  }

  @Test
  void appendThatWaitsOverASecondMakesItLookOnceASecondAtMost() {
    looks(0);
    append(ANA, 1, 500);
    assertFalse(desk.wantsLook(1_400));
    assertTrue(desk.wantsLook(1_500));
    looks(1_500);
    assertFalse(desk.wantsLook(2_400));
    assertTrue(desk.wantsLook(2_500));
  }

  @Test
  void looksEveryFiveSecondsWhenNobodyWaits() {
    looks(0);
    assertFalse(desk.wantsLook(4_999));
    assertTrue(desk.wantsLook(5_000));
  }

  @Test
  void looksSoonAfterANodeIsHeardThatWasNotThere() {
    looks(0);
    desk.lookSoon();
    assertTrue(desk.wantsLook(1_000));
  }

  @Test
  void noNodesIsAnsweredAsSoonAsALookShowsIt() {
    append(ANA, 1, 0);
    desk.acknowledged(ANA, ID);
    desk.looks(5_200);
    assertEquals(List.of(waiting(1, WaitReason.NO_NODES)), desk.looked(false, 5_210));
  }

  @Test
  void noNodesIsNotSaidOfWhatKafkaMayNotHave() {
    append(ANA, 1, 0);
    desk.looks(1_000);
    assertEquals(List.of(), desk.looked(false, 1_010));
  }

  @Test
  void whileThereIsNoNodeWhoComesIsToldWithinASecond() {
    desk.looks(0);
    assertEquals(List.of(), desk.looked(false, 10));
    append(ANA, 1, 400);
    desk.acknowledged(ANA, ID);
    assertEquals(List.of(), desk.tick(600));
    assertEquals(List.of(waiting(1, WaitReason.NO_NODES)), desk.tick(700));
    append(BEA, 2, 900);
    assertTrue(desk.wantsLook(1_000), "a node may have come back");
  }

  @Test
  void topicMadeAnewEndsAllWaiting() {
    append(ANA, 1, 0);
    desk.acknowledged(ANA, ID);
    assertEquals(List.of(new Answer(1, ANA, JournalReply.brokerAway())), desk.forgetAll());
  }

  private Desk.Taken append(UUID key, long ticket, long now) {
    return desk.append(key, ticket, now);
  }

  private void looks(long now) {
    desk.looks(now);
    var _ = desk.looked(true, now);
  }

  private List<Answer> hear(String node, UUID key) {
    return desk.heard(
        new StoredWord.Receipts(
            new NodeName(node), "host", TOPIC, List.of(), List.of(new Receipt(key, ID))));
  }

  private static JournalReply.Stored stored(String node) {
    return new JournalReply.Stored(ID, new NodeName(node), "host");
  }

  private static Answer waiting(long ticket, WaitReason reason) {
    return new Answer(ticket, ANA, new JournalReply.Waiting(ID, reason));
  }
}
