package fwq.guild.cart;

import fwq.common.options.EngineKeysOption;
import fwq.common.options.ParkOption;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.VisitTopics;
import fwq.guild.client.ApplicationFile;
import fwq.guild.client.GuildClient;
import fwq.guild.client.PlateConverter;
import fwq.guild.client.ProgramLock;
import fwq.guild.rules.Terms;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.kit.tls.TrustOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq cart}: a food cart, or several, or a vendor's till. */
@Command(
    name = "fwq cart",
    description =
        "A food cart: joins the guild, says where it is, and sells to whoever steps onto its cell.")
public final class CartMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(CartMain.class);

  /** Lines of a till that may wait. */
  private static final int TYPED_MAX = 1_000;

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  @Parameters(
      index = "0",
      paramLabel = "<guild-ip>",
      converter = Address.class,
      description = "the guild's address")
  private String guildHost;

  @Parameters(
      index = "1",
      paramLabel = "<guild-port>",
      description = "the guild's port, such as 5300")
  private Port guildPort;

  @Parameters(
      index = "2",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "the Kafka broker's address")
  private String brokerHost;

  @Parameters(
      index = "3",
      paramLabel = "<broker-port>",
      description = "the Kafka broker's port, such as 9092")
  private Port brokerPort;

  @Option(
      names = "--plate",
      paramLabel = "PLATE",
      converter = PlateConverter.class,
      description = "the cart's plate, such as PARK-01")
  private Plate plate;

  @Option(names = "--name", paramLabel = "TEXT", description = "the owner's first name")
  private String name = "Ana";

  @Option(names = "--surname", paramLabel = "TEXT", description = "the owner's surname")
  private String surname = "Gil";

  @Option(
      names = "--national-id",
      paramLabel = "ID",
      description = "the owner's national id, such as 12.345.678-9; the guild alone keeps it")
  private String nationalId;

  @Option(
      names = "--email",
      paramLabel = "MAIL",
      description = "the owner's mail address; the guild alone keeps it")
  private String email = "nobody@example.org";

  @Option(names = "--premium", description = "apply as premium: decided at once, and first")
  private boolean premium;

  @Option(
      names = "--restock",
      paramLabel = "N",
      description = "what a delivery brings, 1 to 500 (default: ${DEFAULT-VALUE})",
      defaultValue = "" + GuildRequest.Join.RESTOCK_DEFAULT)
  private int restock;

  @Option(
      names = "--fleet",
      paramLabel = "N",
      description = "N simulated carts in place of one, 1 to 20: CART-01, CART-02 and so on")
  private int fleet;

  @Option(
      names = "--stdin",
      description =
          "a vendor's till: reads lines 'sale CLIENT QUANTITY' and 'at CELL'; the cart does not"
              + " walk by itself")
  private boolean stdin;

  @Mixin private ParkOption parkOption;
  @Mixin private EngineKeysOption engineKeysOption;
  @Mixin private TrustOptions guildTrust;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  CartMain() {}

  /** Starts the program. */
  public static void main(String... args) {
    Program.main(new CartMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    List<CartIdentity> carts = carts();
    Trust trust = guildTrust.trust(spec.commandLine().getErr()::println);
    KafkaClients kafka =
        new KafkaClients(new HostPort(brokerHost, brokerPort.number()), options.kafkaProperties());
    kafka.check();
    if (!awaitBroker(kafka, stop)) {
      return;
    }
    Producer<String, byte[]> producer = kafka.patientProducer();
    try {
      Supplier<Optional<ParkMap>> map = stdin ? Optional::empty : eyes(kafka, stop);
      BlockingQueue<Deed> typed = new ArrayBlockingQueue<>(TYPED_MAX);
      if (stdin) {
        Thread.ofPlatform()
            .name("till")
            .daemon()
            .start(new Till(System.in, typed, spec.commandLine().getErr(), stop));
      }
      runAll(carts, trust, producer, map, typed, stop);
    } finally {
      producer.close(CLOSE_LIMIT);
    }
  }

  private boolean awaitBroker(KafkaClients kafka, Stop stop) throws Failure, InterruptedException {
    return stdin
        ? kafka.awaitPark(stop, parkOption.park(), GuildTopics.CARTS.write())
        : kafka.awaitPark(
            stop, parkOption.park(), GuildTopics.CARTS.write(), VisitTopics.ENGINE.read());
  }

  private Supplier<Optional<ParkMap>> eyes(KafkaClients kafka, Stop stop) throws Failure {
    EngineTrust engines =
        engineKeysOption.given(InstantSource.system()).orElse(EngineTrust.WHOEVER);
    ParkEyes eyes = new ParkEyes(kafka, engines, parkOption.park(), stop);
    Thread.ofPlatform().name("eyes").daemon().start(eyes);
    return eyes::map;
  }

  /** Each on a thread of its own, until the last has ended; the first failure is told. */
  private void runAll(
      List<CartIdentity> carts,
      Trust trust,
      Producer<String, byte[]> producer,
      Supplier<Optional<ParkMap>> map,
      BlockingQueue<Deed> typed,
      Stop stop)
      throws InterruptedException, Failure {
    AtomicReference<Failure> failed = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (CartIdentity cart : carts) {
      threads.add(
          Thread.ofPlatform()
              .name(cart.plate().text())
              .start(
                  () -> {
                    try {
                      runOne(cart, trust, producer, map, typed, stop);
                    } catch (Failure e) {
                      failed.compareAndSet(null, e);
                      if (carts.size() == 1) {
                        stop.request();
                      } else {
                        LOG.warn("{}; the others go on", e.getMessage());
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failed.get() != null) {
      throw failed.get();
    }
  }

  private void runOne(
      CartIdentity cart,
      Trust trust,
      Producer<String, byte[]> producer,
      Supplier<Optional<ParkMap>> map,
      BlockingQueue<Deed> typed,
      Stop stop)
      throws InterruptedException, Failure {
    RandomGenerator random = RandomGenerator.getDefault();
    ApplicationFile file = new ApplicationFile(options.data(), cart.park(), cart.plate());
    try (ProgramLock _ = ProgramLock.ofCart(file);
        GuildClient guild = new GuildClient(new HostPort(guildHost, guildPort.number()), trust)) {
      Optional<GuildKey> key = new Admission(cart, guild, file).await(stop);
      if (key.isEmpty()) {
        return;
      }
      CartVoice voice = new CartVoice(producer, cart.park(), key.get(), InstantSource.system());
      Position start = stdin ? Position.GATE : Position.ofCell(random.nextInt(Position.CELLS));
      new CartRun(cart, key.get(), guild, voice, start, stdin, InstantSource.system())
          .run(stop, map, typed, random);
    }
  }

  private List<CartIdentity> carts() {
    if (restock < 1 || restock > MemberWord.Join.RESTOCK_MAX) {
      throw wrong("--restock takes 1 to 500 pieces, such as 50, got " + restock);
    }
    if (fleet == 0) {
      if (plate == null) {
        throw wrong("give the cart's plate, such as --plate PARK-01, or --fleet 3");
      }
      String id = nationalId == null ? plate.text() : nationalId;
      return List.of(identity(plate, name, id));
    }
    if (fleet < 1 || fleet > Terms.QUOTA_MAX || stdin || plate != null) {
      throw wrong("--fleet takes 1 to 20 carts, such as 3, and neither --stdin nor --plate");
    }
    List<CartIdentity> all = new ArrayList<>();
    for (int i = 1; i <= fleet; i++) {
      String number = (i < 10 ? "0" : "") + i;
      // A plate, as a person, belongs to one park.
      int park = parkOption.park();
      Plate its = new Plate((park == 0 ? "CART" : "C" + park) + "-" + number);
      all.add(identity(its, name + " " + number, "FLEET" + park + number));
    }
    return all;
  }

  private CartIdentity identity(Plate its, String itsName, String id) {
    return new CartIdentity(
        parkOption.park(),
        its,
        itsName,
        surname,
        new Secret(id),
        new Secret(email),
        premium,
        restock);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
