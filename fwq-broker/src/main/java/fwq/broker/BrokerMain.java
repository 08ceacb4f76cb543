package fwq.broker;

import fwq.common.options.ParksOption;
import fwq.common.signing.ParkKeys;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.TimeSpan;
import fwq.kit.tls.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
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

/** {@code fwq broker}: a real Apache Kafka for a park on one machine. */
@Command(
    name = "fwq broker",
    description = "Runs Apache Kafka (KRaft mode, one node) and keeps its records in --data.")
public final class BrokerMain implements Program.Body {
  private static final Duration QUESTION = Duration.ofSeconds(5);

  @Parameters(
      arity = "0..1",
      paramLabel = "<port>",
      description = "where clients connect (default: ${DEFAULT-VALUE})",
      defaultValue = "9092")
  private Port port;

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      converter = Address.class,
      description =
          "this machine's name for clients on other machines (default: ${DEFAULT-VALUE}, this"
              + " machine only)",
      defaultValue = "127.0.0.1")
  private String host;

  @ArgGroup(exclusive = false)
  private Guarded guarded;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  /** A broker with users and rights. */
  private static final class Guarded {
    @Option(
        names = "--secure",
        required = true,
        description =
            "over TLS, and only for programs with a password and guests with a pass, each with"
                + " rights; their client properties are in DIR/kafka, with DIR from --data")
    private boolean secure;

    @Option(
        names = "--parks",
        paramLabel = "M",
        converter = ParksOption.Count.class,
        description =
            "with --secure: topics are made for so many parks, 1 to 1000 (default:"
                + " ${DEFAULT-VALUE})",
        defaultValue = "1")
    private int parks;

    @Option(
        names = "--passes",
        paramLabel = "FILE",
        description =
            "with --secure: what guests' passes are checked with, which the registry writes, before"
                + " or after (default: keys/passes.jwks in --data)")
    private Path passes;

    @Option(
        names = "--recheck",
        paramLabel = "TIME",
        converter = TimeSpan.class,
        description =
            "with --secure: how often a guest's pass is looked at again, so that a session that is"
                + " over is no longer let in (default: ${DEFAULT-VALUE})",
        defaultValue = "60s")
    private Duration recheck;
  }

  private BrokerMain() {}

  /** Runs the broker. */
  public static void main(String[] args) {
    // Kafka's server speaks through the same logger names as its clients; here its errors matter.
    String level = "org.slf4j.simpleLogger.log.org.apache.kafka";
    System.setProperty(level, System.getProperty(level, "error"));
    Program.main(new BrokerMain(), args);
  }

  /** Beside the broker, which is open meanwhile. */
  private static void keepUp(HostPort address, Path folder) {
    try (Admin admin = new KafkaClients(address, new Properties()).admin(QUESTION)) {
      new TopicUpkeep(admin, new StoredRecords(folder)).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      LoggerFactory.getLogger(BrokerMain.class)
          .warn("how topics are set could not be looked at: {}", e.getMessage());
    }
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Logger log = LoggerFactory.getLogger(BrokerMain.class);
    HostPort address = new HostPort(host, port.number());
    Path data = options.data().toAbsolutePath();
    try {
      if (guarded == null || !guarded.secure) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), address)) {
          log.info("broker listens on {}", broker.address());
          Thread.ofPlatform()
              .name("upkeep")
              .daemon()
              .start(() -> keepUp(broker.address(), data.resolve("broker")));
          stop.await();
        }
        return;
      }
      if (!Identity.isHost(host)) {
        throw new ParameterException(
            spec.commandLine(),
            "--advertise takes a name or an IP address, such as park.example.org, got '"
                + host
                + "'");
      }
      SecuredBroker.Guests guests =
          new SecuredBroker.Guests(
              guarded.passes == null ? ParkKeys.in(data).passes() : guarded.passes,
              guarded.recheck);
      try (SecuredBroker broker = SecuredBroker.start(data, address, guarded.parks, guests, stop)) {
        log.info(
            "broker listens on {} for users with rights, whose files are in {}",
            broker.address(),
            data.resolve(SecuredBroker.USERS));
        stop.await();
      }
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
