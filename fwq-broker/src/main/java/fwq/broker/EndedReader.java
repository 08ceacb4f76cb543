package fwq.broker;

import fwq.common.talk.visit.EndedCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads on the broker's own topic what the registry says of ended sessions, on a thread of its. */
final class EndedReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EndedReader.class);
  private static final Duration POLL = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final TopicPartition ENDED = new TopicPartition(VisitTopics.ENDED.name(), 0);

  private final EndedSessions sessions;
  private final Consumer<String, byte[]> consumer;
  private final InstantSource clock;
  private final Stop closing = new Stop();
  private final CompletableFuture<Void> allTold = new CompletableFuture<>();
  private final Thread thread;

  EndedReader(EndedSessions sessions, Consumer<String, byte[]> consumer, InstantSource clock) {
    this.sessions = sessions;
    this.consumer = consumer;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("ended-sessions").daemon().unstarted(this::run);
  }

  private void run() {
    try (consumer) {
      consumer.assign(List.of(ENDED));
      consumer.seekToBeginning(List.of(ENDED));
      long end = -1;
      while (!closing.requested()) {
        try {
          end = end < 0 ? consumer.endOffsets(List.of(ENDED)).get(ENDED) : end;
          if (consumer.position(ENDED) >= end) {
            sessions.allTold();
            allTold.complete(null);
          }
          DamagedRecords.poll(consumer, POLL).forEach(this::hear);
        } catch (WakeupException e) {
          // To look at once whether this reader is to close.
        } catch (KafkaException e) {
          LOG.warn("which sessions are over cannot be read just now: {}", e.getMessage());
          closing.await(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads all that is there, and then what is added. Waits for the first, until which every guest
   * is refused.
   *
   * @throws IOException with a sentence, when that takes too long
   */
  void start(Duration limit) throws IOException, InterruptedException {
    thread.start();
    try {
      allTold.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "the broker could not read within "
              + limit.toSeconds()
              + " s which of guests' sessions are over; start it again",
          e);
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    OptionalLong issuedAt = EndedCodec.read(record.value());
    if (record.key() != null && issuedAt.isPresent()) {
      sessions.end(record.key(), issuedAt.getAsLong(), clock.millis());
    }
  }

  /** Stops reading, while the broker is still there. */
  @Override
  public void close() {
    closing.request();
    consumer.wakeup();
    try {
      var _ = thread.join(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
