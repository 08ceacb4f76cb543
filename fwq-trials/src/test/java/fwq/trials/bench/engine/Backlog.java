package fwq.trials.bench.engine;

import fwq.common.park.ParkMap;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Stop;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Signed moves of 50,000 guests who are inside, all of them on the broker already when the clock
 * starts, and those who work them off. Each gives the moves a second.
 */
final class Backlog {
  private static final int GUESTS = 50_000;
  private static final int MOVES_EACH = 20;
  private static final TopicPartition EVENTS = new TopicPartition(VisitTopics.VISITOR.name(), 0);

  private final int guests;
  private final long moves;
  private ParkMap last = ParkMap.EMPTY;

  /** Everybody enters, and takes twenty steps; with a tenth of the guests when that is enough. */
  Backlog(Workbench bench) {
    guests = bench.load(GUESTS);
    moves = (long) guests * MOVES_EACH;
  }

  /**
   * The least that can be done with records: a bare consumer loop. Its client is the engine's, with
   * the same settings.
   */
  double read(KafkaClients kafka) {
    Workbench.write(kafka, new Walk(Walk.SECRET, guests).steps(moves));
    try (KafkaConsumer<String, byte[]> consumer =
        kafka.groupConsumer("fwq-bench", 6_000, VisitTopics.VISITOR)) {
      consumer.assign(List.of(EVENTS));
      consumer.seekToBeginning(consumer.assignment());
      consumer.position(EVENTS);
      Patience patience = new Patience();
      tidyUp();
      long start = System.nanoTime();
      int seen = 0;
      while (seen < moves) {
        seen += consumer.poll(Duration.ofMillis(200)).count();
        patience.check("the loop had read " + seen + " of " + moves + " records");
      }
      return rate(start);
    }
  }

  /**
   * The engine: verifies, decides, notes, and shows frames; its clock stops with the frame that
   * shows the last move.
   */
  double engine(KafkaClients kafka) throws Exception {
    Stop stop = new Stop();
    Gate gate = new Gate();
    BenchEngine engine = new BenchEngine(kafka, guests, true);
    Thread running =
        Thread.ofPlatform().start(() -> engine.run(gate::before, engine.notes(), stop));
    try (KafkaConsumer<String, byte[]> frames = Walk.frames(kafka)) {
      Walk walk = new Walk(Walk.SECRET, guests);
      Workbench.write(kafka, walk.enter());
      var _ = Walk.awaitOffset(frames, guests);
      gate.shut();
      Workbench.write(kafka, walk.steps(moves));
      long end = end(frames);
      tidyUp();
      long start = System.nanoTime();
      gate.open();
      ParkMap shown = Walk.awaitOffset(frames, end);
      double rate = rate(start);
      compare(shown);
      return rate;
    } finally {
      stop.request();
      running.join();
    }
  }

  /** The same park in Kafka Streams; its clock stops with the same frame. */
  double streams(KafkaClients kafka, Path scratch) throws Exception {
    try (StreamsPark park = new StreamsPark(kafka.broker(), guests, Walk.SECRET, scratch);
        KafkaConsumer<String, byte[]> frames = Walk.frames(kafka)) {
      Walk walk = new Walk(Walk.SECRET, guests);
      Workbench.write(kafka, walk.enter());
      var _ = Walk.awaitOffset(frames, guests);
      park.pause();
      Workbench.write(kafka, walk.steps(moves));
      long end = end(frames);
      tidyUp();
      long start = System.nanoTime();
      park.resume();
      ParkMap shown = Walk.awaitOffset(frames, end);
      double rate = rate(start);
      compare(shown);
      return rate;
    }
  }

  /**
   * Who decides otherwise is no rival. Where writing took so long that guests fell silent, each run
   * has lost others.
   */
  private void compare(ParkMap shown) {
    if (shown.inside() == guests && last.inside() == guests && !shown.equals(last)) {
      throw new IllegalStateException(
          "the same moves led to two parks: " + last.cells() + " and " + shown.cells());
    }
    last = shown;
  }

  /**
   * What was made to write the moves, and the guests who have just entered, are no longer young:
   * else each run would measure how long it takes to move them, and not how long a park takes that
   * is open all day.
   */
  private static void tidyUp() {
    System.gc();
  }

  /** Beyond all that was said, the engine's own words that time passes among it. */
  private static long end(KafkaConsumer<String, byte[]> reader) {
    return reader.endOffsets(List.of(EVENTS)).get(EVENTS);
  }

  private double rate(long start) {
    return moves * 1e9 / (System.nanoTime() - start);
  }
}
