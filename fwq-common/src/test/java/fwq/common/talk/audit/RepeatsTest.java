package fwq.common.talk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
  private static final Instant NOW = Entries.START;

  private final Repeats repeats = new Repeats();

  @Test
  void firstIsNotedAtOnceAndWhatFollowsWithinAMinuteOnce() {
    AuditEntry entry = Entries.login(0);
    assertEquals(List.of(entry), repeats.add(entry, NOW));
    for (int i = 1; i <= 500; i++) {
      assertEquals(List.of(), repeats.add(entry.at(NOW.plusMillis(i)), NOW.plusMillis(i)));
    }
    assertEquals(List.of(), repeats.due(NOW.plusSeconds(59)));
    Instant end = NOW.plusSeconds(60);
    assertEquals(List.of(entry.at(end).times(500)), repeats.due(end));
    assertTrue(repeats.isEmpty());
    AuditEntry next = entry.at(end);
    assertEquals(List.of(next), repeats.add(next, end), "a new minute begins");
  }

  @Test
  void whoComesAndGoesLikeMadLeavesTwoLinesAMinuteAndOthersTheirs() {
    int lines = 0;
    for (int i = 0; i < 600; i++) {
      Instant now = NOW.plusMillis(100L * i);
      lines += repeats.add(Entries.login(1).at(now), now).size();
      lines += repeats.add(Entries.refusal(1).at(now), now).size();
    }
    assertEquals(2, lines);
    AuditEntry other = Entries.login(2);
    assertEquals(List.of(other), repeats.add(other, NOW.plusSeconds(59)));
    assertEquals(2, repeats.rest(NOW.plusSeconds(59)).size());
  }

  @Test
  void clockThatIsSetBackHoldsNothingBack() {
    var _ = repeats.add(Entries.login(0), NOW);
    var _ = repeats.add(Entries.login(0), NOW);
    assertEquals(1, repeats.due(NOW.minusSeconds(3_600)).size());
  }

  @Test
  void moreDifferentOnesThanAreKeptAreNotedAsTheyCome() {
    for (int i = 0; i < Repeats.DIFFERENT_MAX; i++) {
      assertEquals(1, repeats.add(Entries.login(i), NOW).size());
    }
    AuditEntry more = Entries.refusal(0);
    assertEquals(List.of(more), repeats.add(more, NOW));
    assertEquals(List.of(more), repeats.add(more, NOW));
  }
}
