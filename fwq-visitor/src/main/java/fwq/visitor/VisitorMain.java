package fwq.visitor;

import fwq.common.options.ParkMinute;
import fwq.common.options.ParkOption;
import fwq.common.park.Alias;
import fwq.guest.GuestPass;
import fwq.guest.ParkLink;
import fwq.guest.RegistryClient;
import fwq.guest.RegistryTrust;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.LanguageOption;
import fwq.kit.program.Metrics;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.kit.tls.TrustOptions;
import fwq.visitor.crowd.Crowd;
import fwq.visitor.crowd.Pace;
import fwq.visitor.crowd.PasswordFile;
import fwq.visitor.crowd.Reception;
import fwq.visitor.terminal.TerminalClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The guest's program: a terminal client, or guests that walk by themselves. */
@Command(
    name = "fwq visitor",
    description = "Visits the park: in this terminal, or by itself with --auto or --crowd.",
    sortOptions = false)
public final class VisitorMain implements Program.Body {
  @Parameters(
      index = "0",
      arity = "0..1",
      converter = Address.class,
      paramLabel = "<registry-ip>",
      description = "the registry's address; this and the next three are asked for where not given")
  private String registryHost;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<registry-port>",
      description = "the registry's port, usually 5050")
  private Port registryPort;

  @Parameters(
      index = "2",
      arity = "0..1",
      converter = Address.class,
      paramLabel = "<broker-ip>",
      description = "the broker's address")
  private String brokerHost;

  @Parameters(
      index = "3",
      arity = "0..1",
      paramLabel = "<broker-port>",
      description = "the broker's port, usually 9092")
  private Port brokerPort;

  @Option(
      names = "--auto",
      paramLabel = "ALIAS",
      description = "walk by itself as this guest, who is registered if need be")
  private String auto;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "the password for --auto or --crowd (default: a random one, kept in --data)")
  private Path passwordFile;

  @Option(
      names = "--crowd",
      paramLabel = "N",
      description = "walk by themselves as so many guests, 1 to 10000")
  private Integer crowd;

  @Option(
      names = "--crowd-name",
      paramLabel = "PREFIX",
      description = "what the crowd's guests are called (default: ${DEFAULT-VALUE}, so guest-1...)",
      defaultValue = "guest")
  private String crowdName;

  @Option(
      names = "--minute",
      paramLabel = "TIME",
      description = "how long a park minute lasts, such as 500ms (default: ${DEFAULT-VALUE})",
      defaultValue = "1s",
      converter = ParkMinute.class)
  private Duration minute;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "makes --auto and --crowd choose the same way again")
  private Long seed;

  @Option(
      names = "--trips",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "an agency of trips, such as 127.0.0.1:5153; without it the menu has none")
  private HostPort trips;

  @Option(
      names = "--trips-trust",
      paramLabel = "FILE",
      description =
          "believe only the agency of this PEM certificate (default: as the registry is believed)")
  private Path tripsTrust;

  @Mixin private LanguageOption languageOption;
  @Mixin private ParkOption parkOption;
  @ArgGroup private TrustOptions trust = new TrustOptions();

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  public static void main(String... args) {
    Program.main(new VisitorMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Optional<HostPort> registry = address(registryHost, registryPort);
    Optional<HostPort> broker = address(brokerHost, brokerPort);
    if (auto == null && crowd == null) {
      options.logToFile("visitor.log");
      Properties properties = GuestPass.untried(options.kafkaProperties(), Instant.now());
      if (!properties.isEmpty()) {
        // Before the screen is the client's: who gave properties of no use is to read why.
        new KafkaClients(new HostPort("127.0.0.1", 9), properties).check();
      }
      TerminalClient.run(
          registry,
          broker,
          parkOption.park(),
          options,
          trust,
          minute,
          languageOption.language(),
          Optional.ofNullable(trips)
              .map(it -> new TerminalClient.Agency(it, Optional.ofNullable(tripsTrust))),
          stop);
      return;
    }
    List<String> aliases = aliases();
    if (registry.isEmpty() || broker.isEmpty()) {
      throw usage(
          "--auto and --crowd need all four addresses, such as 127.0.0.1 5050 127.0.0.1 9092");
    }
    walk(aliases, registry.get(), broker.get(), stop);
  }

  private void walk(List<String> aliases, HostPort registry, HostPort broker, Stop stop)
      throws Exception {
    PasswordFile password =
        passwordFile == null
            ? PasswordFile.loadOrCreate(options.data(), auto == null ? crowdName : auto)
            : PasswordFile.load(passwordFile);
    Properties properties = options.kafkaProperties();
    if (GuestPass.isAsked(properties)) {
      throw new Failure(
          "--auto and --crowd walk as several guests, and a guest's pass lets in one: give"
              + " --kafka-config the file of a user who may, such as the broker's"
              + " crowd.properties");
    }
    Trust trusted = trust.trust(LoggerFactory.getLogger(VisitorMain.class)::info);
    try (Metrics metrics = options.metrics()) {
      RegistryClient accounts = new RegistryClient(registry, trusted);
      Optional<ParkLink> linked =
          ParkLink.open(
              new KafkaClients(broker, properties),
              new RegistryTrust(accounts, InstantSource.system()).learn(),
              parkOption.park(),
              metrics,
              stop);
      if (linked.isEmpty()) {
        return;
      }
      try (ParkLink link = linked.get();
          Reception reception = new Reception(accounts, password)) {
        long chance = seed == null ? RandomGenerator.getDefault().nextLong() : seed;
        Crowd guests =
            new Crowd(aliases, new Pace(minute), chance, reception, link::send, link::brokerThere);
        metrics.gauge("fwq_guests_inside", "Guests of this program inside.", guests::inside);
        aliases.forEach(alias -> link.listen(alias, guests));
        guests.run(stop);
      }
    }
  }

  private List<String> aliases() {
    if (auto != null && crowd != null) {
      throw usage("--auto and --crowd exclude each other");
    }
    if (auto != null) {
      if (!Alias.isValid(auto)) {
        throw usage("--auto takes a username of " + Alias.RULE + ", got '" + auto + "'");
      }
      return List.of(auto);
    }
    if (crowd < 1 || crowd > Crowd.GUESTS_MAX) {
      throw usage("--crowd takes a number from 1 to " + Crowd.GUESTS_MAX + ", got " + crowd);
    }
    if (!Alias.isValid(crowdName + "-" + crowd)) {
      throw usage(
          "--crowd-name and a number must make a username of "
              + Alias.RULE
              + ", got '"
              + crowdName
              + "'");
    }
    return IntStream.rangeClosed(1, crowd).mapToObj(number -> crowdName + "-" + number).toList();
  }

  private static Optional<HostPort> address(String host, Port port) {
    return host == null || port == null
        ? Optional.empty()
        : Optional.of(new HostPort(host, port.number()));
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
