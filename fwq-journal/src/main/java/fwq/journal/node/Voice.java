package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.EntryCodec;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredCodec;
import fwq.common.talk.journal.StoredWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** What a node says on {@code Stored}. For one thread. */
final class Voice implements AutoCloseable {
  /** Longer than this nobody waits for Kafka's word on a receipt: the batch is read again. */
  private static final long ACKNOWLEDGEMENT_MILLIS_MAX = 8_000;

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Producer<String, byte[]> producer;
  private final JournalKey key;
  private final NodeName name;
  private final String host;

  Voice(Producer<String, byte[]> producer, JournalKey key, NodeName name, String host) {
    this.producer = producer;
    this.key = key;
    this.name = name;
    this.host = host;
  }

  /** Gives receipts, and does not wait until Kafka has them. */
  Sending receipt(String topic, List<Span> spans, List<Receipt> receipts) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    int max = StoredWord.Receipts.RECEIPTS_MAX;
    for (int from = 0; from == 0 || from < receipts.size(); from += max) {
      int to = Math.min(receipts.size(), from + max);
      List<Span> its = to == receipts.size() ? spans : List.of();
      sent.add(send(new StoredWord.Receipts(name, host, topic, its, receipts.subList(from, to))));
    }
    return new Sending(
        sent, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACKNOWLEDGEMENT_MILLIS_MAX));
  }

  /** Receipts on their way to Kafka. */
  record Sending(List<Future<RecordMetadata>> sent, long deadlineNanos) {
    /** Whether {@link #await} need not wait. */
    boolean isOver() {
      return sent.stream().allMatch(Future::isDone) || deadlineNanos - System.nanoTime() <= 0;
    }

    /**
     * Waits until Kafka has them all.
     *
     * @throws KafkaException when it does not take them
     */
    void await() throws InterruptedException {
      for (Future<RecordMetadata> one : sent) {
        try {
          var _ = one.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
          throw new KafkaException("receipts cannot be given: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
          throw new KafkaException("receipts cannot be given: the broker does not answer", e);
        }
      }
    }
  }

  /** Says where the node is and what it has; nobody waits for it. */
  void report(StoredWord.Report report) {
    var _ = send(report);
  }

  private Future<RecordMetadata> send(StoredWord word) {
    byte[] value = StoredCodec.write(word);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(JournalTopics.STORED.name(), 0, name.text(), value);
    record.headers().add(EntryCodec.SIGNATURE, StoredCodec.sign(key, value));
    return producer.send(record);
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
