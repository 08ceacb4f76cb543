package fwq.web.park;

import static fwq.web.Samples.AT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.RecordingSink;
import fwq.web.Samples;
import fwq.web.event.Audience;
import fwq.web.event.Away;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParksTest {
  private static final long SECOND = 1_000_000_000;
  private final Parks parks = new Parks();
  private final RecordingSink board = new RecordingSink();

  @BeforeEach
  void open() {
    parks.add(0, 0);
    parks.room(0).orElseThrow().join(board, Audience.PUBLIC, 0);
  }

  @Test
  void oneFrameASecondAndTheNewestOne() {
    for (int i = 0; i < 20; i++) {
      parks.heard(Samples.frame(i, AT + 50L * i, i), SECOND / 20 * i);
      parks.publish(SECOND / 20 * i);
    }
    assertEquals(2, board.count("event: frame"));
    assertTrue(board.last("event: frame").contains("id: 7-18"), board.last("event: frame"));
  }

  @Test
  void whoJoinsSeesTheParkAtOnce() {
    parks.heard(Samples.frame(1, AT, 5), 0);
    RecordingSink guest = new RecordingSink();
    parks.room(0).orElseThrow().join(guest, Audience.GUESTS, 0);
    assertTrue(guest.last("event: frame").contains("\"ana\""));
  }

  @Test
  void nobodysNameIsOnABoard() {
    parks.heard(Samples.frame(1, AT, 5), 0);
    parks.publish(0);
    assertEquals(1, board.count("event: frame"));
    assertFalse(board.last("event: frame").contains("ana"));
  }

  @Test
  void oldMapIsNotShownToWhoComesWhileTheEngineIsAway() {
    parks.heard(Samples.frame(1, AT, 5), 0);
    parks.watch(4 * SECOND, AT);
    RecordingSink late = new RecordingSink();
    parks.room(0).orElseThrow().join(late, Audience.PUBLIC, 4 * SECOND);
    assertEquals(0, late.count("event: frame"));
    assertTrue(late.last("away").contains("\"ENGINE\",\"since\":" + AT));
  }

  @Test
  void engineThatIsAwayIsToldOnceThenAgainAndThenThatItIsBack() {
    parks.heard(Samples.frame(1, AT, 5), 0);
    parks.watch(4 * SECOND, AT);
    parks.watch(5 * SECOND, AT + 1_000);
    assertEquals(1, board.count("away"));
    parks.remind();
    assertEquals(2, board.count("away"));
    parks.heard(Samples.frame(2, AT, 5), 6 * SECOND);
    parks.watch(6 * SECOND, AT + 2_000);
    assertTrue(board.last("away").contains("\"since\":null"));
    parks.remind();
    assertEquals(3, board.count("away"));
  }

  @Test
  void registryThatIsAwayIsToldToAllAndToWhoComesLater() {
    parks.away(Away.REGISTRY, true, 12);
    parks.away(Away.REGISTRY, true, 13);
    assertEquals(1, board.count("REGISTRY"));
    RecordingSink late = new RecordingSink();
    parks.tellAway(late);
    assertTrue(late.last("REGISTRY").contains("\"since\":12"));
    parks.away(Away.REGISTRY, false, 14);
    assertTrue(board.last("REGISTRY").contains("\"since\":null"));
  }

  @Test
  void whoLeftGetsNoMore() {
    parks.leave(board);
    parks.heard(Samples.frame(1, AT, 5), 0);
    parks.publish(0);
    assertEquals(0, board.count("event: frame"));
  }
}
