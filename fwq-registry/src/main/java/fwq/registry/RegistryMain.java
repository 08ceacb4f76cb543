package fwq.registry;

import fwq.common.options.EngineKeysOption;
import fwq.common.options.KeysOption;
import fwq.common.signing.AuditKey;
import fwq.common.signing.DerivedKeys;
import fwq.common.signing.EngineKeysFile;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.LiveKeys;
import fwq.common.signing.OlderSecret;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.WebKey;
import fwq.common.talk.audit.AuditLog;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.BindOption;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Rate;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.Checkpoints;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.tls.Identity;
import fwq.kit.tls.ServerTls;
import fwq.kit.tls.ServerTlsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.config.SaslConfigs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq registry <port>}: keeps the guests' accounts. */
@Command(
    name = "fwq registry",
    description = "Keeps the guests' accounts: register, login, profile, update, logout.")
public final class RegistryMain implements Program.Body {
  private static final String DATABASE = "visitors.db";

  private static final Logger LOG = LoggerFactory.getLogger(RegistryMain.class);

  /** How often the certificate's end is looked at. */
  private static final Duration RENEWAL_PAUSE = Duration.ofHours(1);

  /** Some 2 MB; who has more addresses than that is not held by a limit for each of them. */
  private static final int LIMITED_ADDRESSES_MAX = 10_000;

  @Parameters(paramLabel = "<port>", description = "where guests connect, such as 5050")
  private Port port;

