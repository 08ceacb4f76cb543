package fwq.waitingtime;

import fwq.common.options.ParksOption;
import fwq.common.options.RidesOption;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.signing.ParkKeys;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.feed.Feed;
import fwq.kit.frame.FrameServer;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.ServerArguments;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Program;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.Checkpoints;
import fwq.kit.sqlite.DatabaseException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code fwq waitingtimeserver}. */
@Command(
    name = "fwq waitingtimeserver",
    description = "Turns sensors' counts into waiting times and tells them to whoever asks.")
public final class WaitingTimeServerMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingTimeServerMain.class);

  @Mixin private ServerArguments arguments;

  @Mixin private ParksOption parksOption;
  @Mixin private RidesOption ridesOption;
  @Mixin private CommonOptions options;

  WaitingTimeServerMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WaitingTimeServerMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    KafkaClients kafka = arguments.kafka(options);
    Optional<RideTable> given = ridesOption.rides();
    try (Metrics metrics = options.metrics();
        Rides rides = Rides.open(options.data().resolve(Rides.FILE));
        Checkpoints _ = Rides.checkpoints(options.data().resolve(Rides.FILE))) {
      fill(rides, given);
      serve(kafka, rides, metrics, stop);
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** Puts the file's rides in place of all others, or the usual ones where a park has none. */
  private void fill(Rides rides, Optional<RideTable> given) throws DatabaseException {
    SortedMap<Integer, List<Ride>> before = rides.byPark();
    SortedMap<Integer, List<Ride>> wanted =
        given.orElse(RideTable.everywhere(RideTable.DEFAULT)).byPark(parksOption.parks());
    if (given.isEmpty()) {
      wanted.putAll(before);
    }
    if (!wanted.equals(before)) {
      rides.replace(wanted);
    }
  }

  private void serve(KafkaClients kafka, Rides rides, Metrics metrics, Stop stop)
      throws Failure, DatabaseException, InterruptedException, IOException {
    Clock clock = Clock.systemUTC();
    SteadyClock steady = new SteadyClock();
    SortedMap<Integer, List<Ride>> byPark = rides.byPark();
    Set<ParkRide> known = new HashSet<>();
    byPark.forEach((park, its) -> its.forEach(ride -> known.add(new ParkRide(park, ride.id()))));
    Skipped skipped = new Skipped("readings", clock, metrics);
    LatestReadings readings =
        new LatestReadings(
            known,
            rides,
            skipped,
            metrics.counter("fwq_readings_total", "Good readings."),
            clock,
            steady);
    WaitsHandler handler = new WaitsHandler(byPark, readings, rides::untold);
    try (FrameServer server = listen(handler)) {
      LOG.info(
          "waiting time server listens on port {}, {} rides in {} parks",
          server.port(),
          known.size(),
          byPark.size());
      int parks = Math.max(parksOption.parks(), byPark.isEmpty() ? 0 : byPark.lastKey() + 1);
      Thread.ofVirtual().name("old-words").start(() -> sayOldWords(kafka, rides, clock, stop));
      new Feed(kafka, rides.sql(), List.of(SensorTopics.SD), parks, readings, skipped, steady)
          .run(stop);
    }
  }

  /** As soon as there is a park to hear them. */
  private void sayOldWords(KafkaClients kafka, Rides rides, Clock clock, Stop stop) {
    try {
      if (!rides.oldWords().isEmpty()
          && kafka.awaitTopics(stop, parksOption.parks(), VisitTopics.VISITOR.write())) {
        new OldWords(rides, ParkKeys.in(options.data())).say(kafka, clock.millis());
      }
    } catch (DatabaseException | Failure e) {
      LOG.warn("what an operator said of rides before cannot be told: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FrameServer listen(WaitsHandler handler) throws Failure, IOException {
    return FrameServer.listen(
        arguments.port(), handler, FrameServer.Limits.OF_PROGRAMS, Optional.empty());
  }
}
