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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns a head's {@link Desk} and {@link Roster}: clients' threads, Kafka's
 * callbacks and the reader of {@code Stored} hand it what happened. As much of that is under way at
 * once as there are connections, and one batch of words.
 */
final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int RECEIPTS_MAX = 200_000;
  private static final long TICK_MILLIS = 50;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("desk").factory());
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
    thread.execute(() -> look = lookAtGroup);
    var _ =
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      long now = clock.millis();
      if (desk.wantsLook(now)) {
        desk.looks(now);
        look.run();
      }
      answer(desk.tick(now));
      counts.tick(roster);
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
  Noted append(UUID key) throws InterruptedException {
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
    hand(() -> desk.acknowledged(key, id));
  }

  /** Kafka could not be given a record. */
  void lost(UUID key) {
    hand(() -> answer(desk.lost(key)));
  }

  /** What nodes have said, in order. Waits until it is taken in. */
  void heard(List<StoredWord> words) throws InterruptedException {
    var _ =
        ask(
            () -> {
              for (StoredWord word : words) {
                roster.heard(word);
                if (!roster.isAvailable(word.node())) {
                  desk.lookSoon();
                }
                if (word instanceof StoredWord.Receipts it) {
                  counts.heard(it);
                  answer(desk.heard(it));
                }
              }
              return words.size();
            });
  }

  /** What a look at the group has shown. */
  void looked(Map<NodeName, Integer> shares) {
    hand(
        () -> {
          counts.changed(roster.looked(shares));
          answer(desk.looked(!shares.isEmpty(), clock.millis()));
        });
  }

  /** The topic has been made anew. */
  void topicIsAnother() {
    hand(() -> answer(desk.forgetAll()));
  }

  /** The receipt of a key, if it is one of the newest. */
  Optional<JournalReply.Stored> receipt(UUID key) throws InterruptedException {
    return ask(() -> desk.receipt(key));
  }

  /** Something about the nodes. */
  <T> T nodes(Function<Roster, T> question) throws InterruptedException {
    return ask(() -> question.apply(roster));
  }

  private void answer(List<Answer> answers) {
    for (Answer one : answers) {
      CompletableFuture<JournalReply> reply = asked.remove(one.ticket());
      counts.answered(one);
      reply.complete(one.reply());
    }
  }

  private void hand(Runnable what) {
    try {
      thread.execute(what);
    } catch (RejectedExecutionException e) {
      // The head closes, and nobody waits any more.
    }
  }

  private <T> T ask(Callable<T> question) throws InterruptedException {
    try {
      return thread.submit(question).get();
    } catch (RejectedExecutionException e) {
      throw new InterruptedException("the head closes");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault of the head's own", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
