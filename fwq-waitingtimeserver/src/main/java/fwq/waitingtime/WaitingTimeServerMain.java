package fwq.waitingtime;

import fwq.common.cli.Address;
import fwq.common.cli.CommonOptions;
import fwq.common.cli.Failure;
import fwq.common.cli.Metrics;
import fwq.common.cli.Port;
import fwq.common.cli.Program;
import fwq.common.cli.RidesOption;
import fwq.common.cli.Stop;
import fwq.common.kafka.KafkaClients;
import fwq.common.kafka.Skipped;
import fwq.common.net.FrameServer;
import fwq.common.net.HostPort;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.sqlite.DatabaseException;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The program {@code fwq waitingtimeserver}. */
@Command(
    name = "fwq waitingtimeserver",
    description = "Turns sensors' counts into waiting times and tells them to whoever asks.")
public final class WaitingTimeServerMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingTimeServerMain.class);

  @Parameters(index = "0", paramLabel = "<port>", description = "where to listen, such as 1500")
  private Port port;

  @Parameters(
      index = "1",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "the Kafka broker's address")
  private String brokerHost;

  @Parameters(
      index = "2",
      paramLabel = "<broker-port>",
      description = "the Kafka broker's port, such as 9092")
  private Port brokerPort;

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
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    Optional<List<Ride>> given = ridesOption.rides();
    try (Metrics metrics = options.metrics();
        Rides rides = Rides.open(options.data().resolve(Rides.FILE))) {
      if (given.isPresent() || rides.all().isEmpty()) {
        rides.replace(given.orElse(RideTable.DEFAULT));
      }
      serve(kafka, rides, metrics, stop);
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private void serve(KafkaClients kafka, Rides rides, Metrics metrics, Stop stop)
      throws Failure, DatabaseException, InterruptedException, IOException {
    Clock clock = Clock.systemUTC();
    List<Ride> park = rides.all();
    LatestReadings readings =
        new LatestReadings(
            park.stream().map(Ride::id).collect(Collectors.toSet()),
            rides,
            new Skipped("readings", clock, metrics),
            clock);
    AtomicReference<DatabaseException> broken = new AtomicReference<>();
    WaitsHandler handler =
        new WaitsHandler(
            park,
            rides,
            readings,
            clock,
            why -> {
              broken.set(why);
              stop.request();
            });
    try (FrameServer server = listen(handler)) {
      LOG.info("waiting time server listens on port {}, {} rides", server.port(), park.size());
      new SensorFeed(
              kafka,
              rides,
              readings,
              metrics.counter("fwq_readings_total", "Good readings."),
              clock)
          .run(stop);
    }
    if (broken.get() != null) {
      throw broken.get();
    }
  }

  private FrameServer listen(WaitsHandler handler) throws Failure, IOException {
    try {
      return new FrameServer(port.number(), handler, FrameServer.Limits.DEFAULT);
    } catch (BindException e) {
      throw new Failure(
          "port " + port + " cannot be had (" + e.getMessage() + "); give another as <port>", e);
    }
  }
}
