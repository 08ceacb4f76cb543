package fwq.guild.server;

import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberCodec;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Report;
import fwq.common.talk.guild.Tick;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What the guild itself writes to the broker. Nothing here has to arrive: a tick is followed by
 * others, and what is said about members is said again until the log brings it back. For any
 * thread.
 */
final class GuildVoice {
  private final Producer<String, byte[]> producer;
  private final GuildKey key;
  private final Map<Integer, Future<?>> ticks = new ConcurrentHashMap<>();

  GuildVoice(Producer<String, byte[]> producer, GuildKey key) {
    this.producer = producer;
    this.key = key;
  }

  /** Time passes. Not said again before it has arrived, so that an absent broker piles none up. */
  void tick(int park, Tick tick) {
    ticks.compute(
        park, (_, last) -> last == null || last.isDone() ? say(park, CartCodec.write(tick)) : last);
  }

  private Future<?> say(int park, byte[] tick) {
    return send(
        GuildTopics.CARTS.name(),
        GuildTopics.carts(park),
        null,
        null,
        new RecordHeader(GuildTopics.TICK_HEADER, tick),
        new RecordHeader(GuildKey.HEADER, key.sign(park, tick)));
  }

  void join(MemberWord.Join join) {
    member(join.park(), join.premium(), join);
  }

  void leave(int park, boolean premium, MemberWord.Leave leave) {
    member(park, premium, leave);
  }

  private void member(int park, boolean premium, MemberWord word) {
    byte[] value = MemberCodec.write(word);
    var _ =
        send(
            GuildTopics.MEMBERS.name(),
            premium ? GuildTopics.premium(park) : GuildTopics.ordinary(park),
            word.plate().text(),
            value,
            new RecordHeader(GuildKey.HEADER, key.sign(park, value)));
  }

  /**
   * Somebody reports a cart.
   *
   * @return whether the broker has room for it
   */
  boolean report(int park, Position position) {
    byte[] value = CartCodec.write(new Report(position));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(GuildTopics.CARTS.name(), GuildTopics.reports(park), null, value);
    try {
      var _ = producer.send(record);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private Future<?> send(
      String topic, int partition, String plate, byte[] value, Header... headers) {
    try {
      return producer.send(new ProducerRecord<>(topic, partition, plate, value, List.of(headers)));
    } catch (TimeoutException e) {
      // The buffer is full because the broker is away.
      return CompletableFuture.completedFuture(null);
    }
  }
}
