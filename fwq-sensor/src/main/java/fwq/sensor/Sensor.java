package fwq.sensor;

import fwq.kit.kafka.Refusal;
import fwq.kit.program.Stop;
import io.prometheus.metrics.core.metrics.Counter;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every 1 to 3 s, and at once when it must not wait, how many people are in line. */
final class Sensor {
  /** The shortest and the longest time between two readings. */
  static final int TURN_MILLIS_MIN = 1_000;

  static final int TURN_MILLIS_MAX = 3_000;

  private static final Logger LOG = LoggerFactory.getLogger(Sensor.class);

  /** How often to look whether the broker is there, while there is something to say. */
  private static final long LOOK_MILLIS = 1_000;

  private final Readings readings;
  private final Counts counts;
  private final Producer<String, byte[]> producer;
  private final BooleanSupplier brokerIsThere;
  private final Counter sent;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Semaphore arrivals = new Semaphore(0);
  private final AtomicReference<String> lastTold = new AtomicReference<>("");

  /**
   * A sensor at one ride.
   *
   * @param readings as it says them
   * @param brokerIsThere asked about once a second; while it is not, readings are dropped: one that
   *     arrives late would be taken for a new one
   * @param clock one that nobody sets: a turn is waited for by it
   */
  Sensor(
      Readings readings,
      Counts counts,
      Producer<String, byte[]> producer,
      BooleanSupplier brokerIsThere,
      Counter sent,
      InstantSource clock,
      RandomGenerator random) {
    this.readings = readings;
    this.counts = counts;
    this.producer = producer;
    this.brokerIsThere = brokerIsThere;
    this.sent = sent;
    this.clock = clock;
    this.random = random;
  }

  /** A number has arrived that must not wait for the next turn. For any thread. */
  void arrived() {
    arrivals.release();
  }

  /** Speaks until stop is requested. */
  void run(Stop stop) throws InterruptedException {
    stop.onRequest(arrivals::release);
    long next = clock.millis();
    awaitTurn(next);
    while (!stop.requested()) {
      next = turn(clock.millis());
      awaitTurn(next);
    }
  }

  /**
   * Says what there is to say.
   *
   * @return when the next turn is, if nothing arrives before; {@link Long#MAX_VALUE} for never
   */
  long turn(long now) {
    OptionalInt people = counts.peopleAt(now);
    if (people.isPresent()) {
      send(people.getAsInt());
    }
    long change = counts.nextChange(now);
    return people.isPresent()
        ? Math.min(change, now + random.nextInt(TURN_MILLIS_MIN, TURN_MILLIS_MAX + 1))
        : change;
  }

  /** Waits for a moment, an arrival, or the end. */
  private void awaitTurn(long moment) throws InterruptedException {
    if (moment == Long.MAX_VALUE) {
      arrivals.acquire();
      return;
    }
    for (long left = moment - clock.millis(); left > 0; left = moment - clock.millis()) {
      if (arrivals.tryAcquire(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
        return;
      }
      var _ = brokerIsThere.getAsBoolean();
    }
    // One that arrives just now is said in this turn.
    var _ = arrivals.tryAcquire();
  }

  private void send(int people) {
    if (!brokerIsThere.getAsBoolean()) {
      return;
    }
    try {
      var _ =
          producer.send(
              readings.of(people),
              (_, problem) -> {
                if (problem == null) {
                  sent.inc();
                } else {
                  tell(problem);
                }
              });
    } catch (KafkaException e) {
      tell(e);
    }
  }

  private void tell(Exception problem) {
    String what = Refusal.sentence(problem).orElse(String.valueOf(problem.getMessage()));
    // That the broker is away is told by the watch.
    if (!(problem instanceof RetriableException) && !what.equals(lastTold.getAndSet(what))) {
      LOG.warn("a reading was not taken: {}; trying on with the next", what);
    }
  }
}
