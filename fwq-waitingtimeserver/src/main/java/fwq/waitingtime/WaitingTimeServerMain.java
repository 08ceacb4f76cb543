package fwq.waitingtime;

import fwq.common.options.ParksOption;
import fwq.common.options.RidesOption;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.signing.LiveKeys;
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
import fwq.kit.tls.Identity;
import fwq.kit.tls.ServerTlsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code fwq waitingtimeserver}. */
@Command(
    name = "fwq waitingtimeserver",
    description = "Turns sensors' counts into waiting times and tells them to whoever asks.")
public final class WaitingTimeServerMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingTimeServerMain.class);

  @Mixin private ServerArguments arguments;

  @Option(
      names = "--engines",
      paramLabel = "FILE",
      description =
          "answer only the engine of this PEM certificate or public key, engine.crt in its --data;"
              + " may be repeated (default: whoever asks: guests see the waits, too)")
  private List<Path> engines = List.of();

  @Mixin private ParksOption parksOption;
  @Mixin private RidesOption ridesOption;
  @Mixin private SensorOptions sensorOptions;
  @Mixin private ServerTlsOptions tlsOptions;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  WaitingTimeServerMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WaitingTimeServerMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    if (tlsOptions.plaintext() && !engines.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "engines prove who they are over TLS: --engines or --plaintext");
    }
    KafkaClients kafka = arguments.kafka(options);
    Optional<RideTable> given = ridesOption.rides();
    try (Metrics metrics = options.metrics();
        Rides rides = Rides.open(options.data().resolve(Rides.FILE));
        Checkpoints _ = Rides.checkpoints(options.data().resolve(Rides.FILE));
        LiveKeys keys = new LiveKeys(sensorOptions.keys(options.data()), Clock.systemUTC())) {
      fill(rides, given);
      serve(kafka, rides, sensorOptions.proofs(rides, keys), metrics, stop);
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

  private void serve(
      KafkaClients kafka, Rides rides, SensorProofs proofs, Metrics metrics, Stop stop)
      throws Failure, DatabaseException, InterruptedException, IOException {
    Clock clock = Clock.systemUTC();
    SteadyClock steady = new SteadyClock();
    SortedMap<Integer, List<Ride>> byPark = rides.byPark();
    Skipped skipped = new Skipped("readings", clock, metrics);
    LatestReadings readings =
        new LatestReadings(
            rides, proofs, LatestReadings.Counts.of(metrics, skipped), clock, steady);
    WaitsHandler handler =
        new WaitsHandler(byPark, readings, rides::untold, new KnownEngines(engines));
    Optional<Identity> identity =
        tlsOptions.identity(
            options.data(), "waitingtimeserver", clock.instant(), new SecureRandom());
    try (FrameServer server = listen(handler, identity)) {
      LOG.info(
          "waiting time server listens on port {}{}, {} rides in {} parks",
          server.port(),
          identity.map(it -> ", with the key " + it.pin()).orElse(""),
          byPark.values().stream().mapToInt(List::size).sum(),
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
        new OldWords(rides, sensorOptions.keys(options.data())).say(kafka, clock.millis());
      }
    } catch (DatabaseException | Failure e) {
      LOG.warn("what an operator said of rides before cannot be told: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FrameServer listen(WaitsHandler handler, Optional<Identity> identity) throws Failure {
    if (identity.isEmpty()) {
      LOG.warn(
          "this waiting time server does not speak TLS, so anybody on the way can change the waits:"
              + " use --plaintext for teaching only");
    }
    return FrameServer.listen(
        arguments.listenAt(), handler, FrameServer.Limits.OF_PROGRAMS, identity.map(Identity::tls));
  }
}
