package fwq.guild.cart;

import fwq.common.park.ParkMap;
import fwq.common.signing.Seal;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.SealCheck;
import fwq.common.talk.visit.VisitTopics;
import fwq.guild.client.FrameRecord;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.InstantSource;
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

/** Reads a park's frames, on a thread of its own; any may ask for the newest. */
final class ParkEyes implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ParkEyes.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** A map that is older is no map. */
  private static final long LIVE_NANOS = 3_000_000_000L;

  private final SealCheck check;
  private final KafkaClients kafka;
  private final int park;
  private final Stop stop;
  private volatile Seen newest;

  private record Seen(MapFrame frame, long at) {}

  /**
   * Sees nothing yet.
   *
   * @param trust which engines are believed
   */
  ParkEyes(KafkaClients kafka, EngineTrust trust, int park, Stop stop) {
    this.check = new SealCheck(trust, SealCheck.AGE_MAX, InstantSource.system());
    this.kafka = kafka;
    this.park = park;
    this.stop = stop;
  }

  /** The map as it is now, if anybody knows. */
  Optional<ParkMap> map() {
    Seen seen = newest;
    return seen == null || System.nanoTime() - seen.at >= LIVE_NANOS
        ? Optional.empty()
        : Optional.of(seen.frame.map());
  }

  @Override
  public void run() {
    KafkaConsumer<String, byte[]> consumer = kafka.consumer();
    stop.onRequest(consumer::wakeup);
    try {
      TopicPartition its = new TopicPartition(VisitTopics.ENGINE.name(), park);
      consumer.assign(List.of(its));
      consumer.seekToEnd(List.of(its));
      while (!stop.requested()) {
        try {
          DamagedRecords.poll(consumer, POLL).forEach(this::see);
        } catch (WakeupException e) {
          // A stop was requested, which the loop's condition sees.
        } catch (KafkaException e) {
          LOG.debug("the park's frames cannot be had", e);
          stop.await(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  private void see(ConsumerRecord<String, byte[]> record) {
    FrameRecord.read(record)
        .filter(frame -> newest == null || isNewer(frame, newest.frame))
        .filter(frame -> isBelieved(record, frame))
        .ifPresent(frame -> newest = new Seen(frame, System.nanoTime()));
  }

  private boolean isBelieved(ConsumerRecord<String, byte[]> record, MapFrame frame) {
    Header seal = record.headers().lastHeader(Seal.HEADER);
    Optional<String> doubt =
        check.doubt(
            park, frame.epoch(), record.key(), record.value(), seal == null ? null : seal.value());
    doubt.ifPresent(why -> LOG.debug("a frame is not believed: {}", why));
    return doubt.isEmpty();
  }

  private static boolean isNewer(MapFrame frame, MapFrame other) {
    return frame.epoch() > other.epoch()
        || (frame.epoch() == other.epoch() && frame.seq() > other.seq());
  }
}
