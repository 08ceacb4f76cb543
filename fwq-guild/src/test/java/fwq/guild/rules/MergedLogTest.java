package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class MergedLogTest {
  private final MergedLog<String> log = new MergedLog<>();
  private long time;
  private long written;

  /** Its offset is its time. */
  private void add(Stream stream, long at, String value) {
    log.add(new Entry<>(stream, at, at, value));
    if (stream == Stream.CARTS) {
      written = at + 1;
    }
  }

  private void completeAll() {
    for (Stream stream : Stream.values()) {
      log.complete(stream, written);
    }
  }

  private List<String> drain() {
    List<String> all = new ArrayList<>();
    Entry<String> next = log.peek(time);
    while (next != null) {
      log.remove(next);
      all.add(next.value());
      if (next.stream() == Stream.CARTS) {
        time = Math.max(time, next.at());
      }
      next = log.peek(time);
    }
    return all;
  }

  @Test
  void recordsComeInTheOrderInWhichTheyWereWritten() {
    add(Stream.REPORTS, 15, "report 15");
    add(Stream.ORDINARY, 12, "join 12");
    add(Stream.CARTS, 10, "cart 10");
    add(Stream.CARTS, 20, "cart 20");
    completeAll();
    assertEquals(List.of("cart 10", "join 12", "report 15", "cart 20"), drain());
  }

  @Test
  void reportWaitsUntilALaterRecordOfTheCartsIsRead() {
    add(Stream.CARTS, 10, "cart 10");
    add(Stream.REPORTS, 15, "report 15");
    completeAll();
    assertEquals(List.of("cart 10"), drain());
    add(Stream.CARTS, 16, "tick 16");
    completeAll();
    assertEquals(List.of("report 15", "tick 16"), drain());
  }

  @Test
  void cartGoesFirstWhereTimesAreTheSame() {
    add(Stream.REPORTS, 10, "report 10");
    add(Stream.CARTS, 10, "cart 10");
    add(Stream.CARTS, 11, "cart 11");
    completeAll();
    assertEquals(List.of("cart 10", "report 10", "cart 11"), drain());
  }

  @Test
  void nothingGoesOnWhileOthersMayHaveBeenEarlier() {
    add(Stream.CARTS, 10, "cart 10");
    log.complete(Stream.PREMIUM, written);
    log.complete(Stream.ORDINARY, written);
    assertEquals(List.of(), drain());
    add(Stream.REPORTS, 9, "report 9");
    log.complete(Stream.REPORTS, written);
    assertEquals(List.of("report 9", "cart 10"), drain());
  }

  @Test
  void anEndThatWasLookedUpBeforeACartSpokeIsNone() {
    completeAll();
    add(Stream.CARTS, 10, "cart 10");
    assertEquals(List.of(), drain());
  }

  @Test
  void endThatWasLookedUpOnceServesAllThatCartsHadSaidByThen() {
    written = 21;
    completeAll();
    add(Stream.CARTS, 10, "cart 10");
    assertEquals(List.of("cart 10"), drain());
    add(Stream.CARTS, 20, "cart 20");
    assertTrue(log.isComplete());
    assertEquals(List.of("cart 20"), drain());
    add(Stream.CARTS, 21, "cart 21");
    assertFalse(log.isComplete());
    assertEquals(List.of(), drain());
  }

  @Test
  void partitionOfWhichMoreIsHeldThanWasReadToItsEndHoldsNothingUpUntilItIsEmpty() {
    add(Stream.CARTS, 10, "cart 10");
    add(Stream.CARTS, 20, "cart 20");
    add(Stream.REPORTS, 15, "report 15");
    log.complete(Stream.PREMIUM, written);
    log.complete(Stream.ORDINARY, written);
    assertEquals(List.of("cart 10", "report 15"), drain());
  }

  @Test
  void clockThatIsSetBackHoldsNothingUp() {
    add(Stream.CARTS, 1_000, "cart 1000");
    completeAll();
    drain();
    add(Stream.REPORTS, 990, "report 990");
    add(Stream.REPORTS, 500, "report 500");
    add(Stream.CARTS, 501, "cart 501");
    completeAll();
    assertEquals(List.of("report 990", "report 500", "cart 501"), drain());
  }

  @Test
  void whatWaitsIsReadAgainAfterAKill() {
    add(Stream.CARTS, 10, "cart 10");
    add(Stream.REPORTS, 15, "report 15");
    completeAll();
    drain();
    assertEquals(OptionalLong.of(15), log.nextOffset(Stream.REPORTS));
    assertEquals(OptionalLong.empty(), log.nextOffset(Stream.CARTS));
  }
}
