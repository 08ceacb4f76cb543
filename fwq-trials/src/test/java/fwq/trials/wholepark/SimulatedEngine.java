package fwq.trials.wholepark;

import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.VisitTopics;
import fwq.engine.Engine;
import fwq.engine.Outlet;
import fwq.engine.ParkLog;
import fwq.engine.WaitsPoller;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** A real engine over simulated clients: its cycle is turned by hand, its waits are handed in. */
public final class SimulatedEngine {
  private static final List<TopicPartition> PARK =
      List.of(new TopicPartition(VisitTopics.VISITOR.name(), 0));
  private static final HostPort NOWHERE = new HostPort("127.0.0.1", 1);

  private final Engine engine;
  private final WaitsPoller waits;

  /** An engine without a park. */
  public SimulatedEngine(
      Consumer<String, byte[]> events,
      Producer<String, byte[]> answers,
      Consumer<String, byte[]> notes,
      Supplier<Producer<String, byte[]>> newWriter,
      SharedSecret secret,
      int capacity,
      InstantSource clock) {
    waits =
        new WaitsPoller(NOWHERE, new Trust.Plaintext(), WaitsPoller.OurKey.NONE, new Stop(), clock);
    engine =
        new Engine(
            new Engine.Parts(
                events,
                Outlet.of(answers),
                new ParkLog(notes, _ -> newWriter.get(), ""),
                Runnable::run,
                waits::rides,
                waits::parks,
                VisitKeys.of(secret),
                _ -> capacity,
                Optional.empty(),
                clock,
                new BrokerWatch(NOWHERE),
                new Skipped("events", clock, Metrics.unserved()),
                _ -> {},
                _ -> {}));
  }

  /** The group gives it the park. */
  public void assign() {
    engine.onPartitionsAssigned(PARK);
  }

  /** The group asks for the park. */
  public void revoke() {
    engine.onPartitionsRevoked(PARK);
  }

  /** It learns that the park is somebody else's. */
  public void lose() {
    engine.onPartitionsLost(PARK);
  }

  /** One turn of the duty cycle; gives when something is due next. */
  public long cycle(long due) {
    return engine.cycle(due);
  }

  /** The waiting time server answers. */
  public void takeWaits(byte[] reply) {
    try {
      waits.take(0, reply);
    } catch (BadMessageException e) {
      throw new AssertionError("the waiting time server's answer cannot be read", e);
    }
  }
}
