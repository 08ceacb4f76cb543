package fwq.trips.agency;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.program.Backoff;
import fwq.kit.program.Once;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.saga.Saga.Say;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How words come to sellers: those of one step at once, and again after a pause. */
final class Saying implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Saying.class);
  private static final Duration PAUSE_FIRST = Duration.ofMillis(100);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(5);
  private static final Duration COMPLAINT_PAUSE = Duration.ofSeconds(1);

  private final Sellers sellers;
  private final Duration patience;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Once complaint = new Once(COMPLAINT_PAUSE);

  /**
   * Words go to these sellers.
   *
   * @param patience how long a seller that does not answer is asked for places
   */
  Saying(Sellers sellers, Duration patience, InstantSource clock, RandomGenerator random) {
    this.sellers = sellers;
    this.patience = patience;
    this.clock = clock;
    this.random = random;
  }

  /** The pauses of one trip. For one thread. */
  final class Turn {
    private final Backoff backoff = new Backoff(PAUSE_FIRST, PAUSE_MAX, random);

    void heard() {
      backoff.reset();
    }

    void pause() {
      try {
        boolean _ = closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  Turn turn() {
    return new Turn();
  }

  /** Says all of it at once, and gives what came back, of those that answered. */
  Map<Leg, SellerReply> say(List<Say> words, Function<Say, SellerRequest> request) {
    Map<Leg, FutureTask<SellerReply>> asked = new EnumMap<>(Leg.class);
    for (Say say : words) {
      asked.put(say.leg(), new FutureTask<>(() -> sellers.ask(say.leg(), request.apply(say))));
    }
    List<FutureTask<SellerReply>> all = List.copyOf(asked.values());
    all.subList(1, all.size()).forEach(Thread::startVirtualThread);
    // One of them by this thread, and most often there is only one.
    all.getFirst().run();
    Map<Leg, SellerReply> replies = new EnumMap<>(Leg.class);
    asked.forEach(
        (leg, reply) -> {
          try {
            replies.put(leg, reply.get());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (ExecutionException e) {
            LOG.debug("{} did not answer: {}", leg, e.getCause().getMessage());
          }
        });
    return replies;
  }

  /** Whether a trip has waited too long for places; either way, as a clock can be set back. */
  boolean isTooLong(long sinceMillis) {
    return Math.abs(clock.millis() - sinceMillis) > patience.toMillis();
  }

  /** At most once a second: a full disk fails every trip. */
  void complain(DatabaseException e) {
    if (complaint.isDue(clock.millis())) {
      LOG.error("{}; trips that are under way wait for it", e.getMessage());
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
