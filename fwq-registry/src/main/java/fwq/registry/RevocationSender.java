package fwq.registry;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EndedCodec;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Backoff;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.registry.Revocations.Revocation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every park which sessions are over, and the broker where that lets guests in by their
 * passes. What is to be told waits in the database, over restarts, too, until the broker has it; to
 * tell it twice does no harm. This runs on a thread of its own, so that guests are answered whether
 * the broker is there or not.
 */
final class RevocationSender {
  /** So many guests are told of at once, in up to 1000 parks each: records of some 3 MB. */
  static final int BATCH_MAX = 10;

  private static final Logger LOG = LoggerFactory.getLogger(RevocationSender.class);

  /** How often the database is asked for something new. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private static final Duration RETRY_PAUSE_MIN = Duration.ofMillis(100);
  private static final Duration RETRY_PAUSE_MAX = Duration.ofSeconds(5);

  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Revocations revocations;
  private final Tickets tickets;
  private final DerivedKeys<RegistryKey> keys;
  private final InstantSource clock;

  RevocationSender(
      Revocations revocations,
      Tickets tickets,
      DerivedKeys<RegistryKey> keys,
      InstantSource clock) {
    this.revocations = revocations;
    this.tickets = tickets;
    this.keys = keys;
    this.clock = clock;
  }

  /** Starts a thread that tells until it is closed. */
  Telling start(KafkaClients kafka, boolean brokerHasUsers) {
    Stop end = new Stop();
    GuestsBroker broker = new GuestsBroker(kafka, brokerHasUsers);
    Thread thread = Thread.ofPlatform().name("ended-sessions").start(() -> run(kafka, broker, end));
    return new Telling(end, thread);
  }

  /** The thread that tells. What it has under way when it ends is told after the next start. */
  record Telling(Stop end, Thread thread) implements AutoCloseable {
    @Override
    public void close() {
      end.request();
      thread.interrupt();
      try {
        var _ = thread.join(CLOSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(KafkaClients kafka, GuestsBroker broker, Stop stop) {
    Backoff backoff = new Backoff(RETRY_PAUSE_MIN, RETRY_PAUSE_MAX, RandomGenerator.getDefault());
    try {
      // Park 0 is always there; what others there are is asked each time.
      while (kafka.awaitPark(stop, 0, VisitTopics.VISITOR.write())) {
        tellUntilItFails(kafka, broker, stop, backoff);
        stop.await(backoff.next());
      }
    } catch (Failure e) {
      LOG.error("parks are not told whose sessions are over: {}", e.getMessage());
    } catch (InterruptedException | InterruptException e) {
      // The end was requested.
    }
  }

  private void tellUntilItFails(KafkaClients kafka, GuestsBroker broker, Stop stop, Backoff backoff)
      throws InterruptedException {
    // A new one after each failure, since some make a producer useless for good.
    Producer<String, byte[]> producer = kafka.wholeTopicProducer();
    try {
      while (!stop.requested()) {
        boolean more = tell(producer, broker.listens(clock.millis()));
        backoff.reset();
        if (!more) {
          stop.await(PAUSE);
        }
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException | DatabaseException e) {
      LOG.warn("parks cannot be told just now whose sessions are over: {}", e.getMessage());
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  /**
   * Tells every park of the next few guests, and strikes them out when the broker has it all. A
   * park that was added since is told of all whose sessions would still last.
   *
   * @param brokerToo whether the broker itself is one more to be told
   * @return whether there may be more
   * @throws KafkaException when the broker has not: all of it is to be told again
   */
  boolean tell(Producer<String, byte[]> producer, boolean brokerToo)
      throws DatabaseException, InterruptedException {
    long oldest = tickets.oldestIssuedAt();
    List<PartitionInfo> parks = producer.partitionsFor(VisitTopics.VISITOR.name());
    int addressees = parks.size() + (brokerToo ? 1 : 0);
    List<Revocation> untold = revocations.untold(BATCH_MAX, oldest, addressees);
    if (untold.isEmpty()) {
      return false;
    }
    List<Future<?>> underWay = new ArrayList<>();
    for (PartitionInfo park : parks) {
      for (Revocation revocation : untold) {
        underWay.add(producer.send(record(revocation, park.partition())));
      }
    }
    if (brokerToo) {
      for (Revocation revocation : untold) {
        underWay.add(producer.send(forBroker(revocation)));
      }
    }
    try {
      for (Future<?> one : underWay) {
        // The producer itself gives up after a while.
        var _ = one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    }
    revocations.told(untold, oldest, addressees);
    return untold.size() == BATCH_MAX;
  }

  private static ProducerRecord<String, byte[]> forBroker(Revocation revocation) {
    return new ProducerRecord<>(
        VisitTopics.ENDED.name(), 0, revocation.alias(), EndedCodec.write(revocation.issuedAt()));
  }

  private ProducerRecord<String, byte[]> record(Revocation revocation, int park) {
    byte[] value =
        EventCodec.write(
            Ended.upTo(
                revocation.alias(),
                revocation.issuedAt(),
                tickets.expiresAt(revocation.issuedAt())));
    RecordHeader signature =
        new RecordHeader(SessionKey.HEADER, keys.at(clock.instant()).sign(park, value));
    return new ProducerRecord<>(
        VisitTopics.VISITOR.name(), park, revocation.alias(), value, List.of(signature));
  }
}
