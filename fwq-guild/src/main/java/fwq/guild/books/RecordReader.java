package fwq.guild.books;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberCodec;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Tick;
import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.SignatureHeader;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/** Decodes records. Changes nothing. */
public final class RecordReader {
  /** Records that one thread decodes in one go. */
  private static final int TOGETHER = 500;

  private final GuildKey guildKey;
  private final InstantSource clock;

  /**
   * A reader.
   *
   * @param guildKey what the guild signs its records about members with
   * @param clock for a topic that somebody made without the broker's time
   */
  public RecordReader(GuildKey guildKey, InstantSource clock) {
    this.guildKey = guildKey;
    this.clock = clock;
  }

  /**
   * Begins to decode records of one of a park's partitions. Many are decoded while others are
   * fetched and decided.
   */
  void read(
      int park,
      Stream stream,
      List<ConsumerRecord<String, byte[]>> records,
      MemberKeys keys,
      Decoding decoding) {
    for (int from = 0; from < records.size(); from += TOGETHER) {
      List<ConsumerRecord<String, byte[]>> some =
          records.subList(from, Math.min(from + TOGETHER, records.size()));
      decoding.begin(
          () ->
              some.stream()
                  .map(it -> new Entry<>(stream, it.offset(), at(it), said(park, stream, it, keys)))
                  .toList(),
          some.size());
    }
  }

  private long at(ConsumerRecord<String, byte[]> record) {
    return record.timestampType() == TimestampType.LOG_APPEND_TIME
        ? record.timestamp()
        : clock.millis();
  }

  private Said said(
      int park, Stream stream, ConsumerRecord<String, byte[]> record, MemberKeys keys) {
    try {
      return switch (stream) {
        case CARTS -> cart(park, record, keys);
        case PREMIUM, ORDINARY -> member(park, record);
        case REPORTS -> new Said.Seen(CartCodec.readReport(record.value()).position());
      };
    } catch (BadMessageException e) {
      return new Said.Unusable(e.getMessage());
    }
  }

  private Said cart(int park, ConsumerRecord<String, byte[]> record, MemberKeys keys)
      throws BadMessageException {
    if (record.value() == null) {
      return empty(park, record);
    }
    CartWord word = CartCodec.readWord(record.value());
    byte[] signature = signature(record);
    return new Said.Word(
        word, record.value(), signature, keys.signer(word.plate(), record.value(), signature));
  }

  private Said empty(int park, ConsumerRecord<String, byte[]> record) throws BadMessageException {
    Header header = record.headers().lastHeader(GuildTopics.TICK_HEADER);
    if (header == null) {
      return new Said.Empty(Optional.empty(), Optional.empty());
    }
    Tick tick = CartCodec.readTick(header.value());
    return new Said.Empty(
        Optional.of(tick),
        tick.zone().filter(_ -> guildKey.verify(park, header.value(), signature(record))));
  }

  private Said member(int park, ConsumerRecord<String, byte[]> record) throws BadMessageException {
    if (record.value() == null || !guildKey.verify(park, record.value(), signature(record))) {
      return new Said.Unusable("it is not the guild's");
    }
    MemberWord word = MemberCodec.read(record.value());
    return word instanceof MemberWord.Join join && join.park() != park
        ? new Said.Unusable("it is another park's")
        : new Said.Member(word);
  }

  private static byte[] signature(ConsumerRecord<String, byte[]> record) {
    return SignatureHeader.of(record, GuildKey.HEADER);
  }
}
