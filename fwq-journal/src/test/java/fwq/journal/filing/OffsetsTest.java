package fwq.journal.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A set of offsets, as spans. */
final class OffsetsTest {
  private final Offsets offsets = new Offsets();

  @Test
  void spansThatTouchBecomeOne() {
    offsets.add(new Span(3, 0, 5));
    offsets.add(new Span(3, 10, 12));
    offsets.add(new Span(3, 5, 10));
    assertEquals(List.of(new Span(3, 0, 12)), offsets.spans());
    assertEquals(12, offsets.count());
  }

  @Test
  void partitionsAreApart() {
    offsets.add(new Span(3, 0, 5));
    assertTrue(offsets.contains(3, 4));
    assertFalse(offsets.contains(3, 5));
    assertFalse(offsets.contains(4, 0));
  }

  @Test
  void gapsAreWhatIsLackingInBetween() {
    offsets.add(new Span(3, 5, 7));
    assertEquals(List.of(new Span(3, 2, 5), new Span(3, 7, 9)), offsets.gaps(3, 2, 9));
    assertEquals(List.of(), offsets.gaps(3, 5, 7));
    assertEquals(List.of(new Span(4, 0, 1)), offsets.gaps(4, 0, 1));
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void sameAsASetOfNumbersWhateverIsAdded() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    for (int run = 0; run < 200; run++) {
      Offsets spans = new Offsets();
      Set<Long> numbers = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        long from = chance.nextInt(60);
        long to = from + 1 + chance.nextInt(8);
        spans.add(new Span(0, from, to));
        LongStream.range(from, to).forEach(numbers::add);
        assertEquals(numbers.size(), spans.count(), "-Dfwq.seed=" + seed);
        LongStream.range(0, 70)
            .forEach(it -> assertEquals(numbers.contains(it), spans.contains(0, it), "" + seed));
      }
      long lacking = spans.gaps(0, 0, 70).stream().mapToLong(it -> it.to() - it.from()).sum();
      assertEquals(70 - numbers.size(), lacking, "-Dfwq.seed=" + seed);
    }
  }
}
