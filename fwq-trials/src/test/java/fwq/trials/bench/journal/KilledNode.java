package fwq.trials.bench.journal;

import fwq.common.talk.journal.JournalEntry;
import fwq.kit.frame.FrameClient;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A node of three is killed while 20 clients append: the longest that none of them gets a receipt,
 * with the session that nodes have, and with a short one.
 */
public final class KilledNode implements Probe {
  private static final int CLIENTS = 20;
  private static final long BEFORE_MILLIS = 3_000;
  private static final long AFTER_MILLIS = 12_000;

  @Override
  public String name() {
    return "killed-node";
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    return List.of(
        new Value(
            "node killed, longest pause of receipts", "s", pause(bench, "5s"), new Goal.AtMost(6)),
        new Value(
            "the same with --session 1500ms", "s", pause(bench, "1500ms"), new Goal.AtMost(2)));
  }

  private static double pause(Workbench bench, String session) throws Exception {
    AtomicReference<Exception> failure = new AtomicReference<>();
    AtomicLong last = new AtomicLong(System.nanoTime());
    AtomicLong longest = new AtomicLong();
    List<Thread> clients = new ArrayList<>();
    try (OpenJournal journal = new OpenJournal(bench, bench.kafka(), 3, session)) {
      long begin = System.nanoTime();
      last.set(begin);
      long end = begin + (BEFORE_MILLIS + AFTER_MILLIS) * 1_000_000;
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      try (FrameClient client = journal.connect()) {
                        while (System.nanoTime() < end) {
                          journal.append(client, new JournalEntry("bench", "1"));
                          long now = System.nanoTime();
                          longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
                        }
                      } catch (Exception e) {
                        failure.compareAndSet(null, e);
                      }
                    }));
      }
      if (bench.stop().await(Duration.ofMillis(BEFORE_MILLIS))) {
        throw new InterruptedException("stop was requested");
      }
      longest.set(0);
      journal.kill();
      for (Thread client : clients) {
        client.join();
      }
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    return longest.get() / 1e9;
  }
}
