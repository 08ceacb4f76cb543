package fwq.journal.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change by hand shows, a cut end too. */
final class ChainTest {
  private static final JournalKey KEY = new JournalKey(SharedSecret.of(new byte[32]));

  private final List<Row> rows = new ArrayList<>(List.of(row(1, "a"), row(2, "b"), row(3, "c")));
  private final List<ChainLink> links = links(rows);

  @Test
  void wholeChainIsFollowedToItsEnd() {
    assertEquals(new NodeReply.Followed(3, 0, 0), follow(List.of(links.get(1), links.get(2))));
  }

  @Test
  void changedRowIsFoundWhereItIs() {
    rows.set(1, row(2, "B"));
    assertEquals(new NodeReply.Followed(1, 2, 0), follow(List.of()));
  }

  @Test
  void removedRowIsFound() {
    rows.remove(1);
    links.remove(1);
    assertEquals(2, follow(List.of()).broken());
  }

  @Test
  void cutEndIsFoundByWhatTheNodeHasSaid() {
    ChainLink said = links.removeLast();
    rows.removeLast();
    assertEquals(new NodeReply.Followed(2, 3, 0), follow(List.of(said)));
    assertEquals(new NodeReply.Followed(2, 0, 0), follow(List.of()));
  }

  @Test
  void endThatWasCutAndGrewAnewIsFound() {
    ChainLink said = links.getLast();
    rows.set(2, row(3, "other"));
    links.clear();
    links.addAll(links(rows));
    assertEquals(3, follow(List.of(said)).broken());
  }

  @Test
  void eachFieldOfARowCounts() {
    Row row = row(1, "a");
    ChainLink its = Chain.next(KEY, ChainLink.NONE, row);
    for (Row other :
        List.of(
            row(2, "a"),
            row(1, "b"),
            new Row(row.place(), Optional.empty(), row.kind(), row.body()),
            new Row(row.place(), row.key(), "k2", row.body()),
            new Row(new LogPlace(9, row.place().id()), row.key(), row.kind(), row.body()))) {
      assertNotEquals(its, Chain.next(KEY, ChainLink.NONE, other));
    }
    assertNotEquals(its.hex(), Chain.next(KEY, its, row).hex());
  }

  private NodeReply.Followed follow(List<ChainLink> said) {
    LinkCheck check = new LinkCheck(said, ChainLink.NONE);
    for (int i = 0; i < rows.size() && !check.isBroken(); i++) {
      check.row(links.get(i), Chain.next(KEY, check.before(), rows.get(i)));
    }
    return check.reply(1, true);
  }

  private static List<ChainLink> links(List<Row> rows) {
    List<ChainLink> links = new ArrayList<>();
    for (Row row : rows) {
      links.add(Chain.next(KEY, links.isEmpty() ? ChainLink.NONE : links.getLast(), row));
    }
    return links;
  }

  private static Row row(long offset, String body) {
    return new Row(
        new LogPlace(7, new RecordId("AbCdEfGhIjKlMnOpQrStUw", 3, offset)),
        Optional.of(new UUID(0, offset)),
        "k",
        body);
  }
}
