package fwq.visitor;

import fwq.common.cli.Metrics;
import fwq.common.kafka.BrokerWatch;
import fwq.common.kafka.Topics;
import fwq.common.net.HostPort;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** A real feed of the engine's words, without its thread: records are handed in. */
public final class Ears {
  private final EngineFeed feed;

  /** A feed that has heard nothing. */
  public Ears(InstantSource clock) {
    feed =
        new EngineFeed(
            new MockConsumer<>("latest"),
            new TopicPartition(Topics.ENGINE.topic(), 0),
            new BrokerWatch(new HostPort("127.0.0.1", 1)),
            clock,
            Metrics.unserved());
  }

  /** Someone wants to hear. */
  public void listen(String alias, ParkLink.Listener listener) {
    feed.listen(alias, listener);
  }

  /** Hears one record of the topic {@code Engine}. */
  public void hear(ConsumerRecord<String, byte[]> record) {
    feed.deliver(record);
  }
}
