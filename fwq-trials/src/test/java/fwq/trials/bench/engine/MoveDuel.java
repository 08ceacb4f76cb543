package fwq.trials.bench.engine;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Topic;
import fwq.kit.program.Stop;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Pace;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * How long it takes from a guest's move until that guest can see it, beside one hop over Kafka:
 * 1,000 guests take a step each a second. A move is seen with the first frame whose {@code offset}
 * is beyond it. Both sides write the same records with the same clients, and count from when a move
 * was due.
 */
public final class MoveDuel implements Duel {
  private static final int GUESTS = 1_000;
  private static final int MOVES_PER_SECOND = 1_000;
  private static final int SECONDS = 6;
  private static final int SECONDS_LEAST = 2;
  private static final double PERCENTILE = 99;

  /** A minute, in microseconds: who waits longer has seen nothing. */
  private static final long MICROS_MAX = 60_000_000;

  @Override
  public String name() {
    return "move-to-map";
  }

  @Override
  public String unit() {
    return "ms, p99 of 1,000 a second";
  }

  @Override
  public String first() {
    return "move to map";
  }

  @Override
  public String second() {
    return "one Kafka hop";
  }

  @Override
  public Goal goal() {
    return new Goal.AtMostAndTimes(50, 2);
  }

  @Override
  public double measure(Workbench bench, boolean isMove) throws Exception {
    int moves = MOVES_PER_SECOND * Math.max(SECONDS_LEAST, bench.load(SECONDS));
    KafkaClients kafka = bench.kafka();
    if (!isMove) {
      return percentile(kafka, VisitTopics.VISITOR, moves, ConsumerRecord::offset);
    }
    Stop stop = new Stop();
    BenchEngine engine = new BenchEngine(kafka, GUESTS, true);
    Thread running =
        Thread.ofPlatform().start(() -> engine.run(events -> events, engine.notes(), stop));
    try {
      return percentile(kafka, VisitTopics.ENGINE, moves, MoveDuel::lastShown);
    } finally {
      stop.request();
      running.join();
    }
  }

  /** What a record of some topic tells of the moves. */
  @FunctionalInterface
  private interface Sight {
    /** The offset of the last move that is seen with it; -1 for none. */
    long lastSeen(ConsumerRecord<String, byte[]> record) throws BadMessageException;
  }

  private static long lastShown(ConsumerRecord<String, byte[]> record) throws BadMessageException {
    return record.key().equals("map") && EngineCodec.read(record.value()) instanceof MapFrame frame
        ? frame.offset() - 1
        : -1;
  }

  /** Milliseconds within which nearly all moves are seen on that topic. */
  private static double percentile(KafkaClients kafka, Topic seenOn, int moves, Sight sight)
      throws Exception {
    Walk walk = new Walk(Walk.SECRET, GUESTS);
    try (KafkaConsumer<String, byte[]> seen = kafka.consumer();
        KafkaProducer<String, byte[]> guests = kafka.producer(5)) {
      seen.assign(List.of(new TopicPartition(seenOn.name(), 0)));
      seen.seekToBeginning(seen.assignment());
      // All are inside before the first step: the first one's offset is their number.
      Workbench.write(kafka, walk.enter());
      await(seen, sight, GUESTS - 1);
      Pace pace = new Pace(MOVES_PER_SECOND);
      Callable<Histogram> watch = () -> watch(seen, sight, pace, moves);
      FutureTask<Histogram> watching = new FutureTask<>(watch);
      Thread.ofPlatform().start(watching);
      for (int move = 0; move < moves; move++) {
        pace.await(move);
        var _ = guests.send(walk.step());
      }
      return watching.get().getValueAtPercentile(PERCENTILE) / 1_000.0;
    }
  }

  private static void await(KafkaConsumer<String, byte[]> seen, Sight sight, long offset)
      throws BadMessageException {
    Patience patience = new Patience();
    long last = -1;
    while (last < offset) {
      for (ConsumerRecord<String, byte[]> record : seen.poll(Duration.ofMillis(100))) {
        last = Math.max(last, sight.lastSeen(record));
      }
      patience.check("not all guests are inside");
    }
  }

  private static Histogram watch(
      KafkaConsumer<String, byte[]> seen, Sight sight, Pace pace, int moves)
      throws BadMessageException {
    Histogram micros = new Histogram(MICROS_MAX, 3);
    Patience patience = new Patience();
    int move = 0;
    while (move < moves) {
      for (ConsumerRecord<String, byte[]> record : seen.poll(Duration.ofMillis(100))) {
        long last = sight.lastSeen(record);
        long now = System.nanoTime();
        for (; move < moves && GUESTS + move <= last; move++) {
          micros.recordValue(Math.min((now - pace.due(move)) / 1_000, MICROS_MAX));
        }
      }
      patience.check("only " + move + " moves of " + moves + " were seen");
    }
    return micros;
  }
}
