package fwq.engine;

import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineMessage.Words;
import fwq.common.talk.visit.VisitTopics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What one park says: every answer, in order; of the frames only the newest, since the next is not
 * sent before the one before has arrived. So what waits for a slow broker is bounded by the events
 * that were read before, and nothing more is read than is answered.
 */
public final class ParkVoice {
  private static final String MAP_KEY = "map";
  private static final Future<?> SENT = CompletableFuture.completedFuture(null);

  private final Outlet outlet;
  private final int park;
  private final long epoch;
  private final ParkAudit audit;
  private Future<?> lastAnswer = SENT;
  private Future<?> lastFrame = SENT;
  private Future<?> lastTick = SENT;
  // Set by the producer's thread.
  private volatile boolean lost;

  /** The voice of one park under one owner. */
  public ParkVoice(Outlet outlet, ParkAudit audit) {
    this.outlet = outlet;
    this.park = audit.park();
    this.epoch = audit.epoch();
    this.audit = audit;
  }

  /** Tells one guest. */
  void answer(String alias, Answer answer) {
    if (lost) {
      // All of it will be said again, by whoever takes the park up from what is noted.
      return;
    }
    try {
      lastAnswer =
          outlet.send(
              record(alias, EngineCodec.write(new ToGuest(epoch, answer))),
              (_, failure) -> lost |= failure != null);
      audit.said(alias, answer);
    } catch (TimeoutException e) {
      lost = true;
    }
  }

  /** Whether a frame would have to wait for the one before. */
  boolean isBusy() {
    return !lastFrame.isDone();
  }

  /** Tells everybody. A frame that gets lost is no harm: a newer one will follow. */
  void frame(MapFrame frame) {
    lastFrame = trySend(record(MAP_KEY, EngineCodec.write(frame)));
  }

  /** Tells everybody what operators said. One that gets lost will be told again. */
  void words(Words words) {
    var _ = trySend(record(EngineMessage.WORDS_KEY, EngineCodec.write(words)));
  }

  /** Writes an operator's word among the park's events, signed as the console. */
  void console(byte[] value, byte[] signature) {
    var _ =
        trySend(
            new ProducerRecord<>(
                VisitTopics.VISITOR.name(),
                park,
                SaidWord.CONSOLE,
                value,
                List.of(new RecordHeader(SessionKey.HEADER, signature))));
  }

  /** An operator said something. */
  void note(SaidWord said) {
    audit.said(said);
  }

  /**
   * Writes a record that says nothing among the park's events, so that time passes there even when
   * no guest speaks.
   */
  void tick() {
    if (lastTick.isDone()) {
      lastTick = trySend(new ProducerRecord<>(VisitTopics.VISITOR.name(), park, null, null));
    }
  }

  /**
   * Waits until all answers have arrived.
   *
   * @return whether they have
   * @throws KafkaException when one is lost: the park is to be taken up anew from what was noted
   */
  boolean haveAnswersArrived(Duration within) throws InterruptedException {
    if (!lastAnswer.isDone()) {
      outlet.hurry();
    }
    try {
      // The answers arrive in order, so the last is all of them.
      lastAnswer.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      lost = true;
    }
    if (lost) {
      throw new KafkaException("an answer to a guest of park " + park + " could not be delivered");
    }
    return true;
  }

  private ProducerRecord<String, byte[]> record(String key, byte[] value) {
    return new ProducerRecord<>(VisitTopics.ENGINE.name(), park, key, value);
  }

  private Future<?> trySend(ProducerRecord<String, byte[]> record) {
    try {
      return outlet.send(record, (_, _) -> {});
    } catch (TimeoutException e) {
      // The buffer is full because the broker is away or slow.
      return SENT;
    }
  }
}
