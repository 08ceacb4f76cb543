package fwq.trials.wholepark;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An engine's producer: what it is given arrives later, in order, or is lost after 10 s. */
final class AnswerWriter extends MockProducer<String, byte[]> {
  private static final long DELIVERY_MILLIS_MAX = 10_000;

  private final SimulatedBroker broker;
  private final Audit audit;
  private final Timeline timeline;
  private final SplittableRandom random;
  private final Fault fault;
  private final Deque<Underway> buffer = new ArrayDeque<>();
  private boolean lost;

  /** One record on its way; nobody waits for it in real time. */
  private final class Underway extends CompletableFuture<RecordMetadata> {
    private final ProducerRecord<String, byte[]> record;
    private final EngineMessage message;
    private final Callback callback;
    private final long since = timeline.now();

    Underway(ProducerRecord<String, byte[]> record, EngineMessage message, Callback callback) {
      this.record = record;
      this.message = message;
      this.callback = callback;
    }

    @Override
    public RecordMetadata get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      if (!isDone() && broker.isThere() && random.nextBoolean()) {
        arrive(buffer.size());
      }
      if (!isDone()) {
        throw new TimeoutException();
      }
      return super.get(timeout, unit);
    }
  }

  AnswerWriter(
      SimulatedBroker broker,
      Audit audit,
      Timeline timeline,
      SplittableRandom random,
      Fault fault) {
    super(true, null, new StringSerializer(), new ByteArraySerializer());
    this.broker = broker;
    this.audit = audit;
    this.timeline = timeline;
    this.random = random;
    this.fault = fault;
  }

  @Override
  public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
    return send(record, (_, _) -> {});
  }

  @Override
  public synchronized Future<RecordMetadata> send(
      ProducerRecord<String, byte[]> record, Callback callback) {
    EngineMessage message = record.value() == null ? null : read(record.value());
    if (message instanceof EngineMessage.MapFrame frame) {
      audit.drawn(frame);
    }
    Underway underway = new Underway(record, message, callback);
    buffer.add(underway);
    return fault == Fault.NOTES_ANSWERS_BEFORE_THEY_ARRIVE && message != null
        ? CompletableFuture.completedFuture(null)
        : underway;
  }

  private static EngineMessage read(byte[] value) {
    try {
      return EngineCodec.read(value);
    } catch (BadMessageException e) {
      throw new AssertionError("the engine said something unreadable", e);
    }
  }

  /** Brings the first few records to the broker. */
  void arrive(int count) {
    for (int i = 0; i < count && !buffer.isEmpty(); i++) {
      Underway first = buffer.removeFirst();
      if (timeline.now() - first.since >= DELIVERY_MILLIS_MAX) {
        lost = true;
        var cause = new org.apache.kafka.common.errors.TimeoutException("not delivered in 10 s");
        first.callback.onCompletion(null, cause);
        first.completeExceptionally(cause);
        continue;
      }
      if (first.record.topic().equals(VisitTopics.VISITOR.name())) {
        broker.appendVisitor(null, null, new RecordHeaders());
      } else {
        broker.appendEngine(first.record);
        audit.said(first.record.key(), first.message);
      }
      first.callback.onCompletion(null, null);
      first.complete(null);
    }
  }

  /** Some of what is under way arrives, now and then all of it. */
  void arriveSome() {
    arrive(random.nextInt(4) == 0 ? random.nextInt(buffer.size() + 1) : buffer.size());
  }

  /** Whether all that was said has arrived. */
  boolean isIdle() {
    return buffer.isEmpty() && !lost;
  }
}
