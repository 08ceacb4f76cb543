package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int WRONG = 7;

  private final CountDownLatch disk = new CountDownLatch(1);
  private final List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());
  private final Turns<Integer, Integer> turns = new Turns<>(this::commit);

  private List<Integer> commit(List<Integer> words) throws DatabaseException {
    commits.add(words);
    try {
      disk.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (words.contains(WRONG)) {
      throw Database.explain(Path.of("sold.db"), new SQLException("cannot have this"));
    }
    return words.stream().map(word -> word * 10).toList();
  }

  private static void await(BooleanSupplier what) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "nothing came of it");
      Thread.onSpinWait();
    }
  }

  /** Has the first one at the disk while the others come. */
  private List<Future<Integer>> takeAll(ExecutorService threads, int count) {
    List<Future<Integer>> taken = new ArrayList<>();
    taken.add(threads.submit(() -> turns.take(0)));
    await(() -> commits.size() == 1);
    for (int i = 1; i < count; i++) {
      int word = i;
      taken.add(threads.submit(() -> turns.take(word)));
    }
    await(() -> turns.waiting() == count - 1);
    disk.countDown();
    return taken;
  }

  @Test
  void thoseWhoComeMeanwhileHaveTheNextTransactionTogether() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> taken = takeAll(threads, 6);
      for (int i = 0; i < 6; i++) {
        assertEquals(i * 10, taken.get(i).get(), "each has its own");
      }
    }
    assertEquals(List.of(1, 5), commits.stream().map(List::size).toList());
  }

  @Test
  void oneThatFailsFailsAlone() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> taken = takeAll(threads, 9);
      for (int i = 0; i < 9; i++) {
        Future<Integer> one = taken.get(i);
        if (i == WRONG) {
          Throwable why = assertThrows(ExecutionException.class, one::get).getCause();
          assertTrue(why.getMessage().contains("cannot have this"), why.getMessage());
        } else {
          assertEquals(i * 10, one.get());
        }
      }
    }
  }
}
