package fwq.journal.desk;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.StoredWord;
import fwq.common.talk.journal.WaitReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Who waits at a head, and the one answer that each gets. A key is noted before it is sent to
 * Kafka, since its receipt can overtake Kafka's own acknowledgement. For one thread; times are
 * epoch milliseconds.
 */
public final class Desk {
  /** Without Kafka's acknowledgement for so long, a record is not known to be kept. */
  public static final long BROKER_AWAY_MILLIS = 3_000;

  /** Without a receipt for so long, whoever waits is told to ask again. */
  public static final long SLOW_MILLIS = 10_000;

  /** An append that waits longer than this makes the head look whether there are any nodes. */
  public static final long LOOK_AFTER_MILLIS = 1_000;

  /** How often it looks at most. */
  public static final long LOOK_PAUSE_MILLIS = 1_000;

  /** How often it looks at least. */
  public static final long LOOK_EVERY_MILLIS = 5_000;

  /** Where the last look showed no node, an append waits so long for one that just returns. */
  static final long GRACE_MILLIS = 300;

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final KnownReceipts receipts;
  private final Map<UUID, Pending> pending = new LinkedHashMap<>();
  private long lookedAt = NEVER;
  private boolean lookSoon;
  private boolean someNodes = true;

  /**
   * Nobody waits.
   *
   * @param receipts where the newest receipts are remembered, as many as it has room for
   */
  public Desk(Map<UUID, JournalReply.Stored> receipts) {
    this.receipts = new KnownReceipts(receipts);
  }

  /** One who waits. */
  private record Waiter(long ticket, long since) {}

  /** A record that was sent, and who waits for it. */
  private static final class Pending {
    private final UUID key;
    private final List<Waiter> waiters = new ArrayList<>();

    /** Present once Kafka has it. */
    private Optional<RecordId> id = Optional.empty();

    private Pending(UUID key) {
      this.key = key;
    }
  }

  /**
   * What comes of an append.
   *
   * @param answer at once, where there is a receipt already
   * @param send whether the record has to be sent
   */
  public record Taken(Optional<Answer> answer, boolean send) {}

  /** Somebody appends. */
  public Taken append(UUID key, long ticket, long now) {
    Optional<JournalReply.Stored> known = receipts.of(key);
    if (known.isPresent()) {
      return new Taken(Optional.of(new Answer(ticket, key, known.get())), false);
    }
    Pending before = pending.get(key);
    Pending its = before == null ? new Pending(key) : before;
    pending.put(key, its);
    its.waiters.add(new Waiter(ticket, now));
    return new Taken(Optional.empty(), before == null);
  }

  /** The receipt of a key, if it is one of the newest. */
  public Optional<JournalReply.Stored> receipt(UUID key) {
    return receipts.of(key);
  }

  /** Kafka has a record. */
  public void acknowledged(UUID key, RecordId id) {
    Pending its = pending.get(key);
    if (its != null) {
      its.id = Optional.of(id);
    }
  }

  /** Kafka could not be given a record. */
  public List<Answer> lost(UUID key) {
    Pending its = pending.remove(key);
    return its == null
        ? List.of()
        : its.waiters.stream()
            .map(waiter -> new Answer(waiter.ticket(), key, JournalReply.brokerAway()))
            .toList();
  }

  /** A node has records on its disk. */
  public List<Answer> heard(StoredWord.Receipts word) {
    List<Answer> answers = new ArrayList<>();
    for (Receipt receipt : word.receipts()) {
      JournalReply.Stored first =
          receipts.hear(
              receipt.key(), new JournalReply.Stored(receipt.id(), word.node(), word.host()));
      Pending its = pending.remove(receipt.key());
      if (its != null) {
        its.waiters.forEach(
            waiter -> answers.add(new Answer(waiter.ticket(), receipt.key(), first)));
      }
    }
    return answers;
  }

  /** Whether to look at the group of nodes now. */
  public boolean wantsLook(long now) {
    long since = now - lookedAt;
    return since >= LOOK_EVERY_MILLIS
        || (since >= LOOK_PAUSE_MILLIS
            && (lookSoon
                || pending.values().stream()
                    .flatMap(its -> its.waiters.stream())
                    .anyMatch(it -> !someNodes || now - it.since() >= LOOK_AFTER_MILLIS)));
  }

  /** Somebody is heard who is not known to be there: look as soon as may be. */
  public void lookSoon() {
    lookSoon = true;
  }

  /** A look begins, of which {@link #looked} tells. */
  public void looks(long now) {
    lookSoon = false;
    lookedAt = now;
  }

  /** What the look showed: whether Kafka counts any node as a member of the group. */
  public List<Answer> looked(boolean nodes, long now) {
    someNodes = nodes;
    return tick(now);
  }

  /** Answers those whose time has come. */
  public List<Answer> tick(long now) {
    List<Answer> answers = new ArrayList<>();
    Iterator<Pending> all = pending.values().iterator();
    while (all.hasNext()) {
      Pending its = all.next();
      if (its.id.isEmpty()) {
        answer(
            its, it -> now - it.since() >= BROKER_AWAY_MILLIS, JournalReply.brokerAway(), answers);
      } else {
        answer(
            its,
            it -> !someNodes && now - it.since() >= GRACE_MILLIS,
            new JournalReply.Waiting(its.id.get(), WaitReason.NO_NODES),
            answers);
        answer(
            its,
            it -> now - it.since() >= SLOW_MILLIS,
            new JournalReply.Waiting(its.id.get(), WaitReason.SLOW),
            answers);
      }
      if (its.waiters.isEmpty()) {
        all.remove();
      }
    }
    return answers;
  }

  private static void answer(
      Pending its, Predicate<Waiter> due, JournalReply reply, List<Answer> answers) {
    its.waiters.removeIf(
        waiter -> {
          boolean isDue = due.test(waiter);
          if (isDue) {
            answers.add(new Answer(waiter.ticket(), its.key, reply));
          }
          return isDue;
        });
  }

  /** The topic is another one now: what Kafka acknowledged before is gone. */
  public List<Answer> forgetAll() {
    return List.copyOf(pending.keySet()).stream().flatMap(key -> lost(key).stream()).toList();
  }

  /** How many records are waited for. */
  public int waiting() {
    return pending.size();
  }
}
