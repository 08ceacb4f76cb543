package fwq.sensor;

import fwq.common.options.ParkMinute;
import fwq.common.options.ParkOption;
import fwq.common.options.RideId;
import fwq.common.options.RidesOption;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.signing.DerivedKeys;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.KeyringFile;
import fwq.common.signing.LiveKeys;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SensorKey;
import fwq.common.talk.sensor.SensorTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code fwq sensor}. */
@Command(
    name = "fwq sensor",
    description = "Counts the people in one ride's line and tells the park every 1 to 3 s.")
public final class SensorMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(SensorMain.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  @Parameters(
      index = "0",
      paramLabel = "<ride-id>",
      converter = RideId.class,
      description = "the ride's number, such as 0")
  private int id;

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

  @ArgGroup private Source source = new Source();

  @Option(names = "--cycle", paramLabel = "MINUTES", description = "the ride's cycle")
  private Integer cycle;

  @Option(names = "--capacity", paramLabel = "PEOPLE", description = "people who leave each cycle")
  private Integer capacity;

  @Option(
      names = "--minute",
      paramLabel = "TIME",
      description = "how long a simulated minute lasts (default: ${DEFAULT-VALUE})",
      defaultValue = "1s",
      converter = ParkMinute.class)
  private Duration minute;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "signs what it says with this key, as fwq keys give FILE writes it (default: unsigned,"
              + " which a waiting time server believes with --unsigned-sensors)")
  private Path key;

  @Option(names = "--seed", paramLabel = "N", description = "makes chance repeatable")
  private Long seed;

  @Mixin private ParkOption parkOption;
  @Mixin private RidesOption ridesOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  SensorMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new SensorMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    // Paced by the machine's counter: a clock that is set back must not silence a ride.
    InstantSource clock = new SteadyClock();
    int park = parkOption.park();
    SplittableRandom random =
        seed == null ? new SplittableRandom() : new SplittableRandom(seed + park * 10_000L + id);
    Counts counts = counts(clock.millis(), random.split());
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    try (Metrics metrics = options.metrics();
        LiveKeys live = new LiveKeys(ParkKeys.in(options.data()), InstantSource.system())) {
      Readings readings = new Readings(park, id, keys(live), InstantSource.system());
      if (!kafka.awaitTopics(stop, park + 1, SensorTopics.SD.write())) {
        return;
      }
      kafka.lookAfter(stop, park + 1, SensorTopics.SD.write());
      KafkaProducer<String, byte[]> producer = kafka.producer(0);
      try {
        BrokerWatch watch = new BrokerWatch(kafka.broker());
        Sensor sensor =
            new Sensor(
                readings,
                counts,
                producer,
                () -> watch.isThere(producer.metrics(), clock.millis()),
                metrics.counter("fwq_readings_sent_total", "Readings that the broker has."),
                clock,
                random);
        if (counts instanceof CounterInput counter) {
          listen(counter, sensor, new Skipped("lines", clock, metrics));
        }
        LOG.info(
            "sensor of ride {} in park {} tells the broker at {}{}",
            id,
            park,
            kafka.broker(),
            key == null ? "" : ", signed");
        sensor.run(stop);
      } finally {
        producer.close(CLOSE_LIMIT);
      }
    }
  }

  /** Its own, if it was given one. */
  private Optional<DerivedKeys<SensorKey>> keys(LiveKeys live) throws Failure {
    if (key == null) {
      return Optional.empty();
    }
    KeyringFile file = new KeyringFile(key);
    if (!file.exists()) {
      throw new Failure(
          "there is no key file "
              + key
              + "; at the park, fwq keys give "
              + key
              + " --park "
              + parkOption.park()
              + " --ride "
              + id
              + " writes it");
    }
    return Optional.of(new DerivedKeys<>(live.ring(KeyPurpose.SENSOR, file), SensorKey::new));
  }

  private Counts counts(long now, SplittableRandom random) throws Failure {
    try {
      if (source.stdin()) {
        return new CounterInput();
      }
      if (source.random()) {
        return new RandomCounts(random);
      }
      Ride ride = ride();
      if (source.recording() == null) {
        return new Simulation(
            new SimulatedQueue(ride.cycleMinutes(), ride.capacity(), random), minute, now);
      }
      if (!source.recording().hasSpeed()) {
        throw new IllegalArgumentException("a speed is more than 0, such as --speed 600");
      }
      return source.recording().open(ride, now);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The ride of the rides file, with another cycle or capacity if so given. */
  private Ride ride() throws Failure {
    Optional<Ride> known =
        ridesOption
            .rides()
            .map(table -> table.of(parkOption.park()))
            .orElse(RideTable.DEFAULT)
            .stream()
            .filter(ride -> ride.id() == id)
            .findFirst();
    if (known.isEmpty() && (cycle == null || capacity == null)) {
      throw new IllegalArgumentException(
          "there is no ride "
              + id
              + " among the rides of park "
              + parkOption.park()
              + "; give --rides FILE, or --cycle and"
              + " --capacity");
    }
    Ride base = known.orElse(new Ride(id, "ride_" + id, "Ride " + id, Position.GATE, 1, 1));
    return new Ride(
        id,
        base.key(),
        base.name(),
        base.position(),
        cycle == null ? base.cycleMinutes() : cycle,
        capacity == null ? base.capacity() : capacity);
  }

  private static void listen(CounterInput counter, Sensor sensor, Skipped skipped) {
    Reader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .name("counter")
        .daemon()
        .start(
            () -> {
              try {
                counter.read(input, skipped, sensor::arrived);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
