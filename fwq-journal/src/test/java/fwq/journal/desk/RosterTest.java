package fwq.journal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a head knows of the nodes. */
final class RosterTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final NodeName NORTH = new NodeName("north");
  private static final NodeName SOUTH = new NodeName("south");
  private static final UUID FILE = new UUID(0, 9);

  private final Roster roster = new Roster();

  @Test
  void groupSaysWhoIsAvailableAndWordsOnlyWhere() {
    roster.heard(report(NORTH, FILE, new Span(3, 0, 5)));
    assertEquals(List.of(), roster.available());
    assertEquals(List.of("node north is available"), roster.looked(Map.of(NORTH, 60)));
    assertEquals(List.of(NORTH), roster.available());
    assertEquals(Optional.of(new NodeAddress("10.0.0.7", 5_201)), roster.address(NORTH));
    assertEquals(
        List.of("node north is not available and dropped", "node south is available"),
        roster.looked(Map.of(SOUTH, 60)));
    assertTrue(roster.isAvailable(SOUTH));
    assertFalse(roster.isAvailable(NORTH));
  }

  @Test
  void memberThatHasSaidNothingYetIsListed() {
    var _ = roster.looked(Map.of(NORTH, 0));
    assertEquals(NORTH, roster.states().getFirst().name());
    assertEquals(Optional.empty(), roster.states().getFirst().address());
  }

  @Test
  void whatOnlyTheDeadHaveIsKnownToTheLastReceipt() {
    roster.heard(report(NORTH, FILE, new Span(3, 0, 5)));
    roster.heard(new StoredWord.Receipts(NORTH, "h", TOPIC, List.of(new Span(3, 5, 9)), List.of()));
    roster.heard(report(SOUTH, new UUID(0, 8), new Span(3, 0, 2)));
    var _ = roster.looked(Map.of(SOUTH, 60));
    assertEquals(List.of(new Span(3, 2, 9)), roster.awayOnly(TOPIC, 3));
    assertEquals(List.of(NORTH), roster.awayHolders(new RecordId(TOPIC, 3, 8)));
    assertEquals(List.of(), roster.awayHolders(new RecordId("z".repeat(22), 3, 8)));
  }

  @Test
  void nodeWhoseFileWasLostHasOnlyWhatItSaysNow() {
    roster.heard(report(NORTH, FILE, new Span(3, 0, 5)));
    roster.heard(report(NORTH, new UUID(0, 10), new Span(3, 4, 5)));
    assertEquals(List.of(), roster.awayHolders(new RecordId(TOPIC, 3, 0)));
    assertEquals(1, roster.said(NORTH).size(), "links of the lost file say nothing of this one");
  }

  @Test
  void receiptsAreRememberedByOffset() {
    roster.heard(
        new StoredWord.Receipts(
            NORTH,
            "h",
            TOPIC,
            List.of(),
            List.of(
                new Receipt(new UUID(0, 1), new RecordId(TOPIC, 3, 1)),
                new Receipt(new UUID(0, 2), new RecordId(TOPIC, 3, 2)))));
    assertEquals(List.of(new Span(3, 1, 3)), roster.receipted(TOPIC, 3));
  }

  @Test
  void linksThatWereSaidAreBoundedAndTheNewestIsAmongThem() {
    SaidLinks links = new SaidLinks();
    for (long seq = 1; seq <= 50_000; seq++) {
      links.add(ChainLink.of(seq, new byte[32]));
    }
    assertTrue(links.all().size() <= 4_000);
    assertTrue(links.all().size() >= 2_000);
    assertEquals(50_000, links.all().getLast().seq());
  }

  private static StoredWord report(NodeName node, UUID file, Span... spans) {
    return new StoredWord.Report(
        node,
        new NodeAddress("10.0.0.7", 5_201),
        TOPIC,
        List.of(spans),
        file,
        1,
        ChainLink.of(5, new byte[32]));
  }
}
