package fwq.registry;

import fwq.kit.json.Secret;
import fwq.kit.text.Normal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * Hashes passwords on as many threads as there are cores, since more would only take turns and need
 * 19 MiB each. A bounded number waits; who comes when that is full is told at once.
 */
public final class Passwords implements AutoCloseable {
  /** How many may wait. At 60 ms a hash and two cores, the last of them waits two seconds. */
  static final int QUEUE_MAX = 64;

  /** Until one was measured: some 60 ms, as on the machines of today. */
  private static final long HASH_NANOS_FIRST = 60_000_000;

  private static final long RETRY_MILLIS_MIN = 100;
  private static final long RETRY_MILLIS_MAX = 10_000;

  private final PasswordHash.Cost cost;
  private final SecureRandom random;
  private final PasswordHash nobody;
  private final ThreadPoolExecutor pool;

  /** What one hash takes: of the last ones a mean in which each counts less than the next. */
  private final AtomicLong hashNanos = new AtomicLong(HASH_NANOS_FIRST);

  /** One for each thread, used again and again: 19 MiB of garbage a login would fill the heap. */
  private final Queue<BlockPool> memories = new ConcurrentLinkedQueue<>();

  /** One thread a core, if the heap is large enough. */
  public Passwords(PasswordHash.Cost cost, SecureRandom random) {
    this(
        cost,
        random,
        threads(cost, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory()),
        QUEUE_MAX);
  }

  /** One for each core, as long as their memory is a quarter of the heap at most. */
  public static int threads(PasswordHash.Cost cost, int cores, long heapBytes) {
    return Math.clamp(heapBytes / 4 / (cost.memoryKib() * 1_024L), 1, cores);
  }

  public Passwords(PasswordHash.Cost cost, SecureRandom random, int threads, int queueMax) {
    this.cost = cost;
    this.random = random;
    for (int i = 0; i < threads; i++) {
      memories.add(PasswordHash.memory(cost));
    }
    this.nobody = PasswordHash.ofNobody(cost, random);
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueMax),
            Thread.ofPlatform().daemon().name("hash-", 0).factory());
  }

  /** The PHC string for a new password, however its letters and marks were typed. */
  String hash(Secret password) throws BusyException, InterruptedException {
    return inPool(memory -> PasswordHash.of(composed(password), cost, random, memory).phc());
  }

  /**
   * Whether the password is the one of the account with this PHC string. Without an account the
   * answer is no, and takes as long as that of a hash that costs what they cost today.
   */
  boolean matches(Secret password, Optional<String> phc)
      throws BusyException, InterruptedException {
    PasswordHash expected = phc.map(PasswordHash::parse).orElse(nobody);
    // A hash from before passwords were composed is of what was typed then.
    return inPool(
        memory ->
            expected.matches(composed(password), memory)
                || (!isComposed(password) && expected.matches(bytes(password), memory)));
  }

  /** Whether this PHC string costs an attacker something else than new ones do. */
  boolean isOutdated(String phc) {
    return !PasswordHash.parse(phc).costs(cost);
  }

  /** How many wait for a thread. */
  int waiting() {
    return pool.getQueue().size();
  }

  private <T> T inPool(Function<BlockPool, T> work) throws BusyException, InterruptedException {
    try {
      Future<T> result = pool.submit(() -> withMemory(work));
      return result.get();
    } catch (RejectedExecutionException | CancellationException e) {
      throw new BusyException(
          retryAfterMillis(waiting(), hashNanos.get(), pool.getMaximumPoolSize()), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }

  /** When those who wait will have had their turn; bounded, since a measure can be far off. */
  static long retryAfterMillis(int waiting, long hashNanos, int threads) {
    long millis = TimeUnit.NANOSECONDS.toMillis(waiting * hashNanos / threads);
    return Math.clamp(millis, RETRY_MILLIS_MIN, RETRY_MILLIS_MAX);
  }

  private <T> T withMemory(Function<BlockPool, T> work) {
    BlockPool memory = memories.remove();
    long startedAt = System.nanoTime();
    try {
      return work.apply(memory);
    } finally {
      long took = System.nanoTime() - startedAt;
      hashNanos.updateAndGet(mean -> (7 * mean + took) / 8);
      memories.add(memory);
    }
  }

  private static byte[] composed(Secret password) {
    return Normal.composed(password.reveal()).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isComposed(Secret password) {
    return Normal.composed(password.reveal()).equals(password.reveal());
  }

  private static byte[] bytes(Secret password) {
    return password.reveal().getBytes(StandardCharsets.UTF_8);
  }

  /** Whoever still waits is told that this is too busy. */
  @Override
  public void close() {
    for (Runnable waiting : pool.shutdownNow()) {
      ((Future<?>) waiting).cancel(false);
    }
  }
}
