package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.EntryCodec;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.StoredCodec;
import fwq.common.talk.journal.StoredWord;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all of {@code Stored}, from its beginning and for as long as the head runs. One thread. */
final class StoredReader {
  private static final Logger LOG = LoggerFactory.getLogger(StoredReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
  private static final TopicPartition STORED = new TopicPartition(JournalTopics.STORED.name(), 0);

  private final KafkaClients kafka;
  private final JournalKey key;
  private final Front front;
  private final Skipped skipped;
  private volatile boolean again;

  StoredReader(KafkaClients kafka, JournalKey key, Front front, Skipped skipped) {
    this.kafka = kafka;
    this.key = key;
    this.front = front;
    this.skipped = skipped;
  }

  /** The topic has been made anew: from its beginning, then. For any thread. */
  void readAgain() {
    again = true;
  }

  /**
   * Reads until stop is requested.
   *
   * @param caughtUp called once all is read that was there at the start
   */
  void run(Stop stop, Runnable caughtUp) throws Failure, InterruptedException {
    KafkaConsumer<String, byte[]> consumer = kafka.wholeTopicConsumer(JournalTopics.STORED);
    stop.onRequest(consumer::wakeup);
    try {
      consumer.assign(List.of(STORED));
      consumer.seekToBeginning(List.of(STORED));
      long end = -1;
      boolean told = false;
      while (!stop.requested()) {
        try {
          if (again) {
            again = false;
            consumer.seekToBeginning(List.of(STORED));
          }
          end = end < 0 ? consumer.endOffsets(List.of(STORED)).get(STORED) : end;
          take(consumer);
          if (!told && consumer.position(STORED) >= end) {
            told = true;
            caughtUp.run();
          }
        } catch (WakeupException e) {
          // Stop was requested, which the loop's condition sees.
        } catch (KafkaException e) {
          LOG.debug("receipts cannot be read just now: {}", e.getMessage());
          stop.await(PAUSE);
        }
      }
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  private void take(KafkaConsumer<String, byte[]> consumer) {
    List<StoredWord> words = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL, skipped)) {
      read(record).ifPresent(words::add);
    }
    skipped.tell();
    if (!words.isEmpty()) {
      front.heard(words);
    }
  }

  private Optional<StoredWord> read(ConsumerRecord<String, byte[]> record) {
    Header signature = record.headers().lastHeader(EntryCodec.SIGNATURE);
    try {
      if (record.value() == null
          || signature == null
          || !StoredCodec.isSigned(key, record.value(), signature.value())) {
        throw new BadMessageException(
            "it is not signed with the journal's secret, and so it is no node's");
      }
      return Optional.of(StoredCodec.read(record.value()));
    } catch (BadMessageException e) {
      skipped.add(e.getMessage());
      return Optional.empty();
    }
  }
}
