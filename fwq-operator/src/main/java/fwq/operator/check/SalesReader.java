package fwq.operator.check;

import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberCodec;
import fwq.common.talk.guild.MemberWord;
import fwq.kit.json.BadMessageException;
import fwq.operator.judge.sales.SalesModel;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** From Kafka's records about a park's carts to what they say. For one thread. */
final class SalesReader {
  private final SharedSecret secret;
  private final GuildKey guild;
  private final int park;
  private final SalesModel model;
  private final Map<String, GuildKey> keys = new HashMap<>();
  private long foreign;

  SalesReader(SharedSecret secret, int park, SalesModel model) {
    this.secret = secret;
    this.guild = GuildKey.ofGuild(secret);
    this.park = park;
    this.model = model;
  }

  void member(boolean isPremium, ConsumerRecord<String, byte[]> record) {
    try {
      if (record.value() != null && guild.verify(park, record.value(), signature(record))) {
        MemberWord word = MemberCodec.read(record.value());
        if (!(word instanceof MemberWord.Join join) || join.park() == park) {
          model.add(isPremium, record.timestamp(), word);
          return;
        }
      }
    } catch (BadMessageException e) {
      // Counted as the others that the guild did not write.
    }
    foreign++;
  }

  void cart(ConsumerRecord<String, byte[]> record) {
    try {
      model.add(
          new SalesModel.Said(
              record.timestamp(),
              record.value() == null
                  ? Optional.empty()
                  : Optional.of(CartCodec.readWord(record.value())),
              record.value() == null ? zone(record) : Optional.empty(),
              mark ->
                  keys.computeIfAbsent(mark, it -> GuildKey.ofMember(secret, it))
                      .verify(park, record.value(), signature(record))));
    } catch (BadMessageException e) {
      model.addUnreadable(record.timestamp());
    }
  }

  /** The zone that the guild says the park is in. */
  private Optional<ZoneId> zone(ConsumerRecord<String, byte[]> record) throws BadMessageException {
    Header tick = record.headers().lastHeader(GuildTopics.TICK_HEADER);
    return tick == null
        ? Optional.empty()
        : CartCodec.readTick(tick.value())
            .zone()
            .filter(_ -> guild.verify(park, tick.value(), signature(record)));
  }

  private static byte[] signature(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader(GuildKey.HEADER);
    return header == null ? null : header.value();
  }

  /** Records about members that the guild did not write. */
  long foreign() {
    return foreign;
  }
}
