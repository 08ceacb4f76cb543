package fwq.engine;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.Ed25519;
import fwq.common.signing.Keyring;
import fwq.common.signing.Seal;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.program.Stop;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Signs what engines say on the topic {@code Engine}: all that has come while a thread of its own
 * signed the round before, or within 20 ms of that, with one signature. So a park alone waits for
 * nothing, and a hundred parks cost as many signatures as two. Where somebody waits for an answer
 * to arrive, nothing is waited for.
 */
public final class SealedOutlet implements Outlet {
  /** Rounds follow each other no faster: a signature takes half a millisecond. */
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Answers that wait to be signed; of frames each park has one. */
  private static final int WAITING_MAX = 20_000;

  /** An engine that says more waits this long at most. */
  private static final long FULL_MILLIS_MAX = 1_000;

  /** A clock that was set back by more is followed. */
  private static final long SET_BACK_MILLIS_MAX = 60_000;

  private final Producer<String, byte[]> producer;
  private final DerivedKeys<Pen> pens;
  private final InstantSource clock;
  private final BlockingQueue<Saying> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final Semaphore hurried = new Semaphore(0);
  private final Stop closing = new Stop();
  private final Thread thread;
  private long sealedAt;

  /** What signs. */
  private record Pen(String id, PrivateKey key) {}

  /** A record that waits to be signed. */
  private record Saying(
      ProducerRecord<String, byte[]> record, Callback sent, CompletableFuture<RecordMetadata> done)
      implements Callback {
    @Override
    public void onCompletion(RecordMetadata place, Exception failure) {
      sent.onCompletion(place, failure);
      if (failure == null) {
        done.complete(place);
      } else {
        done.completeExceptionally(failure);
      }
    }
  }

  /**
   * Signs with the key of the moment.
   *
   * @param producer takes what is signed; this outlet owns it
   * @param ring the engines' keys
   * @param clock the time of day
   */
  public SealedOutlet(
      Producer<String, byte[]> producer, Supplier<Keyring> ring, InstantSource clock) {
    this.producer = producer;
    this.pens =
        new DerivedKeys<>(ring, secret -> new Pen(secret.id(), Ed25519.pair(secret).getPrivate()));
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("seals").daemon().start(this::run);
  }

  @Override
  public Future<?> send(ProducerRecord<String, byte[]> record, Callback sent) {
    if (!record.topic().equals(VisitTopics.ENGINE.name())) {
      return producer.send(record, sent);
    }
    Saying saying = new Saying(record, sent, new CompletableFuture<>());
    try {
      if (waiting.offer(saying, FULL_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
        return saying.done;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new TimeoutException("too much waits to be signed");
  }

  @Override
  public void hurry() {
    hurried.release();
  }

  private void run() {
    try {
      long free = System.nanoTime();
      while (!closing.requested() || !waiting.isEmpty()) {
        Saying first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          boolean _ = hurried.tryAcquire(free - System.nanoTime(), TimeUnit.NANOSECONDS);
          int _ = hurried.drainPermits();
          free = System.nanoTime() + ROUND_NANOS;
          List<Saying> round = new ArrayList<>(List.of(first));
          waiting.drainTo(round, Seal.LEAVES_MAX - 1);
          seal(round);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void seal(List<Saying> round) {
    long now = clock.millis();
    sealedAt = now < sealedAt - SET_BACK_MILLIS_MAX ? now : Math.max(now, sealedAt);
    Pen pen = pens.at(Instant.ofEpochMilli(sealedAt));
    List<byte[]> leaves =
        round.stream()
            .map(it -> Seal.leaf(it.record.partition(), it.record.key(), it.record.value()))
            .toList();
    List<byte[]> seals = Seal.seal(leaves, sealedAt, pen.id, pen.key);
    for (int i = 0; i < round.size(); i++) {
      send(round.get(i), seals.get(i));
    }
  }

  private void send(Saying saying, byte[] seal) {
    try {
      saying.record.headers().add(Seal.HEADER, seal);
      var _ = producer.send(saying.record, saying);
    } catch (KafkaException | IllegalStateException e) {
      // The broker is away or slow, or the producer was closed.
      saying.onCompletion(null, e);
    }
  }

  @Override
  public void close(Duration within) {
    closing.request();
    hurry();
    try {
      boolean _ = thread.join(within);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(within);
  }
}
