package fwq.trials.wholepark;

import fwq.common.talk.visit.EngineTrust;
import fwq.guest.EngineFeed;
import fwq.guest.ParkLink;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;

/** A real feed of the engine's words, without its thread: records are handed in. */
public final class Ears {
  private final EngineFeed feed;

  /** A feed that has heard nothing. */
  public Ears(InstantSource clock) {
    feed =
        new EngineFeed(
            new MockConsumer<>("latest"),
            new BrokerWatch(new HostPort("127.0.0.1", 1)),
            EngineTrust.WHOEVER,
            clock,
            Metrics.unserved());
  }

  /** Someone wants to hear. */
  public void listen(String alias, ParkLink.Listener listener) {
    feed.listen(0, alias, listener);
  }

  /** Hears one record of the topic {@code Engine}. */
  public void hear(ConsumerRecord<String, byte[]> record) {
    feed.deliver(record);
  }
}
