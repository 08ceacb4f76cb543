package fwq.guild.books;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberCodec;
import fwq.common.talk.guild.MemberWord;
import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import fwq.kit.json.BadMessageException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
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
   * Records of one of a park's partitions, in order. Many are decoded while others are fetched and
   * decided.
   */
  List<Entry<Decoding>> read(
      int park, Stream stream, List<ConsumerRecord<String, byte[]>> records, MemberKeys keys) {
    List<Entry<Decoding>> entries = new ArrayList<>(records.size());
    for (int from = 0; from < records.size(); from += TOGETHER) {
      List<ConsumerRecord<String, byte[]>> some =
          records.subList(from, Math.min(from + TOGETHER, records.size()));
      ForkJoinTask<List<Said>> together =
          Decoding.begin(
              ForkJoinTask.adapt(
                  () -> some.stream().map(it -> said(park, stream, it, keys)).toList()),
              some.size());
      for (int i = 0; i < some.size(); i++) {
        ConsumerRecord<String, byte[]> record = some.get(i);
        entries.add(new Entry<>(stream, record.offset(), at(record), new Decoding(together, i)));
      }
    }
    return entries;
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
        case CARTS -> cart(record, keys);
        case PREMIUM, ORDINARY -> member(park, record);
        case REPORTS -> new Said.Seen(CartCodec.readReport(record.value()).position());
      };
    } catch (BadMessageException e) {
      return new Said.Unusable(e.getMessage());
    }
  }

  private static Said cart(ConsumerRecord<String, byte[]> record, MemberKeys keys)
      throws BadMessageException {
    if (record.value() == null) {
      Header tick = record.headers().lastHeader(GuildTopics.TICK_HEADER);
      return new Said.Empty(
          tick == null ? Optional.empty() : Optional.of(CartCodec.readTick(tick.value())));
    }
    CartWord word = CartCodec.readWord(record.value());
    byte[] signature = signature(record);
    return new Said.Word(
        word, record.value(), signature, keys.signer(word.plate(), record.value(), signature));
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

  /** The record's signature, or null. */
  private static byte[] signature(ConsumerRecord<String, byte[]> record) {
    Header signature = record.headers().lastHeader(GuildKey.HEADER);
    return signature == null ? null : signature.value();
  }
}
