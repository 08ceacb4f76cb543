package fwq.trials.bench.engine;

import fwq.common.programs.Topics;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Resident;
import fwq.trials.bench.Workbench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Guests who each take a step a second, in real engines' parks: what that costs, and how old the
 * frames are that reach a guest.
 *
 * @param guests in all parks together
 */
record CrowdedPark(int guests, int parks, int engines) {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final long AGE_MILLIS_MAX = 60_000;

  /**
   * What was seen.
   *
   * @param cpuMicros processor time of all engines for each move
   * @param cores processor time of all engines for each second
   * @param frameBytes of the largest frame
   * @param ageP50 of frames when they arrive, in milliseconds
   * @param ageP99 likewise
   * @param residentMegabytes of all engines together
   * @param lateMillis how late the crowd itself was at the end: it is the limit when this is a lot
   * @param behind moves that the newest frames do not show
   */
  record Seen(
      CrowdedPark park,
      double cpuMicros,
      double cores,
      int frameBytes,
      long ageP50,
      long ageP99,
      double residentMegabytes,
      long lateMillis,
      long behind) {}

  /** Opens the parks, lets everybody in, and looks for ten seconds. */
  Seen look(Workbench bench) throws Exception {
    KafkaClients kafka = bench.kafka();
    kafka.awaitTopics(bench.stop(), parks, Topics.readAll());
    Path data = bench.scratch().resolve("crowded");
    SharedSecret secret = SharedSecret.loadOrCreate(data.resolve("secret"), new SecureRandom());
    List<Walk> walks =
        IntStream.range(0, parks).mapToObj(park -> new Walk(secret, guests / parks, park)).toList();
    List<Process> running = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> frames = kafka.consumer()) {
      for (int engine = 0; engine < engines; engine++) {
        running.add(bench.engine(kafka, data, guests, parks));
      }
      frames.assign(
          IntStream.range(0, parks)
              .mapToObj(park -> new TopicPartition(VisitTopics.ENGINE.name(), park))
              .toList());
      frames.seekToBeginning(frames.assignment());
      Look look = new Look(frames);
      look.until("every park to open", newest -> newest.size() == parks);
      for (Walk walk : walks) {
        Workbench.write(kafka, walk.enter());
      }
      look.until(
          "everybody to be inside",
          newest ->
              newest.values().stream().mapToInt(frame -> frame.map().inside()).sum() == inside());
      for (Walk walk : walks) {
        Workbench.write(kafka, walk.steps((long) guests / parks * Walk.SPREAD_STEPS));
      }
      look.until("everybody to spread", _ -> look.shown() >= inside() * (1L + Walk.SPREAD_STEPS));
      return measure(kafka, walks, look, running);
    } finally {
      for (Process engine : running) {
        engine.destroyForcibly().waitFor();
      }
    }
  }

  private Seen measure(KafkaClients kafka, List<Walk> walks, Look look, List<Process> running)
      throws Exception {
    try (WalkingCrowd crowd = new WalkingCrowd(kafka, walks, guests)) {
      look.pass(WARM_UP);
      long cpuBefore = cpuNanos(running);
      long stepsBefore = crowd.steps();
      look.forget();
      look.pass(MEASURED);
      long cpu = cpuNanos(running) - cpuBefore;
      long steps = crowd.steps();
      long late = crowd.lateMillis();
      // Who entered and spread is on the log before these.
      long behind = Math.max(0, inside() * (1L + Walk.SPREAD_STEPS) + steps - look.shown());
      double resident = 0;
      for (Process engine : running) {
        resident += Resident.megabytes(engine.pid()).orElse(0);
      }
      return new Seen(
          this,
          cpu / 1e3 / (steps - stepsBefore),
          cpu / (double) MEASURED.toNanos(),
          look.bytesMax,
          look.ages.getValueAtPercentile(50),
          look.ages.getValueAtPercentile(99),
          resident,
          late,
          behind);
    }
  }

  /** As many in each park. */
  private int inside() {
    return guests / parks * parks;
  }

  private static long cpuNanos(List<Process> running) {
    return running.stream()
        .mapToLong(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }

  /** What comes in. */
  private static final class Look {
    private final KafkaConsumer<String, byte[]> frames;
    private final Map<Integer, MapFrame> newest = new HashMap<>();
    private final Histogram ages = new Histogram(AGE_MILLIS_MAX, 3);
    private int bytesMax;

    Look(KafkaConsumer<String, byte[]> frames) {
      this.frames = frames;
    }

    @FunctionalInterface
    interface Wanted {
      boolean isSeen(Map<Integer, MapFrame> newest);
    }

    void until(String what, Wanted wanted) throws BadMessageException {
      Patience patience = new Patience();
      while (!wanted.isSeen(newest)) {
        poll();
        patience.check("it still waits for " + what);
      }
    }

    void pass(Duration time) throws BadMessageException {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        poll();
      }
    }

    /** From here on counts what is seen. */
    void forget() {
      ages.reset();
      bytesMax = 0;
    }

    /** Records of all parks that their newest frames show. */
    long shown() {
      return newest.values().stream().mapToLong(MapFrame::offset).sum();
    }

    private void poll() throws BadMessageException {
      for (ConsumerRecord<String, byte[]> record : frames.poll(POLL)) {
        if (record.key().equals("map")
            && EngineCodec.read(record.value()) instanceof MapFrame frame) {
          newest.put(record.partition(), frame);
          bytesMax = Math.max(bytesMax, record.value().length);
          ages.recordValue(Math.clamp(System.currentTimeMillis() - frame.at(), 0, AGE_MILLIS_MAX));
        }
      }
    }
  }
}