  @Option(
      names = "--web-key",
      paramLabel = "FILE",
      description =
          "what web processes prove themselves with, who say whose request they bring; give them"
              + " a copy (default: web.key in --data)")
  private Path webKeyFile;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.class,
      description =
          "logins and registrations that one address may make each second, and twenty times as"
              + " many at once; a hundred times as much from this machine, which may run a crowd"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "1/s")
  private int perSecond;

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description =
          "where Kafka is, such as 127.0.0.1:9092: parks are told there at once of logouts and new"
              + " passwords (without it, sessions end in the parks only after 12 hours)")
  private HostPort broker;

  @Mixin private BindOption bindOption;
  @Mixin private KeysOption keysOption;
  @Mixin private EngineKeysOption engineKeysOption;
  @Mixin private OperatorOption operatorOption;
  @Mixin private ServerTlsOptions tlsOptions;
  @Mixin private CommonOptions options;

  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();

  /** Runs the program. */
  public static void main(String... args) {
    Program.main(new RegistryMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Thread.ofPlatform().daemon().name("load-hash").start(PasswordHash::load);
    ParkKeys files = keysOption.keys(options.data());
    try (LiveKeys keys = new LiveKeys(files, clock)) {
      Tickets tickets =
          new Tickets(
              keys.ring(KeyPurpose.TICKET),
              keys.ring(KeyPurpose.SESSION),
              Optional.of(passes(keys, files)),
              Session.LIFETIME,
              clock);
      run(tickets, new DerivedKeys<>(keys.ring(KeyPurpose.REVOCATION), RegistryKey::derive), stop);
    }
  }

  private void run(Tickets tickets, DerivedKeys<RegistryKey> revocationKeys, Stop stop)
      throws Exception {
    Properties kafkaProperties = options.kafkaProperties();
    Optional<Identity> identity =
        tlsOptions.identity(options.data(), "registry", clock.instant(), random);
    RateLimit rate = new RateLimit(perSecond, LIMITED_ADDRESSES_MAX);
    EngineKeysFile.Watched engines =
        new EngineKeysFile.Watched(engineKeysOption.file(options.data()), clock);
    try (Accounts accounts = accounts()) {
      operatorOption.set(accounts);
    }
    try (Metrics metrics = options.metrics();
        AuditLog audit = new AuditLog(options.data(), "registry", metrics);
        Accounts accounts = accounts();
        Checkpoints _ = Accounts.checkpoints(options.data().resolve(DATABASE));
        RevocationSender.Telling _ =
            telling(
                new RevocationSender(accounts.revocations(), tickets, revocationKeys, clock),
                kafkaProperties);
        Passwords passwords = new Passwords(PasswordHash.Cost.OWASP, random);
        FrameServer server =
            server(
                WebConversation.door(
                    new RegistryHandler(
                        accounts,
                        passwords,
                        tickets,
                        rate,
                        recent(audit),
                        engines::keys,
                        clock,
                        metrics),
                    webKey(),
                    random),
                identity.map(Identity::tls))) {
      metrics.gauge(
          "fwq_registry_hashes_waiting", "Passwords that wait to be hashed.", passwords::waiting);
      metrics.gauge(
          "fwq_registry_handshakes_failed",
          "Connections that never came to speak TLS.",
          server::failedHandshakes);
      warnIfEmptied(accounts);
      LOG.info("registry listens on port {}{}", port, manner(identity));
      if (tlsOptions.plaintext()) {
        LOG.warn(
            "this registry does not speak TLS, so anybody on the way can read the passwords: use"
                + " --plaintext for teaching only");
      }
      while (!stop.await(RENEWAL_PAUSE)) {
        identity.ifPresent(it -> renew(it, clock.instant()));
      }
    }
  }

  private static Passes passes(LiveKeys keys, ParkKeys files) throws Failure {
    try {
      return Passes.open(keys.ring(KeyPurpose.PASS), files.passes());
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private RecentAudit recent(AuditLog audit) throws IOException {
    RecentAudit recent = new RecentAudit(audit);
    recent.recall(AuditLog.folder(options.data()));
    return recent;
  }

  /** Tells the parks which sessions are over; null, after a warning, where no broker is given. */
  private RevocationSender.Telling telling(RevocationSender sessions, Properties kafkaProperties)
      throws Failure {
    if (broker == null) {
      LOG.warn(
          "parks are not told of logouts and new passwords, so there a session ends only after {}"
              + " hours: give Kafka's address with --broker, such as --broker 127.0.0.1:9092",
          Session.LIFETIME.toHours());
      return null;
    }
    KafkaClients kafka = new KafkaClients(broker, kafkaProperties);
    kafka.check();
    return sessions.start(kafka, kafkaProperties.containsKey(SaslConfigs.SASL_MECHANISM));
  }

  private static String manner(Optional<Identity> identity) {
    return identity
        .map(it -> ", with the key " + it.pin() + " and a certificate until " + it.until())
        .orElse("");
  }

  private static void renew(Identity identity, Instant now) {
    try {
      if (identity.renewIfDue(now)) {
        LOG.info("the certificate is renewed until {}, with the same key", identity.until());
      }
    } catch (IOException e) {
      LOG.warn("{}; the renewed one is used all the same", e.getMessage());
    }
  }

  private WebKey webKey() throws Failure {
    try {
      Path file = webKeyFile == null ? options.data().resolve(WebKey.FILE) : webKeyFile;
      return WebKey.loadOrCreate(file, random);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Accounts accounts() throws Failure {
    try {
      Path key = options.data().resolve(AuditKey.FILE);
      return Accounts.open(options.data().resolve(DATABASE), AuditKey.loadOrCreate(key, random));
    } catch (DatabaseException | IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private void warnIfEmptied(Accounts accounts) throws DatabaseException {
    if (accounts.isEmpty()) {
      Path key = keysOption.keys(options.data()).oldest(KeyPurpose.TICKET);
      OlderSecret.warning("account", options.data().resolve(DATABASE), key, clock.instant())
          .ifPresent(LOG::warn);
    }
  }

  private FrameServer server(FrameServer.Handler handler, Optional<ServerTls> tls) throws Failure {
    return FrameServer.listen(
        bindOption.at(port.number()), handler, FrameServer.Limits.DEFAULT, tls);
  }
}
