package fwq.journal.head;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.desk.Answer;
import fwq.journal.desk.Desk;
import fwq.journal.desk.Roster;
import fwq.kit.program.BoundedMap;
import fwq.kit.program.SteadyClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A head's {@link Desk} and {@link Roster} behind one lock, which nobody holds for longer than it
 * takes to note what happened: clients' threads, Kafka's callbacks, the reader of {@code Stored},
 * and a clock. (A thread that owned them would be two changes of threads for each record.)
 */
final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int RECEIPTS_MAX = 200_000;
  private static final long TICK_MILLIS = 50;

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("desk").factory());
  private final ReentrantLock lock = new ReentrantLock();

  // What follows is guarded by the lock.
  private final Desk desk = new Desk(BoundedMap.byAge(RECEIPTS_MAX));
  private final Roster roster = new Roster();
  private final Map<Long, CompletableFuture<JournalReply>> asked = new HashMap<>();
  private final SteadyClock clock;
  private final HeadCounts counts;
  private long ticket;
  private Runnable look = () -> {};

  /**
   * Begins with nobody waiting.
   *
   * @param clock that is never set back, else somebody would wait for as long
   */
  Front(SteadyClock clock, HeadCounts counts) {
    this.clock = clock;
    this.counts = counts;
  }

  /**
   * Begins to watch the time.
   *
   * @param lookAtGroup called when the nodes' group is to be looked at; must not take long
   */
  void start(Runnable lookAtGroup) {
    hold(() -> look = lookAtGroup);
    var _ =
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      hold(
          () -> {
            long now = clock.millis();
            if (desk.wantsLook(now)) {
              desk.looks(now);
              look.run();
            }
            answer(desk.tick(now));
            counts.tick(roster);
          });
    } catch (RuntimeException e) {
      // Thrown on, it would end all ticks, and whoever waits would wait for ever.
      LOG.error("a fault of the head's own", e);
    }
  }

  /**
   * An append that is noted.
   *
   * @param reply its one answer, when there is one
   * @param send whether the record has to be sent
   */
  record Noted(CompletableFuture<JournalReply> reply, boolean send) {}

  /** Notes an append, before anything is sent. */
  Noted append(UUID key) {
    return ask(
        () -> {
          CompletableFuture<JournalReply> reply = new CompletableFuture<>();
          asked.put(++ticket, reply);
          Desk.Taken taken = desk.append(key, ticket, clock.millis());
          taken.answer().ifPresent(it -> answer(List.of(it)));
          return new Noted(reply, taken.send());
        });
  }

  /** Kafka has a record. */
  void acknowledged(UUID key, RecordId id) {
    hold(() -> desk.acknowledged(key, id));
  }

  /** Kafka could not be given a record. */
  void lost(UUID key) {
    hold(() -> answer(desk.lost(key)));
  }

  /** What nodes have said, in order. */
  void heard(List<StoredWord> words) {
    words.forEach(word -> hold(() -> heard(word)));
  }

  private void heard(StoredWord word) {
    roster.heard(word);
    if (!roster.isAvailable(word.node())) {
      desk.lookSoon();
    }
    if (word instanceof StoredWord.Receipts it) {
      counts.heard(it);
      answer(desk.heard(it));
    }
  }

  /** What a look at the group has shown. */
  void looked(Map<NodeName, Integer> shares) {
    hold(
        () -> {
          counts.changed(roster.looked(shares));
          answer(desk.looked(!shares.isEmpty(), clock.millis()));
        });
  }

  /** The topic has been made anew. */
  void topicIsAnother() {
    hold(() -> answer(desk.forgetAll()));
  }

  /** The receipt of a key, if it is one of the newest. */
  Optional<JournalReply.Stored> receipt(UUID key) {
    return ask(() -> desk.receipt(key));
  }

  /** Something about the nodes. */
  <T> T nodes(Function<Roster, T> question) {
    return ask(() -> question.apply(roster));
  }

  private void answer(List<Answer> answers) {
    for (Answer one : answers) {
      CompletableFuture<JournalReply> reply = asked.remove(one.ticket());
      counts.answered(one);
      reply.complete(one.reply());
    }
  }

  private void hold(Runnable what) {
    var _ =
        ask(
            () -> {
              what.run();
              return true;
            });
  }

  private <T> T ask(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
