package fwq.trials.bench.engine;

import fwq.common.signing.Keyring;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.VisitTopics;
import fwq.engine.Engine;
import fwq.engine.Outlet;
import fwq.engine.ParkLog;
import fwq.engine.SealedOutlet;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The real engine, over real clients, without rides.
 *
 * @param capacity guests that its park holds
 * @param isSealed whether it signs what it says
 */
record BenchEngine(KafkaClients kafka, int capacity, boolean isSealed) {
  private static final Keyring KEYS = Keyring.of(Walk.SECRET);

  /** Long enough for a machine that does nothing but measure. */
  private static final int SESSION_MILLIS = 6_000;

  /** What writes the notes of a park. */
  IntFunction<Producer<String, byte[]>> notes() {
    return park -> kafka.transactionalProducer("fwq-park-" + park);
  }

  /**
   * Runs until stop is requested.
   *
   * @param hearing what stands before the events, if anything
   */
  void run(
      UnaryOperator<Consumer<String, byte[]>> hearing,
      IntFunction<Producer<String, byte[]>> writers,
      Stop stop) {
    InstantSource clock = InstantSource.system();
    try (var events = kafka.groupConsumer("fwq-engine", SESSION_MILLIS, VisitTopics.VISITOR);
        var answers = kafka.producer(0);
        var reader = kafka.committedConsumer()) {
      new Engine(
              new Engine.Parts(
                  hearing.apply(events),
                  isSealed ? new SealedOutlet(answers, () -> KEYS, clock) : Outlet.of(answers),
                  new ParkLog(reader, writers, ""),
                  note -> Thread.ofVirtual().start(note),
                  (_, _) -> List.of(),
                  _ -> {},
                  VisitKeys.of(Walk.SECRET),
                  _ -> capacity,
                  Optional.empty(),
                  clock,
                  new BrokerWatch(kafka.broker()),
                  new Skipped("events", clock, Metrics.unserved()),
                  _ -> {},
                  _ -> {}))
          .run(stop);
    }
  }
}
