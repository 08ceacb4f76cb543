package fwq.guild.cart;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildTopics;
import fwq.kit.kafka.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one cart writes to the broker, in order. While the broker is away up to {@value #SALES_MAX}
 * sales wait here, and then no more is sold.
 */
final class CartVoice {
  /** Sales that may wait for the broker. */
  static final int SALES_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(CartVoice.class);

  /** The guild refuses what is said more than a minute ahead of the broker's time. */
  private static final long AHEAD_WARNED_MILLIS = 30_000;

  private final Producer<String, byte[]> producer;
  private final int park;
  private final GuildKey key;
  private final InstantSource clock;
  private final AtomicInteger waiting = new AtomicInteger();
  // Set by the producer's thread.
  private volatile String trouble = "";
  private volatile boolean aheadTold;

  CartVoice(Producer<String, byte[]> producer, int park, GuildKey key, InstantSource clock) {
    this.producer = producer;
    this.park = park;
    this.key = key;
    this.clock = clock;
  }

  /** How many words the broker has not confirmed yet. */
  int waiting() {
    return waiting.get();
  }

  /** Whether there is room for one more sale. */
  boolean hasRoom() {
    return waiting.get() < SALES_MAX;
  }

  /**
   * Says it; a place that would have to wait behind another is not said, since it would be old.
   *
   * @return false when it cannot be said, not even later: a broker that was never met
   */
  boolean say(CartWord word) {
    if (word instanceof CartWord.Place && waiting.get() > 0) {
      return true;
    }
    byte[] value = CartCodec.write(word);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            GuildTopics.CARTS.name(),
            GuildTopics.carts(park),
            word.plate().text(),
            value,
            List.of(new RecordHeader(GuildKey.HEADER, key.sign(park, value))));
    waiting.incrementAndGet();
    return producer.send(record, this::confirm).state() != Future.State.FAILED;
  }

  private void confirm(RecordMetadata where, Exception failure) {
    waiting.decrementAndGet();
    if (failure != null) {
      tell(Refusal.sentence(failure).orElse(String.valueOf(failure.getMessage())));
      return;
    }
    trouble = "";
    long ahead = clock.millis() - where.timestamp();
    if (ahead > AHEAD_WARNED_MILLIS && !aheadTold) {
      aheadTold = true;
      LOG.warn(
          "this machine's clock is {} s ahead of the broker's; beyond 60 s the guild counts nothing:"
              + " set the clock",
          ahead / 1_000);
    }
  }

  private void tell(String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      LOG.warn("the broker does not take what this cart says: {}", what);
    }
  }
}
