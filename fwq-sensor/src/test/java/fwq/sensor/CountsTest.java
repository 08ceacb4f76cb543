package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Ride;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountsTest {
  private final Skipped skipped = new Skipped("lines", new HandClock(), Metrics.unserved());
  private final AtomicInteger arrivals = new AtomicInteger();
  private final CounterInput counter = new CounterInput();

  @Test
  void randomCountsGoFromTenToOneHundredAndTwenty() {
    RandomCounts counts = new RandomCounts(new SplittableRandom(1));
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(counts.peopleAt(i).orElseThrow());
    }

    assertEquals(111, seen.size());
    assertEquals(10, seen.iterator().next());
    assertEquals(120, List.copyOf(seen).getLast());
  }

  @Test
  void simulatedMinuteLastsAsLongAsAsked() {
    SimulatedQueue expected = new SimulatedQueue(10, 20, new SplittableRandom(1));
    Simulation simulation =
        new Simulation(
            new SimulatedQueue(10, 20, new SplittableRandom(1)), Duration.ofMillis(500), 0);

    for (int minute = 1; minute <= 100; minute++) {
      assertEquals(expected.people(), simulation.peopleAt(minute * 500L - 1).orElseThrow());
      expected.advance();
      assertEquals(expected.people(), simulation.peopleAt(minute * 500L).orElseThrow());
    }
  }

  @Test
  void simulationGoesOnAfterALongSleepOfTheMachine() {
    Simulation simulation =
        new Simulation(
            new SimulatedQueue(10, 20, new SplittableRandom(1)), Duration.ofMillis(10), 0);

    assertEquals(true, simulation.peopleAt(Long.MAX_VALUE / 4).isPresent());
  }

  @Test
  void eachNumberOfTheCounterIsSaidAndTheLastOneAgain() throws InterruptedException {
    counter.read(new StringReader("5\n 6 \r\n7\n"), skipped, arrivals::incrementAndGet);

    assertEquals(OptionalInt.of(5), counter.peopleAt(0));
    assertEquals(OptionalInt.of(6), counter.peopleAt(0));
    assertEquals(OptionalInt.of(7), counter.peopleAt(0));
    assertEquals(4, arrivals.get(), "three numbers and the end");
  }

  @Test
  void badLinesOfTheCounterAreCountedAndSkipped() throws InterruptedException {
    String bad = "x\n-1\n100001\n2.5\n1e3\n99999999999\n" + "9".repeat(1_000_000) + "\n\u0000\n";
    counter.read(new StringReader(bad + "\n5"), skipped, arrivals::incrementAndGet);

    assertEquals(8, skipped.count(), "an empty line is none");
    assertEquals(OptionalInt.of(5), counter.peopleAt(0));
  }

  @Test
  void nothingIsSaidBeforeTheCountersFirstNumberNorAfterItsEnd() throws InterruptedException {
    assertEquals(OptionalInt.empty(), counter.peopleAt(0));
    counter.read(new StringReader("5\n"), skipped, arrivals::incrementAndGet);

    List<OptionalInt> said = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      said.add(counter.peopleAt(0));
    }
    assertEquals(List.of(OptionalInt.of(5), OptionalInt.empty(), OptionalInt.empty()), said);
  }

  @Test
  void counterThatFallsSilentOrWritesOnlyNonsenseIsNotToldAsNewForEver() {
    read("50\nNaN\n\n-\n");
    assertEquals(OptionalInt.of(50), counter.peopleAt(0));
    assertEquals(OptionalInt.of(50), counter.peopleAt(9_999));
    assertEquals(OptionalInt.empty(), counter.peopleAt(10_000));
    assertEquals(OptionalInt.empty(), counter.peopleAt(60_000));
    read("51\n");
    assertEquals(OptionalInt.of(51), counter.peopleAt(60_001));
  }

  @Test
  void countsAreReadHoweverTheCounterEndsItsLinesAndWritesItsNumbers() throws Exception {
    counter.read(
        new StringReader("\uFEFF5\r6\r\n7.0\n+8\n09.00\r"), skipped, arrivals::incrementAndGet);

    for (int expected = 5; expected <= 9; expected++) {
      assertEquals(OptionalInt.of(expected), counter.peopleAt(0));
    }
    assertEquals(0, skipped.count());
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void eachLineOfWhateverACounterWritesIsACountInRangeOrCountedAsNone() throws Exception {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    String signs = "0123456789.+- \r\n\n,xN\uFEFF\t\u001b\u0661";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = chance.nextInt(400); length > 0; length--) {
        text.append(signs.charAt(chance.nextInt(signs.length())));
      }
      List<String> lines =
          text.toString().replace("\uFEFF", "").lines().map(String::strip).toList();
      Skipped none = new Skipped("lines", new HandClock(), Metrics.unserved());
      CounterInput its = new CounterInput();
      its.read(new StringReader(text.toString()), none, () -> {});
      List<Integer> counts = new ArrayList<>();
      for (OptionalInt count = its.peopleAt(0); count.isPresent(); count = its.peopleAt(0)) {
        counts.add(count.getAsInt());
      }
      String why = "-Dfwq.seed=" + seed + ": " + lines;
      assertEquals(
          lines.stream().filter(line -> !line.isEmpty()).count(),
          counts.size() + none.count(),
          why);
      assertTrue(counts.stream().allMatch(it -> it >= 0 && it <= Ride.QUEUE_MAX), why);
      assertTrue(
          counts.containsAll(
              lines.stream()
                  .filter(line -> line.matches("[0-9]{1,5}"))
                  .map(Integer::parseInt)
                  .toList()),
          why);
    }
  }

  /** What the counter writes, without its end. */
  private void read(String text) {
    Reader goesOn =
        new StringReader(text) {
          @Override
          public int read() throws IOException {
            int next = super.read();
            if (next < 0) {
              throw new EndOfWriting();
            }
            return next;
          }
        };
    try {
      counter.read(goesOn, skipped, arrivals::incrementAndGet);
    } catch (EndOfWriting e) {
      // The counter is still there and says nothing.
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static final class EndOfWriting extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void inputThatBreaksIsLikeItsEnd() throws InterruptedException {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] chars, int offset, int length) throws IOException {
            throw new IOException("pulled out");
          }

          @Override
          public void close() {}
        };
    counter.read(broken, skipped, arrivals::incrementAndGet);

    assertEquals(OptionalInt.empty(), counter.peopleAt(0));
    assertEquals(1, arrivals.get());
  }
}
