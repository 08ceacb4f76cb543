package fwq.operator.desk;

import fwq.common.options.EngineKeysOption;
import fwq.common.options.KeysOption;
import fwq.common.options.ParkOption;
import fwq.common.signing.ConsoleKey;
import fwq.common.signing.EngineKeysFile;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.Role;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.visit.EngineTrust;
import fwq.guest.ParkLink;
import fwq.guest.PasswordOption;
import fwq.guest.PeerAwayException;
import fwq.guest.RegistryClient;
import fwq.guest.RegistryTrust;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import fwq.kit.tls.TrustOptions;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which park is operated, and as whom. */
public final class DeskOptions {
  private static final HostPort BROKER = new HostPort("127.0.0.1", 9092);

  /** Where {@code fwq park} notes its broker's address. */
  private static final String BROKER_FILE = "park.broker";

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description =
          "where Kafka is (default: that of the park with this --data, or 127.0.0.1:9092)")
  private HostPort broker;

  @Option(
      names = "--registry",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "elsewhere: where to log in, with --alias")
  private HostPort registry;

  @Option(names = "--alias", paramLabel = "ALIAS", description = "the operator who logs in")
  private String alias;

  @ArgGroup private TrustOptions trust = new TrustOptions();
  @Mixin private PasswordOption passwordOption;
  @Mixin private KeysOption keysOption;
  @Mixin private EngineKeysOption engineKeysOption;
  @Mixin private ParkOption parkOption;
  @Mixin private CommonOptions options;

  /** The park's number. */
  public int park() {
    return parkOption.park();
  }

  /**
   * Opens a desk.
   *
   * @return nothing when stop was requested before there was a broker
   */
  public Optional<Desk> open(Stop stop) throws Failure, InterruptedException {
    options.stopWithParent();
    Signature signature = signature();
    KafkaClients kafka = new KafkaClients(broker(), options.kafkaProperties());
    return ParkLink.open(kafka, engines(), park(), stop)
        .map(link -> new Desk(link, signature, park(), new SteadyClock()));
  }

  /** Those of this machine's file, or those that the registry knows. */
  private EngineTrust engines() throws Failure {
    return registry == null
        ? EngineTrust.of(
            new EngineKeysFile.Watched(
                engineKeysOption.file(options.data()), InstantSource.system()))
        : new RegistryTrust(
                new RegistryClient(registry, trust.trust(System.err::println)),
                InstantSource.system())
            .learn();
  }

  /**
   * Where there is no park to tell yet: the rides of a waiting time server that nobody shares a
   * secret with. It shows what is said into it, and tells the park at its next start beside one.
   */
  public Optional<Path> ridesWithoutPark() {
    Path rides = options.data().resolve("rides.db");
    return registry == null
            && alias == null
            && !keysOption.keys(options.data()).has(KeyPurpose.CONSOLE)
            && Files.exists(rides)
        ? Optional.of(rides)
        : Optional.empty();
  }

  private HostPort broker() throws Failure {
    Path file = options.data().resolve(BROKER_FILE);
    if (broker != null || !Files.exists(file)) {
      return broker == null ? BROKER : broker;
    }
    try {
      return new PeerAddress().convert(Files.readString(file).strip());
    } catch (IOException e) {
      throw new Failure("the file " + file + " cannot be read; give --broker HOST:PORT", e);
    }
  }

  private Signature signature() throws Failure {
    if (registry == null && alias == null) {
      return new Signature.Console(consoleKey());
    }
    if (registry == null || alias == null) {
      throw new Failure("--registry HOST:PORT and --alias ALIAS are given together, or neither");
    }
    return login(registry, alias, passwordOption.password(alias));
  }

  private ConsoleKey consoleKey() throws Failure {
    ParkKeys keys = keysOption.keys(options.data());
    if (!keys.has(KeyPurpose.CONSOLE)) {
      // Not to be made here: no engine would know it.
      throw new Failure(
          "there is no key "
              + keys.file(KeyPurpose.CONSOLE).file()
              + "; give the engine's folder with --keys DIR, or log in with --registry HOST:PORT"
              + " --alias ALIAS");
    }
    try {
      Instant now = Instant.now();
      return ConsoleKey.derive(
          keys.load(KeyPurpose.CONSOLE, now, new SecureRandom()).at(now).secret());
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Signature login(HostPort server, String who, Secret password) throws Failure {
    try {
      return switch (new RegistryClient(server, trust.trust(System.err::println))
          .login(who, password)) {
        case LoggedIn it when it.session().role() == Role.OPERATOR ->
            new Signature.Login(it.session(), SessionKey.decode(it.sessionKey()));
        case LoggedIn _ ->
            throw new Failure(
                who
                    + " is no operator; start the registry with --operator "
                    + who
                    + " to make it one");
        case RegistryReply.Refused refused -> throw new Failure(refused.error().message());
        case RegistryReply.Done _,
            RegistryReply.ProfileOf _,
            RegistryReply.Sessions _,
            RegistryReply.Exported _,
            RegistryReply.AuditTail _,
            RegistryReply.Engines _ ->
            throw new Failure("what answers at " + server + " is not a registry");
      };
    } catch (PeerAwayException | UntrustedPeerException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
