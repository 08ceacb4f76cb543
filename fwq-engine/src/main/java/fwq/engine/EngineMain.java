package fwq.engine;

import fwq.common.options.EngineKeysOption;
import fwq.common.options.KeysOption;
import fwq.common.options.ParkId;
import fwq.common.options.ParksOption;
import fwq.common.signing.EngineKeysFile;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.LiveKeys;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.audit.Audit;
import fwq.common.talk.audit.AuditLog;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.Skipped;
import fwq.kit.kafka.TopicUse;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.Backoff;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidSessionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq engine}: holds the park. */
@Command(
    name = "fwq engine",
    description = "Holds the park: lets guests in, follows their steps, tells everybody the map.")
public final class EngineMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(EngineMain.class);

  /** The group in which engines share parks. */
  private static final String GROUP = "fwq-engine";

  /**
   * A killed engine's parks have a new owner this soon, with a second and a half left for the
   * others to agree, read the notes, and catch up. Membership is not static: that would spare a
   * restarted engine this wait, but cost every engine a name of its own that no two may share by
   * mistake, and keep a closed one's parks waiting.
   */
  private static final int SESSION_MILLIS = 1_500;

  /** What brokers allow that were not told otherwise. */
  private static final int SESSION_MILLIS_ANYWHERE = 6_000;

  /** After so long without fault, the next one is mended without delay. */
  private static final long GOOD_RUN_MILLIS = 30_000;

  @Parameters(
      index = "0",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "where Kafka is")
  private String brokerHost;

  @Parameters(index = "1", paramLabel = "<broker-port>", description = "such as 9092")
  private Port brokerPort;

  @Parameters(
      index = "2",
      paramLabel = "<max-visitors>",
      converter = GuestCount.class,
      description = "guests a park holds, such as 1000")
  private int capacity;

  @Parameters(
      index = "3",
      paramLabel = "<wts-ip>",
      converter = Address.class,
      description = "where the waiting time server is")
  private String waitsHost;

  @Parameters(index = "4", paramLabel = "<wts-port>", description = "such as 1500")
  private Port waitsPort;

  @Option(
      names = "--capacity",
      paramLabel = "PARK=N",
      converter = {ParkId.class, GuestCount.class},
      description = "a park that holds another number of guests than <max-visitors>; repeatable")
  private Map<Integer, Integer> capacities = new TreeMap<>();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description =
          "the time zone of a park of which no operator has said anything yet, such as"
              + " Europe/Madrid; said once")
  private ZoneId zone;

  @Mixin private WaitsOptions waitsOptions;
  @Mixin private KeysOption keysOption;
  @Mixin private EngineKeysOption engineKeysOption;
  @Mixin private GuildOptions guildOptions;
  @Mixin private ParksOption parksOption;
  @Mixin private CommonOptions options;

  EngineMain() {}

  /** Runs the engine. */
  public static void main(String[] args) {
    Program.main(new EngineMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    InstantSource clock = InstantSource.system();
    InstantSource steady = new SteadyClock();
    WaitsPoller waits =
        waitsOptions.start(
            new HostPort(waitsHost, waitsPort.number()), options.data(), stop, steady);
    AtomicInteger population = new AtomicInteger();
    try (LiveKeys live = new LiveKeys(keysOption.keys(options.data()), clock);
        Metrics metrics = options.metrics();
        AuditLog audit = new AuditLog(options.data(), "engine", metrics)) {
      VisitKeys keys = live.forVisits();
      EngineKeysFile published = engineKeysOption.file(options.data());
      Supplier<Keyring> engineKeys = live.ring(KeyPurpose.ENGINE, ring -> publish(published, ring));
      publish(published, engineKeys.get());
      Skipped skipped = new Skipped("events", clock, metrics);
      metrics.gauge("fwq_guests_inside", "Guests in this engine's parks.", population::get);
      Surroundings around =
          new Surroundings(
              waits,
              guildOptions.start(waitsOptions.knownHosts(options.data()), stop, steady),
              steady);
      Thread.ofPlatform().name("rehearsal").daemon().start(() -> Rehearsal.run(keys));
      Backoff backoff =
          new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
      int sessionMillis = SESSION_MILLIS;
      String refused = "";
      TopicUse[] uses = {
        VisitTopics.VISITOR.readAndWrite(),
        VisitTopics.ENGINE.write(),
        VisitTopics.PARK.readAndWrite()
      };
      boolean isLookedAfter = false;
      while (kafka.awaitTopics(stop, parksOption.parks(), uses)) {
        if (!isLookedAfter) {
          kafka.lookAfter(stop, parksOption.parks(), uses);
          isLookedAfter = true;
        }
        long startedAt = clock.millis();
        try {
          run(
              kafka,
              sessionMillis,
              around,
              keys,
              engineKeys,
              clock,
              skipped,
              audit,
              population,
              stop);
        } catch (InvalidSessionTimeoutException e) {
          sessionMillis = longerThan(sessionMillis, e);
        } catch (KafkaException e) {
          String why = Refusal.sentence(e).orElse(reason(e));
          // One refusal is said once, however often it is met until somebody mends it.
          if (!why.equals(refused)) {
            LOG.info("lets go of its parks and takes them up anew, because: {}", why);
          }
          refused = Refusal.sentence(e).orElse("");
          if (clock.millis() - startedAt > GOOD_RUN_MILLIS) {
            backoff.reset();
          }
          stop.await(backoff.next());
        }
      }
    }
  }

  /** So that others know its keys before it signs with them. */
  private static void publish(EngineKeysFile file, Keyring ring) {
    try {
      file.write(ring);
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private static int longerThan(int sessionMillis, InvalidSessionTimeoutException e)
      throws Failure {
    if (sessionMillis == SESSION_MILLIS_ANYWHERE) {
      throw new Failure(
          "the broker's group.min.session.timeout.ms is above "
              + SESSION_MILLIS_ANYWHERE
              + " ms: lower it",
          e);
    }
    LOG.info(
        "the broker's group.min.session.timeout.ms is above {} ms, so a killed engine's parks"
            + " wait up to {} ms for their next owner",
        sessionMillis,
        SESSION_MILLIS_ANYWHERE);
    return SESSION_MILLIS_ANYWHERE;
  }

  /** What went wrong in a rebalance is told by the cause alone. */
  private static String reason(KafkaException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }

  private void run(
      KafkaClients kafka,
      int sessionMillis,
      Surroundings around,
      VisitKeys keys,
      Supplier<Keyring> engineKeys,
      InstantSource clock,
      Skipped skipped,
      Audit audit,
      AtomicInteger population,
      Stop stop) {
    try (var events = kafka.groupConsumer(GROUP, sessionMillis, VisitTopics.VISITOR);
        var answers = kafka.producer(0);
        var reader = kafka.committedConsumer()) {
      LOG.info(
          "engine reads from {}, parks hold {} guests{}",
          kafka.broker(),
          capacity,
          capacities.isEmpty() ? "" : ", but by number " + capacities);
      new Engine(
              new Engine.Parts(
                  events,
                  new SealedOutlet(answers, engineKeys, clock),
                  new ParkLog(
                      reader,
                      park -> kafka.transactionalProducer("fwq-park-" + park, parksOption.parks()),
                      idOfEvents(kafka)),
                  note -> Thread.ofVirtual().name("note").start(note),
                  around,
                  around::parks,
                  keys,
                  park -> capacities.getOrDefault(park, capacity),
                  Optional.ofNullable(zone),
                  clock,
                  new BrokerWatch(kafka.broker()),
                  skipped,
                  audit,
                  population::set))
          .run(stop);
    }
  }

  /** Of the topic as it is now; empty while somebody makes it anew. */
  private static String idOfEvents(KafkaClients kafka) {
    Uuid id = kafka.topicIds(List.of(VisitTopics.VISITOR)).get(VisitTopics.VISITOR.name());
    return id == null ? "" : id.toString();
  }
}
